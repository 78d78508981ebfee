// A library to be loaded before a program (LD_PRELOAD): what the program asks of the disk below one
// folder can be made to fail at the n-th call. Ours, for tests; failing_calls.mjs drives it.
//   FAILING_CALLS         the file through which the test and the program agree, see Agreement
//   FAILING_CALLS_BELOW   only files whose path begins so
// What was asked is counted, and noted in the file $FAILING_CALLS.log, one line a call.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// The test writes `at`, `how`, `error` and sets `count` to nothing; the program counts.
struct Agreement {
    std::atomic<std::int64_t> at, count;
    /// 1: fails with `error`. 2: half of it is done, and every call after it fails (for writes).
    /// 3: the program is killed before it. 4: it is said to be done and is not.
    std::atomic<std::int64_t> how, error;
};
enum class Fate { is_done, fails, is_done_by_half, is_left_out };

constexpr int most_files = 65536;
char path_of_file[most_files][256];

struct State {
    Agreement* agreement = nullptr;
    const char* below = nullptr;
    int log = -1;
    State() {
        const char* path = std::getenv("FAILING_CALLS");
        below = std::getenv("FAILING_CALLS_BELOW");
        if (!path || !below) return;
        const int file = static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC));
        void* at = mmap(nullptr, sizeof(Agreement), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (file < 0 || at == MAP_FAILED) std::abort();
        agreement = static_cast<Agreement*>(at);
        log = static_cast<int>(syscall(SYS_openat, AT_FDCWD, (std::string(path) + ".log").c_str(),
                                       O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    }
};

State& state() {
    static State made;
    return made;
}

bool is_watched(const char* path) {
    return state().agreement && path &&
           std::strncmp(path, state().below, std::strlen(state().below)) == 0;
}
const char* path_of(int file) {
    return file >= 0 && file < most_files ? path_of_file[file] : "";
}

void note(const char* what, const char* path, const char* more) {
    char line[700];
    const int size = std::snprintf(line, sizeof line, "%s\t%s\t%s\n", what, path, more);
    syscall(SYS_write, state().log, line, std::size_t(size));
}

/// Counts the call, notes it when it is to be done, and says what becomes of it.
Fate fate_of(const char* what, const char* path, const char* more = "") {
    auto& agreed = *state().agreement;
    const auto number = ++agreed.count;
    const auto at = agreed.at.load(), how = agreed.how.load();
    const bool is_it = at > 0 && number == at;
    const bool is_after = at > 0 && number > at && how == 2;
    if (is_it && how == 3) kill(getpid(), SIGKILL);
    if ((is_it && how == 1) || is_after) {
        errno = static_cast<int>(agreed.error.load());
        return Fate::fails;
    }
    if (is_it && how == 4) return Fate::is_left_out;
    note(what, path, more);
    return is_it && how == 2 ? Fate::is_done_by_half : Fate::is_done;
}

template<class Call> Call* next(const char* name) {
    return reinterpret_cast<Call*>(dlsym(RTLD_NEXT, name));
}

void remember(int file, const char* path) {
    if (file < 0 || file >= most_files) return;
    path_of_file[file][0] = '\0';
    if (is_watched(path)) std::strncpy(path_of_file[file], path, sizeof path_of_file[file] - 1);
}

void forget(int file) {
    if (file >= 0 && file < most_files) path_of_file[file][0] = '\0';
}

/// Opening is asked of the system itself: open(), open64() and openat() are one to it.
int open_at(int folder, const char* path, int flags, mode_t mode) {
    if (is_watched(path) && fate_of(flags & O_CREAT ? "make" : "open", path) == Fate::fails)
        return -1;
    const auto file = static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
    remember(file, path);
    return file;
}

mode_t mode_in(int flags, va_list more) {
    return flags & O_CREAT ? va_arg(more, mode_t) : 0;
}

int make_one(char* path, int suffix, const char* name) {
    if (is_watched(path) && fate_of("make", path) == Fate::fails) return -1;
    const int file =
        suffix ? next<int(char*, int)>(name)(path, suffix) : next<int(char*)>(name)(path);
    remember(file, path);
    return file;
}

FILE* open_stream(const char* path, const char* mode, const char* name) {
    if (is_watched(path) && fate_of("open", path) == Fate::fails) return nullptr;
    FILE* stream = next<FILE*(const char*, const char*)>(name)(path, mode);
    if (stream) remember(fileno(stream), path);
    return stream;
}

template<class Write> ssize_t write_one(int file, std::size_t size, Write act) {
    if (!*path_of(file)) return act(size);
    switch (fate_of("write", path_of(file))) {
    case Fate::fails: return -1;
    case Fate::is_left_out: return static_cast<ssize_t>(size);
    case Fate::is_done_by_half: return act(size > 1 ? size / 2 : size);
    case Fate::is_done: break;
    }
    return act(size);
}

template<class Act> int carry_out(const char* what, const char* path, const char* more, Act act) {
    if (!*path) return act();
    const auto fate = fate_of(what, path, more);
    return fate == Fate::fails ? -1 : fate == Fate::is_left_out ? 0 : act();
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = mode_in(flags, more);
    va_end(more);
    return open_at(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = mode_in(flags, more);
    va_end(more);
    return open_at(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const auto mode = mode_in(flags, more);
    va_end(more);
    return open_at(folder, path, flags, mode);
}
int mkstemp(char* path) {
    return make_one(path, 0, "mkstemp");
}
int mkstemp64(char* path) {
    return make_one(path, 0, "mkstemp64");
}
FILE* fopen(const char* path, const char* mode) {
    return open_stream(path, mode, "fopen");
}
FILE* fopen64(const char* path, const char* mode) {
    return open_stream(path, mode, "fopen64");
}
int close(int file) {
    forget(file);
    return static_cast<int>(syscall(SYS_close, file));
}
int fclose(FILE* stream) {
    forget(fileno(stream));
    return next<int(FILE*)>("fclose")(stream);
}

ssize_t read(int file, void* into, std::size_t size) {
    if (*path_of(file) && fate_of("read", path_of(file)) == Fate::fails) return -1;
    return syscall(SYS_read, file, into, size);
}
ssize_t write(int file, const void* from, std::size_t size) {
    return write_one(file, size,
                     [&](std::size_t part) { return syscall(SYS_write, file, from, part); });
}
ssize_t pwrite(int file, const void* from, std::size_t size, off_t at) {
    return write_one(file, size,
                     [&](std::size_t part) { return syscall(SYS_pwrite64, file, from, part, at); });
}
ssize_t pwrite64(int file, const void* from, std::size_t size, off64_t at) {
    return pwrite(file, from, size, at);
}
int fsync(int file) {
    return carry_out("sync", path_of(file), "", [&] { return int(syscall(SYS_fsync, file)); });
}
int fdatasync(int file) {
    return carry_out("sync", path_of(file), "", [&] { return int(syscall(SYS_fdatasync, file)); });
}
int rename(const char* from, const char* to) {
    return carry_out("rename", is_watched(from) ? from : "", to,
                     [&] { return int(syscall(SYS_rename, from, to)); });
}
int mkdir(const char* path, mode_t mode) {
    return carry_out("folder", is_watched(path) ? path : "", "",
                     [&] { return int(syscall(SYS_mkdir, path, mode)); });
}

} // extern "C"
