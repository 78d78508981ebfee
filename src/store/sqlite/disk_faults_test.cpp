// What SQLite's files hold after the disk failed at any one moment, and after the power went. Each
// check has its control: a disk that lies must be caught. OPENMASA_LONG=1 does ten times as much.
#include "store/db.hpp"
#include "store/sqlite/watched_disk.hpp"
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sys/stat.h>
#include <thread>

namespace openmasa::store::sqlite {
namespace {

namespace fs = std::filesystem;
using How = WatchedDisk::How;
using Syncs = WatchedDisk::Syncs;

bool is_long() {
    return std::getenv("OPENMASA_LONG") != nullptr;
}

/// A folder in memory, where there is one: what is asked here does not need a real disk.
class Folder {
public:
    Folder() {
        auto name =
            (fs::exists("/dev/shm") ? std::string("/dev/shm") : "/tmp") + "/openmasa-XXXXXX";
        if (!mkdtemp(name.data())) std::abort();
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    const fs::path& path() const { return path_; }
    std::string address() const { return "sqlite:" + (path_ / "test.db").string(); }

private:
    fs::path path_;
};

constexpr Query<None(std::int64_t, std::string_view)> add_half{
    "test.add_half", "INSERT INTO half (number, words) VALUES ($1, $2)"};
struct Half {
    std::int64_t number;
    std::string words;
};
constexpr Query<Half()> list_halves{"test.halves",
                                    "SELECT number, words FROM half ORDER BY number"};

std::string words_of(std::int64_t number) {
    return fmt::format("{} {}", number, std::string(300 + number * 37 % 3000, 'x'));
}

void make_table(Db& db) {
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        db.execute("CREATE TABLE half (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
        db.execute("PRAGMA wal_autocheckpoint = 40"); // many of them in a short time
        return Done{};
    }));
}

/// Two rows or none. True when it was said to be saved.
bool save(Db& db, std::int64_t number) {
    const auto words = words_of(number);
    try {
        return static_cast<bool>(db.atomically([&]() -> Result<Done> {
            db.run(add_half, number * 2, words);
            db.run(add_half, number * 2 + 1, words);
            return Done{};
        }));
    } catch (const Fault&) {
        return false;
    }
}

/// What is wrong with the database at `address`, opened on a sound disk; empty when nothing is:
/// whole, every pair complete, and all that was said to be saved there.
std::string complaint_about(const std::string& address, const std::set<std::int64_t>& saved) {
    try {
        Database database(address, Database::Opening::existing);
        if (const auto damage = database.damage(); !damage.empty()) return damage.front();
        Db db(database);
        std::set<std::int64_t> found;
        for (const auto& half : db.all(list_halves)) {
            if (half.words != words_of(half.number / 2))
                return fmt::format("{} holds other words", half.number / 2);
            found.insert(half.number);
        }
        for (auto number : found)
            if (!found.contains(number ^ 1))
                return fmt::format("half of {} is missing", number / 2);
        for (auto number : saved)
            if (!found.contains(number * 2)) return fmt::format("{} was saved and is gone", number);
    } catch (const Fault& fault) {
        return fault.what();
    }
    return {};
}

struct Troubled {
    std::string complaint;
    bool was_reached = false;
};

/// Twenty saves and looks, with trouble at the n-th thing that the disk is asked to do.
Troubled with_trouble_at(std::int64_t n, How how) {
    const Folder folder;
    std::set<std::int64_t> saved;
    Troubled troubled;
    {
        WatchedDisk disk;
        Database database(folder.address(), Database::Opening::create);
        auto db = std::make_unique<Db>(database);
        make_table(*db);
        disk.trouble_at(n, how);
        for (std::int64_t number = 0; number < 20; ++number) {
            if (save(*db, number)) saved.insert(number);
            try {
                (void)db->all(list_halves);
                db->finish();
            } catch (const Fault&) {
                db = std::make_unique<Db>(database); // as the server does
            }
        }
        troubled.was_reached = disk.operations() >= n;
        if (how == How::fails && saved.size() < 15)
            troubled.complaint = "it did not go on by itself";
        if (how == How::fails && !save(*db, 99)) troubled.complaint = "it did not recover";
    }
    if (troubled.complaint.empty()) troubled.complaint = complaint_about(folder.address(), saved);
    return troubled;
}

TEST(DiskFaults, Whichever_read_write_or_sync_fails_what_was_saved_is_there) {
    const std::int64_t step = is_long() ? 1 : 5;
    std::int64_t n = 1;
    for (;; n += step) {
        const auto troubled = with_trouble_at(n, How::fails);
        if (!troubled.was_reached) break;
        ASSERT_EQ(troubled.complaint, "") << "the disk failed at its operation " << n;
    }
    EXPECT_GT(n, 150) << "too little was asked of the disk";
}

TEST(DiskFaults, A_disk_that_leaves_a_write_out_is_caught) {
    int caught = 0;
    for (std::int64_t n = 1; n < 300; n += 3)
        caught += !with_trouble_at(n, How::lies).complaint.empty();
    EXPECT_GT(caught, 3);
}

struct Filled {
    std::string complaint;
    bool was_full = false;
};

/// Twenty saves on a disk with room for so many bytes more; then there is room again.
Filled on_a_disk_with_room_for(std::int64_t bytes, How how) {
    const Folder folder;
    std::set<std::int64_t> saved;
    Filled filled;
    {
        WatchedDisk disk;
        Database database(folder.address(), Database::Opening::create);
        Db db(database);
        make_table(db);
        disk.has_room_for(bytes, how);
        for (std::int64_t number = 0; number < 20; ++number) {
            if (save(db, number)) saved.insert(number);
            try {
                if (how == How::fails && db.all(list_halves).size() != 2 * saved.size())
                    filled.complaint = "while it was full, something else was read than was saved";
            } catch (const Fault& fault) {
                filled.complaint =
                    std::string("while it was full, nothing was read: ") + fault.what();
            }
            db.finish();
        }
        filled.was_full = disk.was_full();
        disk.has_room_again();
        if (how == How::fails && !save(db, 99))
            filled.complaint = "with room again, nothing was saved";
    }
    if (filled.complaint.empty()) filled.complaint = complaint_about(folder.address(), saved);
    return filled;
}

TEST(DiskFaults, Whichever_byte_the_disk_is_full_at_what_was_saved_is_there) {
    const std::int64_t step = is_long() ? 127 : 2503;
    std::int64_t bytes = 0;
    for (;; bytes += step) {
        const auto filled = on_a_disk_with_room_for(bytes, How::fails);
        if (!filled.was_full) break;
        ASSERT_EQ(filled.complaint, "") << "there was room for " << bytes << " bytes";
    }
    EXPECT_GT(bytes, 100'000) << "too little was written";
}

TEST(DiskFaults, A_full_disk_that_says_done_is_caught) {
    int caught = 0;
    for (std::int64_t bytes = 0; bytes < 100'000; bytes += 2503)
        caught += !on_a_disk_with_room_for(bytes, How::lies).complaint.empty();
    EXPECT_GT(caught, 3);
}

/// Saves from several people at once, on a disk that keeps the order of what it was asked.
class PowerCut : public testing::Test {
protected:
    PowerCut() : database(folder.address(), Database::Opening::create) {
        Db db(database);
        make_table(db);
        first_moment = disk.events();
        std::vector<std::jthread> people;
        for (int person = 0; person < 4; ++person)
            people.emplace_back([this, person] {
                Db own(database);
                for (int at = 0; at < 120; ++at) {
                    const auto number = std::int64_t{person} * 1000 + at;
                    if (!save(own, number)) continue;
                    const std::lock_guard lock(mutex);
                    saved_by[number] = disk.events();
                }
            });
        people.clear();
        last_moment = disk.events();
    }
    /// What is wrong after the power went at a moment that `seed` chooses.
    std::string complaint_of(std::uint64_t seed, Syncs syncs) {
        std::mt19937_64 random(seed);
        const auto moment = first_moment + random() % (last_moment - first_moment + 1);
        const Folder image;
        disk.leave_image(image.path(), moment, seed, syncs);
        std::set<std::int64_t> saved;
        for (const auto& [number, by] : saved_by)
            if (by <= moment) saved.insert(number);
        return complaint_about(image.address(), saved);
    }

    Folder folder;
    WatchedDisk disk;
    Database database;
    std::size_t first_moment = 0, last_moment = 0;
    std::mutex mutex;
    std::map<std::int64_t, std::size_t> saved_by;
};

TEST_F(PowerCut, Whenever_it_comes_what_was_saved_is_there) {
    ASSERT_EQ(saved_by.size(), 480u);
    const std::uint64_t images = is_long() ? 1000 : 100;
    for (std::uint64_t seed = 1; seed <= images; ++seed)
        ASSERT_EQ(complaint_of(seed, Syncs::count), "") << "image " << seed;
}

TEST_F(PowerCut, A_disk_that_ignores_syncs_is_caught) {
    int caught = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        caught += !complaint_of(seed, Syncs::are_ignored).empty();
    EXPECT_GT(caught, 10);
}

} // namespace
} // namespace openmasa::store::sqlite
