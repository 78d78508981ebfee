#include "core/files/storage.hpp"
#include "core/access/secret.hpp"
#include "store/fault.hpp"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace openmasa::files {
namespace {

using store::Fault;

constexpr std::string_view unfinished = ".unfinished";
constexpr std::streamsize piece = 64 * 1024;

[[noreturn]] void fail(std::string_view what) {
    const auto kind = errno == ENOSPC || errno == EDQUOT  ? Fault::Kind::full
                      : errno == EROFS || errno == EACCES ? Fault::Kind::read_only
                                                          : Fault::Kind::other;
    throw Fault(kind, fmt::format("A file could not be {}: {}", what, std::strerror(errno)));
}

/// Closed and, unless it was finished, removed at its end.
class NewFile {
public:
    explicit NewFile(std::string path) : path_(std::move(path)), handle_(mkstemp(path_.data())) {
        if (handle_ < 0) fail("made");
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        if (handle_ >= 0) close(handle_);
        if (!finished_) unlink(path_.c_str());
    }
    void write(std::string_view content) const {
        while (!content.empty()) {
            const auto written = ::write(handle_, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("written");
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void finish(const std::filesystem::path& name) {
        if (fsync(handle_) != 0) fail("brought to the disk");
        if (rename(path_.c_str(), name.c_str()) != 0) fail("named");
        finished_ = true;
    }

private:
    std::string path_;
    int handle_;
    bool finished_ = false;
};

std::string unfinished_in(const std::filesystem::path& folder) {
    return (folder / (std::string(unfinished) + "XXXXXX")).string();
}

void sync_folder(const std::filesystem::path& folder) {
    const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) fail("brought to the disk");
    const int synced = fsync(handle);
    close(handle);
    if (synced != 0) fail("brought to the disk");
}

/// Makes a folder and brings its name to the disk: also when it is there already, for whoever made
/// it may have been stopped before this.
void make_folder(const std::filesystem::path& folder) {
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail("given a folder");
    sync_folder(folder.parent_path().empty() ? "." : folder.parent_path());
}

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

} // namespace

std::filesystem::path Storage::path_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2);
}

void Storage::check_place() const {
    namespace fs = std::filesystem;
    std::error_code none; // a place that cannot be looked at is found out when it is written to
    if (!fs::exists(folder_, none) || fs::is_directory(folder_, none)) return;
    throw Fault(Fault::Kind::unsuitable,
                fmt::format("Uploaded files are kept in the folder {}, but that is a file, not a "
                            "folder. Move it to another place, or set OPENMASA_FILES to the folder "
                            "to use.",
                            folder_.string()));
}

std::string Storage::put(std::string_view content) const {
    auto digest = sha256(content);
    const auto path = path_of(digest);
    if (get(digest)) {
        // One that nothing used so far is young again: housekeeping leaves it.
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now());
        sync_folder(path.parent_path()); // whoever put it first may have been killed before this
        return digest;
    }
    check_place();
    make_folder(folder_);
    make_folder(path.parent_path());
    NewFile file(unfinished_in(path.parent_path()));
    file.write(content);
    file.finish(path);
    sync_folder(path.parent_path());
    return digest;
}

struct Storage::Incoming::Inside {
    const Storage& storage;
    NewFile file;
    Sha256 sum{};
};

Storage::Incoming::Incoming(const Storage& storage) {
    storage.check_place();
    make_folder(storage.folder_);
    inside_.reset(new Inside{storage, NewFile(unfinished_in(storage.folder_))});
}
Storage::Incoming::~Incoming() = default;

void Storage::Incoming::add(std::string_view bytes) {
    inside_->sum.add(bytes);
    inside_->file.write(bytes);
}

bool Storage::Incoming::keep(std::string_view digest) {
    if (inside_->sum.digest() != digest) return false;
    const auto path = inside_->storage.path_of(digest);
    make_folder(path.parent_path());
    inside_->file.finish(path);
    sync_folder(path.parent_path());
    return true;
}

std::optional<std::string> Storage::get(std::string_view digest) const {
    std::string content;
    const bool is_sound = read(digest, [&](std::string_view bytes) { content += bytes; });
    return is_sound ? std::optional(std::move(content)) : std::nullopt;
}

bool Storage::read(std::string_view digest,
                   const std::function<void(std::string_view)>& take) const {
    if (!is_digest(digest)) return false;
    std::ifstream file(path_of(digest), std::ios::binary);
    if (!file) return false;
    Sha256 sum;
    std::string bytes(piece, '\0');
    while (file) {
        file.read(bytes.data(), piece);
        const auto read =
            std::string_view(bytes).substr(0, static_cast<std::size_t>(file.gcount()));
        sum.add(read);
        take(read);
    }
    return !file.bad() && sum.digest() == digest;
}

std::optional<std::uint64_t> Storage::sound_size(std::string_view digest) const {
    std::uint64_t size = 0;
    const bool is_sound = read(digest, [&](std::string_view bytes) { size += bytes.size(); });
    return is_sound ? std::optional(size) : std::nullopt;
}

bool Storage::has(std::string_view digest) const {
    return is_digest(digest) && std::filesystem::exists(path_of(digest));
}

void Storage::remove(std::string_view digest) const {
    if (is_digest(digest)) std::filesystem::remove(path_of(digest));
}

void Storage::each(const std::function<void(const Found&)>& take) const {
    namespace fs = std::filesystem;
    check_place();
    if (!fs::exists(folder_)) return;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        if (!entry.is_regular_file()) continue;
        const auto digest =
            entry.path().parent_path().filename().string() + entry.path().filename().string();
        take({entry.path(), is_digest(digest) ? std::optional(digest) : std::nullopt,
              std::chrono::duration_cast<std::chrono::seconds>(now - entry.last_write_time())});
    }
}

std::filesystem::path storage_folder(const std::string& database_address) {
    if (const char* folder = std::getenv("OPENMASA_FILES")) return folder;
    constexpr std::string_view sqlite = "sqlite:";
    const char* data = std::getenv("OPENMASA_DATA");
    if (!database_address.starts_with(sqlite))
        return std::filesystem::path(data ? data : "data") / "files";
    return std::filesystem::path(database_address.substr(sqlite.size())).parent_path() / "files";
}

} // namespace openmasa::files
