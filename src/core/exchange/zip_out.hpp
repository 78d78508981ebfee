#pragma once
// Writing a ZIP file: to a path, or as bytes. Large parts come from files and are never in memory
// as a whole.
#include "kernel/day.hpp"
#include <optional>
#include <string>

namespace openmasa {

class ZipOut {
public:
    /// Throws std::runtime_error when the file cannot be made.
    explicit ZipOut(std::string path);
    /// One that is only bytes: finished_bytes().
    ZipOut();
    ~ZipOut();
    ZipOut(const ZipOut&) = delete;
    ZipOut& operator=(const ZipOut&) = delete;

    /// What add() adds from here on says that it was made then, and not now: the same content then
    /// gives the same bytes.
    void made_at(Moment at) { made_at_ = at; }
    void add(const std::string& name, const std::string& content);
    /// The file at `path` must stay until close().
    void add_file(const std::string& name, const std::string& path);
    /// Writes it all. Throws std::runtime_error; without it nothing is written.
    void close();
    /// The same for one without a path; gives what was written.
    std::string finished_bytes();

private:
    [[noreturn]] void fail() const;
    std::string path_;
    std::optional<Moment> made_at_;
    void* archive_ = nullptr;
    /// Where one without a path keeps its bytes.
    void* bytes_ = nullptr;
};

} // namespace openmasa
