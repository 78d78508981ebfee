#include "store/db.hpp"
#include "store/lens.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::store {
namespace {

using Words = std::vector<std::string>;

constexpr Query<None(std::string_view, std::string_view)> add_tree{
    "test.lens.add_tree", "INSERT INTO tree (id, words) VALUES ($1, $2)"};
constexpr Query<None(std::string_view, std::string_view)> add_leaf{
    "test.lens.add_leaf", "INSERT INTO leaf (tree_id, words) VALUES ($1, $2)"};
constexpr Query<std::string()> list_trees{"test.lens.list_trees",
                                          "SELECT words FROM tree ORDER BY words"};
constexpr Query<std::string(std::string_view)> list_leaves{"test.lens.list_leaves", R"sql(
    SELECT l.words FROM leaf l WHERE l.words <> $1 ORDER BY l.words)sql"};
constexpr Query<std::int64_t()> count_through_own{"test.lens.own", R"sql(
    WITH known AS (SELECT id FROM tree) SELECT count(*) FROM known)sql"};
constexpr Query<None(std::string_view)> rename_trees{"test.lens.rename",
                                                     "UPDATE tree SET words = $1"};

class Lenses : public testing::Test {
protected:
    Lenses() : db(test.database()) {
        (void)db.atomically([&]() -> Result<Done> {
            db.execute("CREATE TABLE tree (id TEXT PRIMARY KEY, words TEXT NOT NULL);"
                       "CREATE TABLE leaf (tree_id TEXT NOT NULL, words TEXT NOT NULL)");
            for (const auto* id : {"oak", "ash", "elm"}) {
                db.run(add_tree, id, id);
                db.run(add_leaf, id, std::string("leaf of ") + id);
            }
            return Done{};
        });
    }
    static Lens without_ash() {
        Lens lens;
        lens.put("tree", "SELECT t.id, t.words FROM {tree} AS t WHERE t.id <> 'ash'");
        lens.put("leaf", "SELECT l.tree_id, l.words FROM {leaf} AS l "
                         "WHERE l.tree_id IN (SELECT id FROM tree)");
        return lens;
    }

    TestDatabase test;
    Db db;
};

TEST_F(Lenses, Every_read_sees_what_the_lens_shows) {
    db.look_through(without_ash());
    EXPECT_EQ(db.all(list_trees), (Words{"elm", "oak"}));
    EXPECT_EQ(db.all(list_leaves, "leaf of oak"), (Words{"leaf of elm"}));
    EXPECT_EQ(db.one(count_through_own), 2);
}

TEST_F(Lenses, A_composed_query_too) {
    db.look_through(without_ash());
    ComposedQuery<std::string> query("test.lens.composed");
    query.add("SELECT words FROM tree WHERE TRUE").add("AND words < $", "f");
    EXPECT_EQ(db.all(query), (Words{"elm"}));
}

TEST_F(Lenses, A_second_shadow_of_a_table_sees_what_the_first_left) {
    auto lens = without_ash();
    lens.put("tree", "SELECT t.id, t.words FROM {tree} AS t WHERE t.id <> 'oak'");
    db.look_through(std::move(lens));
    EXPECT_EQ(db.all(list_trees), (Words{"elm"}));
    EXPECT_EQ(db.all(list_leaves, ""), (Words{"leaf of elm"})) << "and so does what hangs on it";
}

TEST_F(Lenses, What_hangs_on_a_table_may_be_put_before_it) {
    Lens lens;
    lens.put("leaf", "SELECT l.tree_id, l.words FROM {leaf} AS l "
                     "WHERE l.tree_id IN (SELECT t.id FROM tree t)");
    lens.put("tree", "SELECT t.id, t.words FROM {tree} AS t WHERE t.id = 'elm'");
    db.look_through(std::move(lens));
    EXPECT_EQ(db.all(list_leaves, ""), (Words{"leaf of elm"}));
}

TEST_F(Lenses, The_end_of_a_request_takes_it_off) {
    db.look_through(without_ash());
    db.finish();
    EXPECT_EQ(db.all(list_trees).size(), 3u);
}

TEST_F(Lenses, The_programs_own_bookkeeping_sees_the_tables_themselves) {
    db.look_through(without_ash());
    {
        const Db::Plainly plainly(db);
        EXPECT_EQ(db.all(list_trees).size(), 3u);
    }
    EXPECT_EQ(db.all(list_trees).size(), 2u);
}

TEST_F(Lenses, A_change_is_made_to_the_table_and_read_through_the_lens) {
    db.look_through(without_ash());
    const auto seen = db.atomically([&]() -> Result<Words> {
        EXPECT_EQ(db.run(rename_trees, "beech"), 3);
        return db.all(list_trees);
    });
    ASSERT_TRUE(seen);
    EXPECT_EQ(*seen, (Words{"beech", "beech"}));
}

TEST_F(Lenses, Nothing_is_remembered_through_one_nor_taken_from_what_was) {
    const auto count = [&] {
        return *db.remembered<std::size_t>("trees", "same",
                                           [&] { return db.all(list_trees).size(); });
    };
    EXPECT_EQ(count(), 3u);
    db.look_through(without_ash());
    EXPECT_EQ(count(), 2u);
    db.finish();
    EXPECT_EQ(count(), 3u);
}

TEST_F(Lenses, What_is_remembered_as_seen_is_shared_by_those_who_see_the_same) {
    int made = 0;
    const auto count = [&](const std::string& stamp) {
        return *db.remembered_as_seen<std::size_t>("trees", stamp, [&] {
            ++made;
            return db.all(list_trees).size();
        });
    };
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(count("1"), 3u);
        db.look_through(without_ash());
        EXPECT_EQ(count("1"), 2u) << "another lens of the same words, the second time";
        db.finish();
    }
    EXPECT_EQ(made, 2);
    db.look_through(without_ash());
    EXPECT_EQ(count("2"), 2u);
    EXPECT_EQ(made, 3) << "after a change";
}

TEST_F(Lenses, What_is_hidden_is_part_of_what_is_remembered) {
    int made = 0;
    const auto count = [&] {
        return *db.remembered<std::size_t>("trees", "same", [&] {
            ++made;
            return db.all(list_trees).size();
        });
    };
    Lens without_any;
    without_any.put("tree", "SELECT t.* FROM {tree} AS t WHERE 1 = 0");
    const auto ash = std::make_shared<const ReadyLens>(without_ash());
    const auto everything = std::make_shared<const ReadyLens>(std::move(without_any));
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(count(), 3u);
        db.guard_with(ash);
        EXPECT_EQ(count(), 2u);
        db.finish();
        db.guard_with(everything);
        EXPECT_EQ(count(), 0u);
        db.finish();
    }
    EXPECT_EQ(made, 3) << "once for each that hides something else";
}

TEST_F(Lenses, Nothing_is_seen_through_what_is_chosen_over_what_hides) {
    db.guard_with(std::make_shared<const ReadyLens>(without_ash()));
    Lens other;
    other.put("tree", "SELECT t.id, t.words FROM {tree} AS t WHERE t.id <> 'elm'");
    db.look_through(std::move(other));
    EXPECT_EQ(db.all(list_trees), (Words{"oak"}));
    {
        const Db::Plainly plainly(db);
        EXPECT_EQ(db.all(list_trees), (Words{"ash", "elm", "oak"}));
    }
    EXPECT_EQ(db.all(list_trees), (Words{"oak"}));
    db.look_through({});
    EXPECT_EQ(db.all(list_trees), (Words{"elm", "oak"}));
}

TEST(Lens, One_that_is_ready_says_the_same_each_time_however_many_it_was_asked_for) {
    Lens lens;
    lens.put("tree", "SELECT t.id FROM {tree} AS t WHERE t.id <> 'ash'");
    const ReadyLens ready(lens);
    for (int round = 0; round < 2; ++round) {
        for (int at = 0; at < 200; ++at) {
            const auto text = "SELECT id FROM tree LIMIT " + std::to_string(at);
            EXPECT_EQ(ready.over(text, "main"), lens.over(text, "main"));
        }
    }
    EXPECT_NE(ready.number(), ReadyLens(lens).number());
}

TEST(Lens, A_text_that_names_no_shadowed_table_stays_as_it_is) {
    Lens lens;
    lens.put("tree", "SELECT t.id FROM {tree} AS t");
    for (const auto* text : {"SELECT tree_id FROM leaf", "SELECT l.tree FROM leaf l", "SELECT 1",
                             "SELECT 'tree'", "SELECT street FROM road"})
        EXPECT_EQ(lens.over(text, "main"), text);
}

TEST(Lens, Only_ids_days_and_moments_stand_in_a_text) {
    EXPECT_EQ(lens::literal(day(2026, 3, 31)), "'2026-03-31'");
    EXPECT_EQ(lens::literal_id("01hzy3v9k8q2m4n6p8r0s2t4v6"), "'01hzy3v9k8q2m4n6p8r0s2t4v6'");
}

} // namespace
} // namespace openmasa::store
