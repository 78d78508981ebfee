#pragma once
// Another program as a child that can do next to nothing: it has no network, is nobody, sees of the
// disk one folder and what the system itself installs, and ends after a while. For converters:
// whatever is wrong with what they are given stays with them.
// Source: unshare(2), landlock(7), setrlimit(2), close_range(2).
#include "kernel/result.hpp"
#include <chrono>
#include <string>
#include <vector>

namespace openmasa::documents {

/// A folder that nobody else can look into; gone with everything in it at the end.
class WorkFolder {
public:
    /// Throws std::runtime_error when none can be made.
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::string& path() const { return path_; }
    /// Throws std::runtime_error when it cannot be written.
    void put(const std::string& name, std::string_view content) const;
    /// Empty when there is no such file, or one that is larger than `most` or is no plain file.
    std::string get(const std::string& name, std::size_t most) const;

private:
    std::string path_;
};

/// Why this machine cannot confine a child; empty when it can. Found out once.
std::string why_not_confined();

struct Confined {
    /// The program's path and its words.
    std::vector<std::string> command;
    /// The one folder that it may write to.
    std::string folder;
    std::chrono::seconds longest{30};
};

/// Waits for it. Refuses when the machine cannot confine it, when it could not be started, ended
/// with an error, or took too long (then all of it is killed).
Result<Done> run_confined(const Confined& what);

} // namespace openmasa::documents
