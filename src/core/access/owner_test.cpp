#include "core/access/owner.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::access {
namespace {

TEST(Owners, A_name_tells_an_agency_a_group_and_an_office) {
    EXPECT_EQ(type_of_name("Norfolk Constabulary"), OwnerType::agency);
    EXPECT_EQ(type_of_name("Vulnerable Adolescent Group"), OwnerType::group);
    EXPECT_EQ(type_of_name("Workforce board"), OwnerType::group);
    EXPECT_EQ(type_of_name("Head of delivery"), OwnerType::office);
    EXPECT_EQ(type_of_name("Chair of the Neglect Group"), OwnerType::office);
}

/// A database as it was on the first day, with one role of each of the names there were.
class BeforeRights : public testing::Test {
protected:
    BeforeRights() : db(test.database()) {
        std::vector<store::Migration> older;
        for (const auto& one : store::embedded_migrations())
            if (one.name < "2026-11-21-k-rights") older.push_back(one);
        store::migrate(db, older, store::TestDatabase::noon());
        change(
            "INSERT INTO person (id, known_as, created_at) VALUES ('p', 'Chief Constable', 'x')");
        change(
            "INSERT INTO owner (id, name, created_at) VALUES ('a', 'Norfolk Constabulary', 'x'), "
            "('g', 'Neglect Group', 'x'), ('o', 'Head of delivery', 'x')");
        hold("1", "business_unit", "NULL");
        hold("2", "reader", "NULL");
        hold("3", "action_owner", "'a'");
        hold("4", "action_owner", "'g'");
        hold("5", "action_owner", "'o'");
        test.migrate();
    }
    void change(const std::string& sql) {
        (void)db.atomically([&]() -> Result<Done> {
            db.execute(sql);
            return Done{};
        });
    }
    void hold(const std::string& id, const std::string& role, const std::string& owner) {
        change("INSERT INTO role_holding (id, person_id, role, owner_id, from_day) VALUES ('" + id +
               "', 'p', '" + role + "', " + owner + ", '2026-01-01')");
    }
    std::string all(const store::Query<std::string()>& query) { return join(db.all(query), ", "); }

    store::TestDatabase test;
    store::Db db;
};

TEST_F(BeforeRights, Owners_get_the_type_that_their_name_tells) {
    EXPECT_EQ(all({"test.kinds", "SELECT kind FROM owner ORDER BY id"}), "agency, group, office");
}

TEST_F(BeforeRights, Roles_get_their_new_names_and_keep_the_word_they_were_given_under) {
    EXPECT_EQ(all({"test.held", "SELECT role || ' ' || coalesce(given_as, '-') FROM role_holding "
                                "ORDER BY id"}),
              "business_unit -, delegated_partner reader, agency_lead action_owner, "
              "group_member action_owner, agency_lead action_owner");
}

} // namespace
} // namespace openmasa::access
