// What the database selects, orders, counts and cuts into pages, held against the same done in
// memory.
#include "core/access/secret.hpp"
#include "core/registers/counts.hpp"
#include "core/registers/selected.hpp"
#include "store/dialect.hpp"
#include "store/test_database.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::registers {
namespace {

constexpr Choice statuses[] = {{"", "Not said"}, {"at_risk", "At risk"}, {"done", "Done 100%"}};
constexpr Column columns[] = {
    {.key = "name", .label = "Name", .use = Use::key, .shown = true, .names_row = true},
    {.key = "status",
     .label = "Status",
     .holds = Holds::choice,
     .choices = statuses,
     .filters = true},
    {.key = "funds", .label = "Funds", .holds = Holds::yes_no, .filters = true},
    {.key = "sector", .label = "Sector", .filters = true},
    {.key = "steps", .label = "Steps", .holds = Holds::number},
    {.key = "from", .label = "From", .holds = Holds::day},
    {.key = "is_late", .label = "Late", .holds = Holds::yes_no, .filters = true},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

void add_late(RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN t.from_day < $ THEN 'yes' ELSE 'no' END", scope.today);
}
constexpr StoredCell cells[] = {
    {.key = "name", .sql = "t.name"},
    {.key = "status", .sql = "t.status"},
    {.key = "funds", .sql = "CASE WHEN t.funds = 1 THEN 'yes' ELSE 'no' END"},
    {.key = "sector", .sql = "coalesce(t.sector, '')"},
    {.key = "steps", .sql = "CASE WHEN t.steps = 0 THEN '' ELSE CAST(t.steps AS TEXT) END"},
    {.key = "from", .sql = "coalesce(t.from_day, '')"},
    {.key = "is_late", .add = add_late},
    {.key = "id", .sql = "t.id"},
    {.key = "version", .sql = "CAST(t.version AS TEXT)"},
};
constexpr Source source{.from = "thing t", .order = "lower(t.name), t.id", .cells = cells};
constexpr Register things{.kind = "things",
                          .title = "Things",
                          .one = "thing",
                          .many = "things",
                          .read = Permission::read_plan,
                          .change = Permission::edit_plan,
                          .address = "/things",
                          .columns = columns,
                          .source = &source};

constexpr std::string_view pieces[] = {"a",  "B",  "b",  "%",    "_",      "!",
                                       "'",  "\\", "10", "Jan",  "\u00e9", "\u05d0",
                                       "=1", "<",  "&",  "risk", "yes"};

class Rows : public testing::Test {
protected:
    Rows() : db((database.migrate(), database.database())) {
        scope.holdings = {{Role::business_unit, {}}};
        change("CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL, "
               "funds INTEGER NOT NULL, sector TEXT, steps INTEGER NOT NULL, from_day TEXT, "
               "version INTEGER NOT NULL);"
               "CREATE INDEX thing_by_name ON thing (lower(name), id)");
    }
    void change(std::string_view sql) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            for (const auto& one : store::statements_for(db.engine(), sql)) db.execute(one);
            return Done{};
        }));
        db.finish();
    }
    std::string some(std::size_t most) {
        std::string words;
        const auto length = random() % most;
        for (std::size_t at = 0; at <= length; ++at)
            words += std::string(at ? " " : "") + std::string(pieces[random() % std::size(pieces)]);
        return words;
    }
    template<std::size_t Size> std::string one_of(const std::string_view (&values)[Size]) {
        return std::string(values[random() % Size]);
    }
    Day some_day() { return day(2025, 1, 1) + std::chrono::days{static_cast<int>(random() % 365)}; }
    void add_random_rows(int count) {
        static constexpr store::Query<store::None(std::string_view, std::string_view,
                                                  std::string_view, int, std::optional<std::string>,
                                                  int, std::optional<Day>)>
            insert{"test.add_thing",
                   R"sql(INSERT INTO thing VALUES ($1, $2, $3, $4, $5, $6, $7, 1))sql"};
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            for (int row = 0; row < count; ++row)
                db.run(insert, fmt::format("id{:06}", row), some(4),
                       one_of({std::string_view(""), "at_risk", "done"}),
                       static_cast<int>(random() % 2),
                       random() % 3 ? std::optional(some(1)) : std::nullopt,
                       static_cast<int>(random() % 30),
                       random() % 4 ? std::optional(some_day()) : std::nullopt);
            return Done{};
        }));
        db.finish();
    }
    Selection random_selection() {
        Selection selection;
        if (random() % 3 == 0) selection.words = some(2);
        for (auto at : columns_that_filter(columns))
            if (random() % 4 == 0)
                selection.chosen.push_back({at, at == 1 ? one_of({nothing, "at_risk", "done"})
                                                : at == 3
                                                    ? one_of({nothing, "a", "B", "unheard of"})
                                                    : one_of({std::string_view("yes"), "no"})});
        if (random() % 2) selection.sort = random() % std::size(columns);
        selection.descending = random() % 2;
        if (random() % 2)
            selection.columns = {place_of(columns, "steps"), place_of(columns, "is_late")};
        return selection;
    }
    /// What is worked out stands only in the list that shows it.
    static std::vector<Cells> as_on_page(std::vector<Cells> rows, const Selection& selection) {
        const auto late = place_of(columns, "is_late");
        for (auto& row : rows)
            if (std::ranges::count(selection.columns, late) == 0) row[late].clear();
        return rows;
    }
    static std::vector<Cells> taken(const EachRow& each) {
        std::vector<Cells> rows;
        each([&](const Cells& row) { rows.push_back(row); });
        return rows;
    }

    store::TestDatabase database;
    store::Db db;
    Scope scope = command_line_scope(store::TestDatabase::noon(), system_randomness());
    std::mt19937 random{20261121};
};

TEST_F(Rows, Two_thousand_random_selections_are_the_same_rows_in_the_same_order_as_in_memory) {
    add_random_rows(300);
    const auto all = taken(all_rows(db, scope, things));
    ASSERT_EQ(all.size(), 300u);
    const EachRow again = [&](const TakeRow& take) { std::ranges::for_each(all, take); };
    const auto counts = counts_of(db, scope, things);
    for (int time = 0; time < 2000; ++time) {
        const auto selection = random_selection();
        const auto expected = taken(selected(again, things, selection));
        const auto query = to_query(things, selection);
        ASSERT_EQ(taken(selected_rows(db, scope, things, selection)), expected) << query;
        const auto count = static_cast<int>(expected.size());
        const auto ids = found_ids(db, scope, things, selection);
        ASSERT_EQ(std::ssize(*ids), count) << query;
        if (selection.words.empty()) {
            ASSERT_EQ(counts->chosen(selection), count) << query;
        }
        const auto paging = listing::paging(1 + static_cast<int>(random() % 3), count);
        ASSERT_EQ(taken(selected_rows(db, scope, things, selection, paging)),
                  as_on_page(taken(of_page(selected(again, things, selection), paging)), selection))
            << query;
        const auto shown =
            Ids(ids->begin() + std::min(paging.offset(), count),
                ids->begin() + std::min(paging.offset() + listing::rows_a_page, count));
        ASSERT_EQ(taken(rows_with_ids(db, scope, things, selection, shown)),
                  as_on_page(taken(of_page(selected(again, things, selection), paging)), selection))
            << query;
    }
}

TEST_F(Rows, Counts_say_how_often_each_value_stands_there) {
    add_random_rows(100);
    const auto in_memory = counted_in(all_rows(db, scope, things), things);
    const auto counts = counts_of(db, scope, things);
    EXPECT_EQ(counts->all(), 100);
    const auto values = counts->values(), expected = in_memory.values();
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
        EXPECT_EQ(values[at].column, expected[at].column);
        EXPECT_EQ(values[at].value, expected[at].value);
        EXPECT_EQ(values[at].rows, expected[at].rows);
    }
}

TEST_F(Rows, One_row_is_found_by_its_id_and_by_nothing_else) {
    add_random_rows(3);
    const auto found = find_row(db, scope, things, "id000001");
    ASSERT_TRUE(found);
    EXPECT_EQ((*found)[place_of(columns, "id")], "id000001");
    EXPECT_FALSE(find_row(db, scope, things, "id00000_"));
    EXPECT_FALSE(find_row(db, scope, things, ""));
}

TEST_F(Rows, Somebody_who_may_not_read_the_register_is_given_nothing) {
    add_random_rows(3);
    scope.holdings.clear();
    EXPECT_TRUE(taken(all_rows(db, scope, things)).empty());
    EXPECT_TRUE(found_ids(db, scope, things, {})->empty());
    EXPECT_TRUE(taken(rows_with_ids(db, scope, things, {}, {"id000001"})).empty());
    EXPECT_FALSE(find_row(db, scope, things, "id000001"));
    EXPECT_EQ(counts_of(db, scope, things)->all(), 0);
}

TEST_F(Rows, Of_twenty_thousand_a_page_is_handed_over_and_nothing_is_sorted_for_it) {
    add_random_rows(20'000);
    const auto page = listing::paging(3, 20'000);
    EXPECT_EQ(taken(selected_rows(db, scope, things, {}, page)).size(), 50u);
    EXPECT_LE(taken(rows_alike(db, scope, things)).size(), 3u * 2 * 20 * 2);
    if (store::TestDatabase::is_on_postgresql()) return; // its plans depend on what it has counted
    RowsQuery plan("test.explain");
    plan.add("EXPLAIN QUERY PLAN");
    compose_rows(plan, scope, things, {}, page);
    std::string steps;
    db.each(plan, [&](Cells&& row) { steps += row.back() + "\n"; });
    EXPECT_EQ(steps, "SCAN t USING INDEX thing_by_name\n");
}

} // namespace
} // namespace openmasa::registers
