// Databases that earlier versions made, brought up to date: tests/shapes/ keeps their records, and
// says which migrations had made the tables. What was recorded then is still sound.
#include "core/access/secret.hpp"
#include "core/accounts/account_history.hpp"
#include "core/audit/audit.hpp"
#include "core/references/references.hpp"
#include "kernel/test_repository.hpp"
#include "kernel/text.hpp"
#include "plan/carry_over.hpp"
#include "plan/verify.hpp"
#include "store/dialect.hpp"
#include "store/test_database.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <tuple>

namespace openmasa {
namespace {

using store::Migration;

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The migrations that "-- made: NAME" lines name.
std::vector<Migration> shape_of(const std::string& records) {
    constexpr std::string_view mark = "-- made: ";
    std::vector<Migration> shape;
    for (const auto& migration : store::embedded_migrations())
        if (records.find(std::string(mark) + std::string(migration.name) + "\n") != records.npos)
            shape.push_back(migration);
    return shape;
}

void fill(store::Db& db, const std::string& records) {
    ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
        for (const auto& statement : store::statements_for(db.engine(), records))
            db.execute(statement);
        return Done{};
    }));
}

std::vector<std::string> faults_in(store::Db& db) {
    auto verdict = audit::verify(db);
    accounts::verify(db, verdict);
    plan::verify(db, verdict);
    return verdict.faults;
}

class EarlierShapes : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(EarlierShapes, Is_brought_up_to_date_with_its_records) {
    const auto records = read(GetParam());
    const auto shape = shape_of(records);
    ASSERT_GT(shape.size(), 5u);
    store::TestDatabase test;
    store::Db db(test.database());
    store::migrate(db, shape, store::TestDatabase::noon());
    fill(db, records);
    test.migrate();
    plan::carry_over(db, command_line_scope(store::TestDatabase::noon(), system_randomness()));
    db.finish();
    EXPECT_TRUE(test.database().damage().empty());
    const auto faults = faults_in(db);
    EXPECT_TRUE(faults.empty()) << faults.size() << ": " << (faults.empty() ? "" : faults.front());
}

TEST_P(EarlierShapes, The_check_would_notice_a_changed_record) {
    const auto records = read(GetParam());
    store::TestDatabase test;
    store::Db db(test.database());
    store::migrate(db, shape_of(records), store::TestDatabase::noon());
    fill(db, records);
    fill(db, "UPDATE action SET title = 'Something else'; UPDATE person SET known_as = 'x';");
    test.migrate();
    db.finish();
    EXPECT_GE(faults_in(db).size(), 2u);
}

/// As it was before plans, priorities and agencies had references: two years, and agencies of which
/// the one that was named first has the later id.
constexpr std::string_view before_references = R"sql(
INSERT INTO plan (id, title, period, edition, version, created_at, updated_at, actions_revision) VALUES
    ('plan-b', 'First', '', '', 1, '2025-03-01T09:00:00.000Z', '2026-01-01T09:00:00.000Z', 0),
    ('plan-a', 'Second', '', '', 1, '2025-04-01T09:00:00.000Z', '2026-01-01T09:00:00.000Z', 0),
    ('plan-c', 'Later', '', '', 1, '2026-04-01T09:00:00.000Z', '2026-04-01T09:00:00.000Z', 0);
INSERT INTO section (id, plan_id, position, code, name, remark, is_priority, chair, difference, version) VALUES
    ('section-y', 'plan-a', 1, 'A', 'Of the second plan', '', 1, '', '', 1),
    ('section-z', 'plan-b', 1, 'B', 'First of the first', '', 1, '', '', 1),
    ('section-x', 'plan-b', 2, 'C', 'Second of the first', '', 1, '', '', 1);
INSERT INTO owner (id, name, created_at) VALUES
    ('agency-b', 'Named first', '2025-01-01T09:00:00.000Z'),
    ('agency-a', 'Named second', '2025-02-01T09:00:00.000Z');
INSERT INTO agency (id, short_name, role, section_11, funds, contact, version, updated_at) VALUES
    ('agency-a', '', '', 0, 0, '', 1, '2026-01-01T09:00:00.000Z'),
    ('agency-b', '', '', 0, 0, '', 1, '2026-01-01T09:00:00.000Z');
)sql";

std::vector<Migration> made_before(std::string_view name) {
    std::vector<Migration> earlier;
    for (const auto& migration : store::embedded_migrations())
        if (migration.name < name) earlier.push_back(migration);
    return earlier;
}

TEST(EarlierRecords, Get_their_references_in_the_order_in_which_they_were_made) {
    store::TestDatabase test;
    store::Db db(test.database());
    store::migrate(db, made_before("2026-11-21-x"), store::TestDatabase::noon());
    fill(db, std::string(before_references));
    test.migrate();
    db.finish();
    for (const auto& [kind, id, reference] :
         {std::tuple{"plan", "plan-b", "P-2025-001"}, std::tuple{"plan", "plan-a", "P-2025-002"},
          std::tuple{"plan", "plan-c", "P-2026-001"},
          std::tuple{"section", "section-z", "R-2025-001"},
          std::tuple{"section", "section-x", "R-2025-002"},
          std::tuple{"section", "section-y", "R-2025-003"},
          std::tuple{"agency", "agency-b", "M-2025-001"},
          std::tuple{"agency", "agency-a", "M-2025-002"}})
        EXPECT_EQ(references::of(db, kind, id), reference);
    const auto scope = command_line_scope(store::TestDatabase::noon(), system_randomness());
    const auto next = db.atomically([&]() -> Result<std::string> {
        return references::give(db, scope, references::plan, "one-more");
    });
    EXPECT_EQ(*next, "P-2026-002");
}

std::vector<std::filesystem::path> shapes() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(in_repository("tests/shapes")))
        found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

INSTANTIATE_TEST_SUITE_P(Of, EarlierShapes, testing::ValuesIn(shapes()), [](const auto& shape) {
    auto name = shape.param.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace
} // namespace openmasa
