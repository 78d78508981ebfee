#include "store/migrations.hpp"
#include "store/test_database.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace openmasa::store {
namespace {

constexpr Migration list[] = {
    {"2026-01-01-list", "CREATE TABLE migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"},
    {"2026-01-02-first", "CREATE TABLE first (a INTEGER)"},
    {"2026-01-03-second", "CREATE TABLE second (b INTEGER); CREATE INDEX second_b ON second (b)"},
};

TEST(Migrations, Each_is_applied_once_and_in_order) {
    TestDatabase test;
    Db db(test.database());
    EXPECT_EQ(migrate(db, std::span(list).first(2), TestDatabase::noon()), 2);
    EXPECT_EQ(migrate(db, list, TestDatabase::noon()), 1);
    EXPECT_EQ(migrate(db, list, TestDatabase::noon()), 0);
}

TEST(Migrations, A_database_of_a_newer_program_is_refused_in_words) {
    TestDatabase test;
    Db db(test.database());
    migrate(db, list, TestDatabase::noon());
    try {
        migrate(db, std::span(list).first(2), TestDatabase::noon());
        FAIL();
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), Fault::Kind::unsuitable);
        EXPECT_NE(std::string(fault.what()).find("2026-01-03-second"), std::string::npos);
    }
}

TEST(Migrations, One_that_fails_leaves_nothing_of_itself) {
    constexpr Migration broken[] = {
        list[0], {"2026-01-02-broken", "CREATE TABLE half (a INTEGER); SELECT nonsense"}};
    TestDatabase test;
    Db db(test.database());
    EXPECT_THROW(migrate(db, broken, TestDatabase::noon()), Fault);
    EXPECT_EQ(migrate(db, list, TestDatabase::noon()), 2);
}

TEST(Migrations, The_programs_own_are_sorted_and_apply) {
    const auto own = embedded_migrations();
    EXPECT_TRUE(std::ranges::is_sorted(own, {}, &Migration::name));
    TestDatabase test;
    Db db(test.database());
    EXPECT_EQ(migrate(db, own, TestDatabase::noon()), static_cast<int>(own.size()));
}

} // namespace
} // namespace openmasa::store
