// What is left of a migration when the program is killed in its middle: nothing, or all of it.
#include "store/migrations.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace openmasa::store {
namespace {

struct Line {
    std::string words;
};
constexpr Query<Line()> shape_on_sqlite{
    "test.shape_on_sqlite", "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM "
                            "sqlite_schema ORDER BY type, name"};
constexpr Query<Line()> shape_on_postgresql{
    "test.shape_on_postgresql",
    "SELECT words FROM (SELECT c.relname || ' ' || CAST(c.relkind AS TEXT) || ' ' || coalesce(a.attname || ' ' || "
    "format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull, '') || ' ' || "
    "coalesce(pg_get_indexdef(i.indexrelid), '') AS words FROM pg_class c LEFT JOIN pg_attribute a "
    "ON a.attrelid = c.oid AND a.attnum > 0 LEFT JOIN pg_index i ON i.indexrelid = c.oid "
    "WHERE c.relnamespace = CAST(current_schema() AS regnamespace) UNION ALL SELECT conname || ' ' "
    "|| pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = "
    "CAST(current_schema() AS regnamespace) UNION ALL SELECT tgname || '' FROM pg_trigger t JOIN "
    "pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = "
    "CAST(current_schema() AS regnamespace)) AS all_of_it ORDER BY words"};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::vector<std::string> shape_of(TestDatabase& test) {
    Db db(test.database());
    std::vector<std::string> lines;
    struct Schema {
        std::string name;
    };
    constexpr Query<Schema()> schema{"test.schema", "SELECT current_schema()"};
    const auto own = TestDatabase::is_on_postgresql() ? db.one(schema)->name : "";
    for (auto& row :
         db.all(TestDatabase::is_on_postgresql() ? shape_on_postgresql : shape_on_sqlite))
        lines.push_back(own.empty() ? row.words : replaced(row.words, own, "schema"));
    return lines;
}

/// Applies them in a process of its own, which ends without a word after the n-th statement. False
/// when there are fewer.
bool is_killed_after(TestDatabase& test, std::span<const Migration> migrations, int statements) {
    const auto child = fork();
    if (child == 0) {
        Database database(test.address(), Database::Opening::existing);
        Db db(database);
        migrate(db, migrations, TestDatabase::noon(), [&] {
            if (--statements == 0) _exit(9);
        });
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    return WEXITSTATUS(status) == 9;
}

/// Every start goes on where the one before was killed: in the end each statement of each migration
/// was the last one once.
TEST(MigrationsKilled, After_any_statement_nothing_or_all_of_a_migration_is_there) {
    TestDatabase whole, test;
    whole.migrate();
    ASSERT_GT(shape_of(whole).size(), 20u);
    const auto own = embedded_migrations();
    int killed = 0;
    for (std::size_t next = 0; next < own.size(); ++next) {
        const auto before = shape_of(test);
        std::vector<std::vector<std::string>> left;
        for (int statements = 1; is_killed_after(test, own.first(next + 1), statements);
             ++statements)
            left.push_back(shape_of(test));
        const auto after = shape_of(test);
        for (const auto& shape : left)
            ASSERT_TRUE(shape == before || shape == after) << own[next].name;
        killed += int(left.size());
    }
    EXPECT_EQ(shape_of(test), shape_of(whole));
    EXPECT_TRUE(test.database().damage().empty());
    EXPECT_GT(killed, 200);
}

/// From every one the way to the next is above; here all that is left is applied at once.
TEST(MigrationsKilled, From_an_earlier_shape_the_way_ends_with_the_same) {
    constexpr std::size_t apart = 7;
    TestDatabase whole;
    whole.migrate();
    const auto own = embedded_migrations();
    for (std::size_t earlier = 1; earlier < own.size(); earlier += apart) {
        TestDatabase test;
        Db db(test.database());
        migrate(db, own.first(earlier), TestDatabase::noon());
        db.finish();
        test.migrate();
        ASSERT_EQ(shape_of(test), shape_of(whole)) << "after " << own[earlier - 1].name;
    }
}

TEST(MigrationsKilled, The_shape_that_is_compared_tells_a_missing_index) {
    TestDatabase whole, without;
    whole.migrate();
    without.migrate();
    Db db(without.database());
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        db.execute("DROP INDEX action_owned");
        return Done{};
    }));
    EXPECT_LT(shape_of(without).size(), shape_of(whole).size());
}

} // namespace
} // namespace openmasa::store
