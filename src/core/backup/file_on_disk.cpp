#include "core/backup/file_on_disk.hpp"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <stdexcept>
#include <unistd.h>

namespace openmasa::backup {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw std::runtime_error(fmt::format("{} cannot be written: {}", path, std::strerror(errno)));
}

void sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::absolute(path).parent_path();
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) fail(folder);
    const int failed = fsync(handle);
    close(handle);
    if (failed) fail(folder);
}

} // namespace

FileOnDisk::FileOnDisk(std::string path) : path_(std::move(path)), unfinished_(path_ + ".part") {
    file_ = ::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) fail(unfinished_);
}

FileOnDisk::~FileOnDisk() {
    if (file_ >= 0) close(file_);
    if (!is_kept_) unlink(unfinished_.c_str());
}

void FileOnDisk::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file_, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail(unfinished_);
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void FileOnDisk::keep(const std::function<void(const std::string&)>& prove) {
    if (fsync(file_)) fail(unfinished_);
    close(file_);
    file_ = -1;
    if (prove) prove(unfinished_);
    if (std::rename(unfinished_.c_str(), path_.c_str())) fail(path_);
    is_kept_ = true;
    sync_folder_of(path_);
}

} // namespace openmasa::backup
