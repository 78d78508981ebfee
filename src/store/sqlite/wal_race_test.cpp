// Two processes on one file, both writing, one of them checkpointing without end: the race in which
// SQLite before 3.51.3 could lose what was committed. OPENMASA_LONG=1 runs it for five minutes.
#include "store/sqlite/connection.hpp"
#include "store/test_database.hpp"
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace openmasa::store::sqlite {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::seconds duration() {
    return std::chrono::seconds{std::getenv("OPENMASA_LONG") ? 300 : 3};
}

constexpr Query<None(std::int64_t, std::string_view)> add{
    "test.race_add", "INSERT INTO race (number, words) VALUES ($1, $2)"};
constexpr Query<std::int64_t()> list{"test.race_list", "SELECT number FROM race ORDER BY number"};

/// True when it was said to be saved. That the other one writes is no fault; any other is thrown.
bool save(Db& db, std::int64_t number) {
    try {
        return static_cast<bool>(db.atomically([&]() -> Result<Done> {
            db.run(add, number, std::string(std::abs(number) % 5000, 'x'));
            return Done{};
        }));
    } catch (const Fault& fault) {
        if (fault.kind() == Fault::Kind::busy) return false;
        throw;
    }
}

/// SQLite's lock is for whoever asks first, and asks most often.
void let_the_other() {
    std::this_thread::sleep_for(std::chrono::milliseconds{3});
}

/// What the other process does after each of its saves: it starts the log anew, as SQLite does; or
/// cuts it by hand, behind SQLite's back, and so loses what only stands there: the control.
enum class Other { checkpoints, cuts_the_log };

/// The other process: negative numbers, each told through the pipe once it was saved.
[[noreturn]] void be_the_other(const std::string& file, int told, Other what) noexcept {
    Database database("sqlite:" + file, Database::Opening::existing);
    Db db(database);
    Connection checkpoints(file, Access::read_write);
    for (std::int64_t number = -1;; --number) {
        try {
            const bool is_saved = save(db, number);
            if (is_saved && ::write(told, &number, sizeof number) != sizeof number) _exit(1);
            if (what == Other::checkpoints) checkpoints.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            if (what == Other::cuts_the_log && ::truncate((file + "-wal").c_str(), 32)) _exit(1);
        } catch (const Fault&) { // somebody reads or writes, or what was cut is missed
        }
        let_the_other();
    }
}

std::set<std::int64_t> everything_told(int by) {
    std::set<std::int64_t> numbers;
    std::int64_t number = 0;
    while (::read(by, &number, sizeof number) == sizeof number) numbers.insert(number);
    return numbers;
}

/// Two processes save for so long; what each was told is saved.
struct Race {
    std::set<std::int64_t> own, others;
    std::string complaint;

    void run(TestDatabase& test, Other what, std::chrono::seconds duration);
    void save_own(TestDatabase& test, std::chrono::seconds duration);
    void judge(TestDatabase& test);
};

void Race::run(TestDatabase& test, Other what, std::chrono::seconds duration) {
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    ASSERT_GT(fcntl(pipe_ends[1], F_SETPIPE_SZ, 1 << 20), 0);
    const auto other = fork();
    if (other == 0) be_the_other(test.file(), pipe_ends[1], what);
    close(pipe_ends[1]);
    std::thread listening([&, by = pipe_ends[0]] { others = everything_told(by); });
    save_own(test, duration);
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    listening.join();
    close(pipe_ends[0]);
    if (complaint.empty()) judge(test);
}

void Race::save_own(TestDatabase& test, std::chrono::seconds duration) {
    Db db(test.database());
    const auto end = Clock::now() + duration;
    try {
        for (std::int64_t number = 1; Clock::now() < end; ++number) {
            if (save(db, number)) own.insert(number);
            let_the_other();
        }
    } catch (const Fault& fault) {
        complaint = fault.what();
    }
}

void Race::judge(TestDatabase& test) try {
    Db db(test.database());
    std::set<std::int64_t> found;
    for (auto number : db.all(list)) found.insert(number);
    for (const auto& saved : {own, others})
        for (auto number : saved)
            if (!found.contains(number)) complaint = std::to_string(number) + " is gone";
    if (const auto damage = test.database().damage(); !damage.empty()) complaint = damage.front();
} catch (const Fault& fault) {
    complaint = fault.what();
}

Race raced(Other what, std::chrono::seconds duration) {
    TestDatabase test;
    Db db(test.database());
    EXPECT_TRUE(db.atomically([&]() -> Result<Done> {
        db.execute("CREATE TABLE race (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
        return Done{};
    }));
    db.finish();
    Race race;
    race.run(test, what, duration);
    return race;
}

TEST(WalRace, Beside_a_second_process_that_checkpoints_nothing_that_was_saved_is_lost) {
    if (TestDatabase::is_on_postgresql()) GTEST_SKIP() << "SQLite's own file";
    const auto race = raced(Other::checkpoints, duration());
    EXPECT_GT(race.own.size(), 10u);
    EXPECT_GT(race.others.size(), 10u);
    EXPECT_EQ(race.complaint, "");
}

TEST(WalRace, A_second_process_that_cuts_the_log_by_hand_is_caught) {
    if (TestDatabase::is_on_postgresql()) GTEST_SKIP() << "SQLite's own file";
    EXPECT_NE(raced(Other::cuts_the_log, std::chrono::seconds{1}).complaint, "");
}

} // namespace
} // namespace openmasa::store::sqlite
