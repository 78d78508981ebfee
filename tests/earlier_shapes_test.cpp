// Databases that earlier versions made, brought up to date: tests/shapes/ keeps their records, and
// says which migrations had made the tables. What was recorded then is still sound.
#include "core/access/secret.hpp"
#include "core/accounts/account_history.hpp"
#include "core/audit/audit.hpp"
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
