#pragma once
// A file that is there whole or not at all: written beside its name, on the disk before it takes
// it.
#include <string>
#include <string_view>

namespace openmasa::backup {

class FileOnDisk {
public:
    /// Throws std::runtime_error, in words, when it cannot be made, written or kept.
    explicit FileOnDisk(std::string path);
    /// Without keep() it is gone.
    ~FileOnDisk();
    FileOnDisk(const FileOnDisk&) = delete;
    FileOnDisk& operator=(const FileOnDisk&) = delete;
    void write(std::string_view bytes);
    void keep();

private:
    std::string path_, unfinished_;
    int file_ = -1;
};

} // namespace openmasa::backup
