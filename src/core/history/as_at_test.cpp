#include "core/history/as_at.hpp"
#include "core/history/twin.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace openmasa::history {
namespace {

using store::None;
using store::Query;

using Trees = Twin<"tree", "id", "id, words">;
constexpr Query<None(std::string_view, std::int64_t, Day, Moment)> copy_tree{"test.copy_tree",
                                                                             Trees::copy};
constexpr Query<None(std::string_view, std::string_view)> save_tree{"test.save_tree", R"sql(
    INSERT INTO tree (id, words) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET words = $2)sql"};

struct Tree {
    std::string id, words;
    bool operator==(const Tree&) const = default;
};
constexpr Query<Tree()> list_trees{"test.list_trees", "SELECT id, words FROM tree ORDER BY id"};

TEST(AsAt, The_end_of_a_day_is_midnight_in_London) {
    EXPECT_EQ(iso(end_of(day(2026, 1, 22))), "2026-01-23T00:00:00.000Z");
    EXPECT_EQ(iso(end_of(day(2026, 7, 22))), "2026-07-22T23:00:00.000Z");
    // The clocks go forward on 29 March 2026 and back on 25 October 2026, both at 1am UTC.
    EXPECT_EQ(iso(end_of(day(2026, 3, 28))), "2026-03-29T00:00:00.000Z");
    EXPECT_EQ(iso(end_of(day(2026, 3, 29))), "2026-03-29T23:00:00.000Z");
    EXPECT_EQ(iso(end_of(day(2026, 10, 24))), "2026-10-24T23:00:00.000Z");
    EXPECT_EQ(iso(end_of(day(2026, 10, 25))), "2026-10-26T00:00:00.000Z");
}

TEST(AsAt, The_statement_that_copies_names_each_column_once) {
    EXPECT_EQ(Trees::copy, "INSERT INTO tree_version (id, words, of_version, true_from, "
                           "recorded_at) SELECT id, words, $2, $3, $4 FROM tree WHERE id = $1 ");
}

/// A version as the naive replay remembers it.
struct Written {
    std::string id, words;
    Day true_from;
    Moment at;
};

std::vector<Tree> replay(const std::vector<Written>& all, const AsAt& as_at) {
    std::map<std::string, std::string> trees;
    for (const auto& one : all) {
        const bool known = !as_at.as_known_then || one.at < end_of(as_at.day);
        if (known && one.true_from <= as_at.day) trees[one.id] = one.words;
    }
    std::vector<Tree> list;
    for (const auto& [id, words] : trees) list.push_back({id, words});
    return list;
}

TEST(AsAt, Of_every_day_it_is_what_a_replay_of_all_that_was_written_gives) {
    store::TestDatabase test;
    store::Db db(test.database());
    std::mt19937 chance(20260122);
    const auto below = [&](unsigned most) { return static_cast<int>(chance() % most); };
    const Day first = day(2026, 1, 1);
    std::vector<Written> all;
    (void)db.atomically([&]() -> Result<Done> {
        db.execute(
            "CREATE TABLE tree (id TEXT PRIMARY KEY, words TEXT NOT NULL);"
            "CREATE TABLE tree_version (id TEXT NOT NULL, words TEXT NOT NULL, "
            "of_version INTEGER NOT NULL, true_from TEXT NOT NULL, recorded_at TEXT NOT NULL, "
            "PRIMARY KEY (id, of_version))");
        std::map<std::string, std::int64_t> versions;
        for (int hour = 0; hour < 24 * 60; hour += 1 + below(9)) {
            const Moment at = Moment{first} + std::chrono::hours{hour};
            const auto id = "tree " + std::to_string(below(12));
            const auto words = std::to_string(hour);
            const auto true_from = london_day(at) - std::chrono::days{below(3) ? 0 : below(20)};
            db.run(save_tree, id, words);
            db.run(copy_tree, id, ++versions[id], true_from, at);
            all.push_back({id, words, true_from, at});
        }
        return Done{};
    });
    ASSERT_GT(all.size(), 250u);
    for (Day asked = first - std::chrono::days{20}; asked < first + std::chrono::days{62};
         asked += std::chrono::days{1})
        for (const bool then : {false, true}) {
            const AsAt as_at{.day = asked, .as_known_then = then};
            store::Lens lens;
            lens.put("tree", Trees::select(as_at, "tree"));
            db.look_through(std::move(lens));
            EXPECT_EQ(db.all(list_trees), replay(all, as_at)) << iso(asked) << then;
            db.finish();
        }
}

TEST(AsAt, One_version_of_one_record_can_be_asked_for) {
    EXPECT_EQ(Trees::select_version("01hzy3v9k8q2m4n6p8r0s2t4v6", 3),
              "SELECT v.id, v.words FROM tree_version AS v WHERE v.id = "
              "'01hzy3v9k8q2m4n6p8r0s2t4v6' AND v.of_version = 3");
}

} // namespace
} // namespace openmasa::history
