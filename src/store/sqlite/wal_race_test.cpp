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

bool save(Db& db, std::int64_t number) {
    try {
        return static_cast<bool>(db.atomically([&]() -> Result<Done> {
            db.run(add, number, std::string(std::abs(number) % 5000, 'x'));
            return Done{};
        }));
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), Fault::Kind::busy) << fault.what();
        return false;
    }
}

/// SQLite's lock is for whoever asks first, and asks most often.
void let_the_other() {
    std::this_thread::sleep_for(std::chrono::milliseconds{3});
}

/// The other process: negative numbers, each told through the pipe once it was saved, and a
/// checkpoint that starts the log anew after every one.
[[noreturn]] void be_the_other(const std::string& file, int told) noexcept {
    Database database("sqlite:" + file, Database::Opening::existing);
    Db db(database);
    Connection checkpoints(file, Access::read_write);
    for (std::int64_t number = -1;; --number) {
        const bool is_saved = save(db, number);
        if (is_saved && ::write(told, &number, sizeof number) != sizeof number) _exit(1);
        try {
            checkpoints.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (const Fault&) { // somebody reads or writes: the next one will do
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

TEST(WalRace, Beside_a_second_process_that_checkpoints_nothing_that_was_saved_is_lost) {
    if (TestDatabase::is_on_postgresql()) GTEST_SKIP() << "SQLite's own file";
    TestDatabase test;
    Db db(test.database());
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        db.execute("CREATE TABLE race (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
        return Done{};
    }));
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    ASSERT_GT(fcntl(pipe_ends[1], F_SETPIPE_SZ, 1 << 20), 0);
    const auto other = fork();
    if (other == 0) be_the_other(test.file(), pipe_ends[1]);
    close(pipe_ends[1]);
    std::set<std::int64_t> saved;
    std::thread listening([&, by = pipe_ends[0]] { saved.merge(everything_told(by)); });
    std::set<std::int64_t> own;
    const auto end = Clock::now() + duration();
    for (std::int64_t number = 1; Clock::now() < end; ++number) {
        if (save(db, number)) own.insert(number);
        let_the_other();
    }
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    listening.join();
    close(pipe_ends[0]);
    EXPECT_GT(saved.size(), 10u);
    EXPECT_GT(own.size(), 10u);
    saved.merge(own);
    db.finish();
    std::set<std::int64_t> found;
    for (auto number : db.all(list)) found.insert(number);
    for (auto number : saved) ASSERT_TRUE(found.contains(number)) << number << " is gone";
    EXPECT_FALSE(found.contains(0)) << "the check would notice a record that was never written";
    EXPECT_TRUE(test.database().damage().empty());
}

} // namespace
} // namespace openmasa::store::sqlite
