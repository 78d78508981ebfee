#pragma once
// A file that is there whole or not at all: written beside its name, on the disk and proved before
// it takes it.
#include <functional>
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
    /// Brings it to the disk, lets `prove` look at what stands there, which throws when that is not
    /// what it should be, and gives it its name.
    void keep(const std::function<void(const std::string& unfinished)>& prove = {});

private:
    std::string path_, unfinished_;
    int file_ = -1;
    bool is_kept_ = false;
};

} // namespace openmasa::backup
