#include "store/sqlite/watched_disk.hpp"
#include <algorithm>
#include <cstring>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <sqlite3.h>

namespace openmasa::store::sqlite {
namespace {

namespace fs = std::filesystem;

struct Event {
    enum class What { write, cut, sync, removal };
    What what;
    std::string path;
    std::int64_t at;
    std::string bytes;
};

/// What the one disk that is watched has seen; SQLite's callbacks find it here.
struct Watching {
    std::mutex mutex;
    std::vector<Event> events;
    std::int64_t operations = 0, trouble_at = 0;
    WatchedDisk::How how = WatchedDisk::How::fails;
    std::optional<std::int64_t> room;
    bool was_full = false;
    sqlite3_vfs own{};
    sqlite3_vfs* real = nullptr;
    sqlite3_io_methods methods{};

    enum class Fate { is_done, fails, is_left_out };
    Fate next() {
        if (++operations != trouble_at) return Fate::is_done;
        return how == WatchedDisk::How::fails ? Fate::fails : Fate::is_left_out;
    }
};
Watching watching;
using Fate = Watching::Fate;
using What = Event::What;

/// A file of ours; the system's own stands behind it in the same memory.
struct File {
    sqlite3_file base;
    const char* path;
};
sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
const char* path_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->path;
}
bool is_watched(sqlite3_file* file) {
    return path_of(file) != nullptr;
}

template<class Do> int carry_out(sqlite3_file* file, int failure, Event&& event, Do act) {
    if (!is_watched(file)) return act();
    const std::lock_guard lock(watching.mutex);
    switch (watching.next()) {
    case Fate::fails: return failure;
    case Fate::is_left_out: return SQLITE_OK;
    case Fate::is_done: break;
    }
    const int code = act();
    if (code == SQLITE_OK) watching.events.push_back(std::move(event));
    return code;
}

int read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
    if (is_watched(file)) {
        const std::lock_guard lock(watching.mutex);
        if (watching.next() == Fate::fails) return SQLITE_IOERR_READ;
    }
    return real(file)->pMethods->xRead(real(file), into, size, at);
}
/// How many bytes of a write there is room for, which is less by them afterwards. What is written
/// over needs none.
int take_room(sqlite3_file* file, int size, sqlite3_int64 at) {
    const std::lock_guard lock(watching.mutex);
    if (!is_watched(file) || !watching.room) return size;
    sqlite3_int64 before = 0;
    real(file)->pMethods->xFileSize(real(file), &before);
    const auto growth = std::max<std::int64_t>(0, at + size - before);
    const auto granted = std::min(growth, *watching.room);
    *watching.room -= granted;
    if (granted < growth) watching.was_full = true;
    return static_cast<int>(std::max<std::int64_t>(0, size - (growth - granted)));
}

int write_on_full(sqlite3_file* file, const void* from, int fits, sqlite3_int64 at) {
    if (watching.how == WatchedDisk::How::lies) return SQLITE_OK;
    if (fits > 0) real(file)->pMethods->xWrite(real(file), from, fits, at);
    return SQLITE_FULL;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const int fits = take_room(file, size, at);
    if (fits < size) return write_on_full(file, from, fits, at);
    const char* path = path_of(file) ? path_of(file) : "";
    // A disk that is full, and one that is broken, in turns.
    const int failure = at % 8192 ? SQLITE_IOERR_WRITE : SQLITE_FULL;
    return carry_out(file, failure,
                     {What::write, path, at, {static_cast<const char*>(from), std::size_t(size)}},
                     [&] { return real(file)->pMethods->xWrite(real(file), from, size, at); });
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return carry_out(file, SQLITE_IOERR_TRUNCATE,
                     {What::cut, path_of(file) ? path_of(file) : "", size, {}},
                     [&] { return real(file)->pMethods->xTruncate(real(file), size); });
}
int sync(sqlite3_file* file, int flags) {
    return carry_out(file, SQLITE_IOERR_FSYNC,
                     {What::sync, path_of(file) ? path_of(file) : "", 0, {}},
                     [&] { return real(file)->pMethods->xSync(real(file), flags); });
}

int close(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int how) {
    return real(file)->pMethods->xLock(real(file), how);
}
int unlock(sqlite3_file* file, int how) {
    return real(file)->pMethods->xUnlock(real(file), how);
}
int check_reserved_lock(sqlite3_file* file, int* is) {
    return real(file)->pMethods->xCheckReservedLock(real(file), is);
}
int file_control(sqlite3_file* file, int what, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
/// None is promised: no write is whole because it is small, no bytes beside it are safe.
int device_characteristics(sqlite3_file*) {
    return 0;
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, at);
}
int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
void shm_barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    constexpr int ours = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    file->pMethods = nullptr;
    const int code = watching.real->xOpen(watching.real, name, real(file), flags, out);
    if (code != SQLITE_OK) return code;
    reinterpret_cast<File*>(file)->path = flags & ours ? name : nullptr;
    file->pMethods = &watching.methods;
    return SQLITE_OK;
}
int remove(sqlite3_vfs*, const char* name, int sync_folder) {
    const std::lock_guard lock(watching.mutex);
    watching.events.push_back({What::removal, name, 0, {}});
    return watching.real->xDelete(watching.real, name, sync_folder);
}

/// Version 2 of the methods has no memory maps: every read comes through here.
void set_methods() {
    watching.methods = {2,
                        close,
                        read,
                        write,
                        truncate,
                        sync,
                        file_size,
                        lock,
                        unlock,
                        check_reserved_lock,
                        file_control,
                        sector_size,
                        device_characteristics,
                        shm_map,
                        shm_lock,
                        shm_barrier,
                        shm_unmap,
                        nullptr,
                        nullptr};
}

/// One file on a disk: what it surely holds, and what is on its way.
class OnDisk {
public:
    void take(const Event& event) {
        if (event.what == What::removal) {
            surely_.clear();
            on_its_way_.clear();
        } else {
            on_its_way_.push_back(&event);
        }
    }
    void sync() {
        for (const auto* event : on_its_way_) apply(*event, 0, event->bytes.size());
        on_its_way_.clear();
    }
    /// Any order, any sectors of them.
    std::string after_the_cut(std::mt19937_64& random) {
        std::ranges::shuffle(on_its_way_, random);
        const auto likely = random() % 101; // also none, and all
        for (const auto* event : on_its_way_) {
            if (event->what == What::cut && random() % 100 < likely) apply(*event, 0, 0);
            for (std::size_t from = 0; from < event->bytes.size(); from += sector)
                if (random() % 100 < likely)
                    apply(*event, from, std::min(event->bytes.size(), from + sector));
        }
        return surely_;
    }

private:
    static constexpr std::size_t sector = 512;
    void apply(const Event& event, std::size_t from, std::size_t to) {
        const auto at = static_cast<std::size_t>(event.at);
        if (event.what == What::cut) return surely_.resize(at);
        if (surely_.size() < at + to) surely_.resize(at + to);
        std::memcpy(surely_.data() + at + from, event.bytes.data() + from, to - from);
    }
    std::string surely_;
    std::vector<const Event*> on_its_way_;
};

} // namespace

WatchedDisk::WatchedDisk() {
    watching.real = sqlite3_vfs_find(nullptr);
    watching.events.clear();
    watching.trouble_at = 0;
    watching.room.reset();
    set_methods();
    watching.own = *watching.real;
    watching.own.pNext = nullptr;
    watching.own.zName = "openmasa-watched";
    watching.own.szOsFile = static_cast<int>(sizeof(File)) + watching.real->szOsFile;
    watching.own.xOpen = open;
    watching.own.xDelete = remove;
    sqlite3_vfs_register(&watching.own, 1);
}

WatchedDisk::~WatchedDisk() {
    sqlite3_vfs_register(watching.real, 1);
    sqlite3_vfs_unregister(&watching.own);
}

void WatchedDisk::trouble_at(std::int64_t n, How how) {
    const std::lock_guard lock(watching.mutex);
    watching.operations = 0;
    watching.trouble_at = n;
    watching.how = how;
}
void WatchedDisk::has_room_for(std::int64_t bytes, How how) {
    const std::lock_guard lock(watching.mutex);
    watching.room = bytes;
    watching.was_full = false;
    watching.how = how;
}
void WatchedDisk::has_room_again() {
    const std::lock_guard lock(watching.mutex);
    watching.room.reset();
}
bool WatchedDisk::was_full() const {
    const std::lock_guard lock(watching.mutex);
    return watching.was_full;
}
std::int64_t WatchedDisk::operations() const {
    const std::lock_guard lock(watching.mutex);
    return watching.operations;
}
std::size_t WatchedDisk::events() const {
    const std::lock_guard lock(watching.mutex);
    return watching.events.size();
}

void WatchedDisk::leave_image(const fs::path& folder, std::size_t events, std::uint64_t seed,
                              Syncs syncs) const {
    const std::lock_guard lock(watching.mutex);
    std::map<std::string, OnDisk> disk;
    for (std::size_t at = 0; at < std::min(events, watching.events.size()); ++at) {
        const auto& event = watching.events[at];
        auto& file = disk[event.path];
        if (event.what != What::sync) file.take(event);
        if (event.what == What::sync && syncs == Syncs::count) file.sync();
    }
    std::mt19937_64 random(seed);
    fs::create_directories(folder);
    for (auto& [path, file] : disk)
        std::ofstream(folder / fs::path(path).filename(), std::ios::binary)
            << file.after_the_cut(random);
}

} // namespace openmasa::store::sqlite
