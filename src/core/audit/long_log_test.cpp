// A log of years: it is checked in memory that does not grow with it, and any page of it is quick.
// With OPENMASA_LONG it has 1,000,000 entries, otherwise 20,000.
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/log.hpp"
#include "store/test_database.hpp"
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <unistd.h>

namespace openmasa::audit {
namespace {

using namespace std::chrono;

class LongLog : public testing::Test {
protected:
    LongLog()
        : db((test.migrate(), test.database())),
          one(command_line_scope(start, system_randomness())) {
        one.person = PersonId::make(start, system_randomness());
        const auto done = db.atomically([&]() -> Result<Done> {
            db.run(add_person, *one.person);
            for (int at = 0; at < entries; ++at) add(at);
            return Done{};
        });
        EXPECT_TRUE(done);
        db.finish();
    }

    void add(int at) {
        auto scope = one;
        scope.now = start + seconds{30} * at;
        if (at % 5 == 1) scope.person.reset();
        record(db, scope,
               {.verb = at % 1000 == 0 ? "settings.saved"
                        : at % 3       ? "action.changed"
                                       : "session.started",
                .kind = at % 1000 == 0 ? "settings"
                        : at % 3       ? "action"
                                       : "session",
                .id = std::to_string(at % 700),
                .content = {}});
    }

    static long resident_kb() {
        std::ifstream statm("/proc/self/statm");
        long whole = 0, resident = 0;
        statm >> whole >> resident;
        return resident * sysconf(_SC_PAGESIZE) / 1024;
    }
    /// Of the processor, so that what else the machine does is no fault.
    template<class Work> milliseconds time_of(Work work) {
        const auto begun = std::clock();
        work();
        return milliseconds{(std::clock() - begun) * 1000 / CLOCKS_PER_SEC};
    }

    static constexpr store::Query<store::None(PersonId)> add_person{
        "test.long_log_person",
        "INSERT INTO person (id, known_as, created_at) VALUES ($1, 'One', 'x')"};
    const bool is_long = std::getenv("OPENMASA_LONG") != nullptr;
    const int entries = is_long ? 1'000'000 : 20'000;
    const Moment start = store::TestDatabase::noon();
    store::TestDatabase test;
    store::Db db;
    Scope one;
};

TEST_F(LongLog, Is_checked_in_memory_that_does_not_grow_with_it) {
    (void)read_log(db, {}, 1);
    db.finish();
    const auto before = resident_kb();
    Verdict verdict;
    const auto took = time_of([&] { verdict = verify(db); });
    EXPECT_EQ(verdict.entries, entries);
    EXPECT_TRUE(verdict.faults.empty());
    // What the system maps of the file counts as ours; beside it there is next to nothing.
    std::error_code no_file;
    const auto bytes = std::filesystem::file_size(test.file(), no_file);
    const auto file_kb = no_file ? 0L : static_cast<long>(bytes / 1024);
    EXPECT_LT(resident_kb() - before, file_kb + 20'000);
    std::cout << "verify: " << entries << " entries in " << took.count() << " ms\n";
}

TEST_F(LongLog, Any_page_of_it_is_quick) {
    const auto middle = london_day(start + seconds{15} * entries);
    const LogFilter filters[] = {{},
                                 {.person = one.person},
                                 {.nobody = true},
                                 {.verb = "settings.saved"},
                                 {.kind = "settings"},
                                 {.from = middle, .to = middle},
                                 {.person = one.person, .verb = "settings.saved"},
                                 {.kind = "action", .to = middle},
                                 {.record_kind = "action", .record_id = "13"}};
    for (const auto& filter : filters) {
        std::size_t found = 0;
        const auto took = time_of([&] { found = read_log(db, filter, acts_a_page).size(); });
        db.finish();
        EXPECT_GT(found, 0u);
        EXPECT_LT(took, milliseconds{300}) << to_query(filter);
        std::cout << "page \"" << to_query(filter) << "\": " << took.count() << " ms\n";
    }
    EXPECT_LT(time_of([&] { EXPECT_EQ(list_verbs(db).size(), 3u); }), milliseconds{100});
    EXPECT_LT(time_of([&] { EXPECT_EQ(list_kinds(db).size(), 3u); }), milliseconds{100});
}

} // namespace
} // namespace openmasa::audit
