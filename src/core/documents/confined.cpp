#include "core/documents/confined.hpp"
#include "kernel/text.hpp"
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <grp.h>
#include <linux/landlock.h>
#include <sched.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace openmasa::documents {
namespace {

/// "nobody", on every Linux.
constexpr unsigned nobody = 65534;

bool is_root() {
    return geteuid() == 0;
}

class Handle {
public:
    explicit Handle(int number) : number_(number) {}
    ~Handle() {
        if (number_ >= 0) close(number_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Handle& operator=(Handle&&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

// ------------------------------------------------------------------------------- what it may see

constexpr std::uint64_t reading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// All that the first version of Landlock knows: what is not allowed below is refused.
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t on_a_file =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;

/// Programs, libraries, fonts and what they need to start; no records are kept there.
constexpr const char* seen[] = {"/usr",
                                "/bin",
                                "/sbin",
                                "/lib",
                                "/lib64",
                                "/proc",
                                "/sys/devices",
                                "/etc/alternatives",
                                "/etc/chromium",
                                "/etc/chromium.d",
                                "/etc/fonts",
                                "/etc/ld.so.cache",
                                "/etc/localtime",
                                "/etc/nsswitch.conf",
                                "/etc/passwd",
                                "/etc/group",
                                "/var/cache/fontconfig",
                                "/dev/urandom",
                                "/dev/random",
                                "/dev/zero"};

void allow(int rules, const std::string& path, std::uint64_t what) {
    const Handle place(open(path.c_str(), O_PATH | O_CLOEXEC));
    if (place.number() < 0) return; // not on this machine: then there is nothing to see
    struct stat about {};
    if (fstat(place.number(), &about) == 0 && !S_ISDIR(about.st_mode)) what &= on_a_file;
    const landlock_path_beneath_attr rule{.allowed_access = what, .parent_fd = place.number()};
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// The rules that the child puts itself under; -1 where the kernel knows none.
Handle rules_for(const std::string& folder) {
    const landlock_ruleset_attr attributes{.handled_access_fs = everything};
    Handle rules(int(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
    if (rules.number() < 0) return rules;
    for (const auto* path : seen) allow(rules.number(), path, reading);
    allow(rules.number(), "/dev/null", reading | LANDLOCK_ACCESS_FS_WRITE_FILE);
    allow(rules.number(), folder, everything);
    return rules;
}

// ---------------------------------------------------------------- in the child, before it begins

// Between fork and exec of a program with threads only what is safe in a signal handler may run:
// system calls, and no memory that is not there already.

bool write_all(const char* path, const char* text, std::size_t size) {
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    const bool written = file >= 0 && write(file, text, size) == ssize_t(size);
    if (file >= 0) close(file);
    return written;
}

/// What is prepared for it: pointers into strings of the parent, which waits.
struct Prepared {
    std::vector<char*> arguments, surroundings;
    const char* folder = nullptr;
    /// "1000 1000 1": in its own world of users it is who it was.
    std::string user_map, group_map;
    int rules = -1;
};

bool leave_the_network(const Prepared& what) {
    if (is_root()) return unshare(CLONE_NEWNET) == 0;
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
    return write_all("/proc/self/setgroups", "deny", 4) &&
           write_all("/proc/self/uid_map", what.user_map.data(), what.user_map.size()) &&
           write_all("/proc/self/gid_map", what.group_map.data(), what.group_map.size());
}

bool become_nobody() {
    if (!is_root()) return true;
    return setgroups(0, nullptr) == 0 && setresgid(nobody, nobody, nobody) == 0 &&
           setresuid(nobody, nobody, nobody) == 0;
}

bool limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{.rlim_cur = most, .rlim_max = most};
    return setrlimit(what, &both) == 0;
}

bool take_limits(rlim_t seconds) {
    return limit(RLIMIT_CPU, seconds) && limit(RLIMIT_FSIZE, rlim_t{128} << 20) &&
           limit(RLIMIT_CORE, 0);
}

/// Where the kernel has no Landlock, being nobody is what keeps root's child from the records.
bool see_nothing_else(const Prepared& what) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    return what.rules < 0 || syscall(SYS_landlock_restrict_self, what.rules, 0) == 0;
}

/// Nothing that is open here stays open there.
bool leave_open_files() {
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0) return false;
    for (const int standard : {0, 1, 2})
        if (dup2(nothing, standard) < 0) return false;
    return syscall(SYS_close_range, 3, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
}

[[noreturn]] void begin(const Prepared& what, rlim_t seconds) {
    const bool confined = setpgid(0, 0) == 0 && leave_open_files() && leave_the_network(what) &&
                          become_nobody() && take_limits(seconds) && chdir(what.folder) == 0 &&
                          see_nothing_else(what);
    if (confined) execve(what.arguments[0], what.arguments.data(), what.surroundings.data());
    _exit(127);
}

// ----------------------------------------------------------------------------------- in the parent

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (auto& one : words) all.push_back(one.data());
    all.push_back(nullptr);
    return all;
}

/// Kills the child with all that it started, and waits for it.
void end_all(pid_t child) {
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
    int state = 0;
    while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
    }
}

Result<Done> wait_for(pid_t child, std::chrono::seconds longest) {
    const auto end = std::chrono::steady_clock::now() + longest;
    int state = 0;
    while (true) {
        const auto ended = waitpid(child, &state, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) break;
        if (std::chrono::steady_clock::now() > end) {
            end_all(child);
            return invalid("", "It took too long.");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    kill(-child, SIGKILL); // what it left behind
    if (WIFEXITED(state) && WEXITSTATUS(state) == 0) return Done{};
    return invalid("", "It ended with an error.");
}

/// Whether a child of ours can leave the network: tried, since kernels and containers differ.
bool can_leave_the_network() {
    Prepared what{.arguments = {},
                  .surroundings = {},
                  .user_map = fmt::format("{0} {0} 1", geteuid()),
                  .group_map = fmt::format("{0} {0} 1", getegid())};
    const auto child = fork();
    if (child == 0) _exit(leave_the_network(what) ? 0 : 1);
    return child > 0 && bool(wait_for(child, std::chrono::seconds{5}));
}

std::string find_out_why_not() {
    if (!is_root() &&
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
        return "this machine's kernel cannot keep other programs away from the records (Landlock)";
    if (!can_leave_the_network())
        return "this machine does not let a program leave the network (user namespaces)";
    return {};
}

} // namespace

WorkFolder::WorkFolder() {
    auto name = (std::filesystem::temp_directory_path() / "openmasa-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("No folder could be made to work in");
    path_ = std::filesystem::canonical(name).string();
    if (is_root() && chown(path_.c_str(), nobody, nobody) != 0)
        throw std::runtime_error("A folder to work in could not be given away");
}

WorkFolder::~WorkFolder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
}

void WorkFolder::put(const std::string& name, std::string_view content) const {
    const auto path = path_ + "/" + name;
    std::ofstream file(path, std::ios::binary);
    file << content;
    file.close();
    const bool given = !is_root() || chown(path.c_str(), nobody, nobody) == 0;
    if (!file || !given) throw std::runtime_error("A file to work on could not be written");
}

std::string WorkFolder::get(const std::string& name, std::size_t most) const {
    const Handle file(open((path_ + "/" + name).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat about {};
    if (file.number() < 0 || fstat(file.number(), &about) != 0) return {};
    if (!S_ISREG(about.st_mode) || std::size_t(about.st_size) > most) return {};
    std::string content(std::size_t(about.st_size), '\0');
    std::size_t have = 0;
    while (have < content.size()) {
        const auto got = read(file.number(), content.data() + have, content.size() - have);
        if (got <= 0) return {};
        have += std::size_t(got);
    }
    return content;
}

std::string why_not_confined() {
    static const std::string why = find_out_why_not();
    return why;
}

Result<Done> run_confined(const Confined& what) {
    if (auto why = why_not_confined(); !why.empty()) return invalid("", std::move(why));
    auto words = what.command;
    std::vector<std::string> said = {"HOME=" + what.folder, "TMPDIR=" + what.folder, "LANG=C.UTF-8",
                                     "PATH=/usr/bin:/bin"};
    const auto rules = rules_for(what.folder);
    const Prepared prepared{.arguments = pointers_to(words),
                            .surroundings = pointers_to(said),
                            .folder = what.folder.c_str(),
                            .user_map = fmt::format("{0} {0} 1", geteuid()),
                            .group_map = fmt::format("{0} {0} 1", getegid()),
                            .rules = rules.number()};
    const auto child = fork();
    if (child < 0) return invalid("", "It could not be started.");
    if (child == 0) begin(prepared, rlim_t(what.longest.count()) * 4);
    return wait_for(child, what.longest);
}

} // namespace openmasa::documents
