#pragma once
// Files outside the database, by the SHA-256 of their content, as durable as it: written under
// another name, brought to the disk, renamed, and the folder brought to the disk too. The same
// content is there once. A file is put first and its row written after, so that no row is ever
// without its file; a file that got no row is a left-over, which housekeeping removes.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::files {

class Storage {
public:
    explicit Storage(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Gives the digest, once it is on the disk. Throws store::Fault when it cannot be.
    std::string put(std::string_view content) const;
    /// Nothing when it is not there, or is not what its digest says.
    std::optional<std::string> get(std::string_view digest) const;
    /// Hands the content over piece by piece. False when it is not there or is not what its digest
    /// says: what was handed over until then counts for nothing.
    bool read(std::string_view digest, const std::function<void(std::string_view)>& take) const;
    /// How many bytes it has; nothing when it is not there, or is not what its digest says.
    std::optional<std::uint64_t> sound_size(std::string_view digest) const;
    /// Whether there is a file of that digest at all.
    bool has(std::string_view digest) const;
    void remove(std::string_view digest) const;
    /// Every file, with how long it has been there; also what was never finished, without a digest.
    struct Found {
        std::filesystem::path path;
        std::optional<std::string> digest;
        std::chrono::seconds age{};
    };
    void each(const std::function<void(const Found&)>& take) const;

    const std::filesystem::path& folder() const { return folder_; }
    /// Throws store::Fault (unsuitable), with what to do, when something that is no folder stands
    /// where the folder is to be. None at all is well: it is made with the first file.
    void check_place() const;

    /// Content that comes piece by piece; without keep() nothing of it stays. Throws store::Fault
    /// as put() does.
    class Incoming {
    public:
        explicit Incoming(const Storage& storage);
        ~Incoming();
        void add(std::string_view piece);
        /// As durable as by put(). False, and nothing stays, when what came is not what this digest
        /// says.
        bool keep(std::string_view digest);

    private:
        struct Inside;
        std::unique_ptr<Inside> inside_;
    };

private:
    std::filesystem::path path_of(std::string_view digest) const;
    std::filesystem::path folder_;
};

/// Where the files of a database are: $OPENMASA_FILES, or the folder "files" beside an SQLite
/// database; for one that is no file in $OPENMASA_DATA, else in data.
std::filesystem::path storage_folder(const std::string& database_address);

} // namespace openmasa::files
