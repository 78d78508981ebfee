#pragma once
// For tests: SQLite's files on a disk that is watched, that can fail or lie at a chosen moment, and
// that can say what it might hold had the power gone at another. While one lives, every database
// that is opened is on it.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace openmasa::store::sqlite {

class WatchedDisk {
public:
    WatchedDisk();
    ~WatchedDisk();
    WatchedDisk(const WatchedDisk&) = delete;
    WatchedDisk& operator=(const WatchedDisk&) = delete;

    /// Once: the n-th read, write, cut or sync from now on fails; or is said to be done and is not.
    enum class How { fails, lies };
    void trouble_at(std::int64_t n, How how);
    /// From now on the files may grow by so many bytes in all. A write past that is cut where the
    /// room ends and fails, as on a full disk; or is said to be done and is not.
    void has_room_for(std::int64_t bytes, How how);
    void has_room_again();
    /// Whether a write found no room.
    bool was_full() const;

    /// Reads, writes, cuts and syncs since trouble_at().
    std::int64_t operations() const;

    /// Writes, cuts, syncs and removals so far: a moment for leave_image().
    std::size_t events() const;
    /// Into `folder`, the files as they may be when the power goes after so many events: what was
    /// synced is there; of what was not, each sector of 512 bytes is there or not, as `seed` has
    /// it. A disk that ignores syncs loses what was acknowledged: the control.
    enum class Syncs { count, are_ignored };
    void leave_image(const std::filesystem::path& folder, std::size_t events, std::uint64_t seed,
                     Syncs syncs) const;
};

} // namespace openmasa::store::sqlite
