#pragma once
// Writing a ZIP file. Large parts come from files and are never in memory as a whole.
#include <string>

namespace openmasa {

class ZipOut {
public:
    /// Throws std::runtime_error when the file cannot be made.
    explicit ZipOut(std::string path);
    ~ZipOut();
    ZipOut(const ZipOut&) = delete;
    ZipOut& operator=(const ZipOut&) = delete;

    void add(const std::string& name, const std::string& content);
    /// The file at `path` must stay until close().
    void add_file(const std::string& name, const std::string& path);
    /// Writes it all. Throws std::runtime_error; without it nothing is written.
    void close();

private:
    [[noreturn]] void fail() const;
    std::string path_;
    void* archive_;
};

} // namespace openmasa
