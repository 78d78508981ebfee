#include "core/accounts/account_history.hpp"
#include "core/accounts/actions.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

class AccountHistory : public testing::Test {
protected:
    AccountHistory()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())) {
        add("reader@example.org", Role::analyst, {});
        add("owner@example.org", Role::group_member, {"Audit Group", "Workforce Group"});
        add("nobody@example.org", Role::analyst, {}, true);
    }
    void add(const std::string& email, Role role, std::vector<std::string> owners,
             bool without_role = false) {
        EXPECT_TRUE(add_user(db, scope,
                             {.known_as = "An office",
                              .email = email,
                              .role = role,
                              .owners = std::move(owners),
                              .without_role = without_role}));
    }
    /// With another program: no rule of ours stands in the way.
    void tamper(const std::string& sql) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            db.execute(sql);
            return Done{};
        }));
    }
    std::vector<std::string> faults() {
        db.finish();
        auto verdict = audit::verify(db);
        verify(db, verdict);
        return verdict.faults;
    }
    void expect_only(const std::string& fault) {
        EXPECT_EQ(faults(), (std::vector<std::string>{fault}));
    }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
};

TEST_F(AccountHistory, Accounts_that_nobody_touched_are_sound_also_when_one_has_ended) {
    EXPECT_TRUE(faults().empty());
    ASSERT_TRUE(end_user(db, scope, "owner@example.org"));
    EXPECT_TRUE(faults().empty());
}

TEST_F(AccountHistory, The_history_says_which_role_an_account_has_and_for_whom) {
    const auto account = find_account(db, "owner@example.org");
    const auto made = history::versions(db, "account", account->id.view(), 9);
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].content[0].second, "owner@example.org");
    EXPECT_NE(made[0].content[3].second.find("group_member for Audit Group from 2026-01-22"),
              std::string::npos);
    EXPECT_NE(made[0].content[3].second.find("group_member for Workforce Group from 2026-01-22"),
              std::string::npos);
}

TEST_F(AccountHistory, A_role_that_was_slipped_in_is_found_and_its_account_named) {
    tamper("INSERT INTO role_holding (id, person_id, role, from_day) "
           "SELECT 'x', person_id, 'business_unit', '2026-01-01' FROM account "
           "WHERE email = 'nobody@example.org'");
    expect_only("Account nobody@example.org is not what its history says (Roles): somebody "
                "changed it behind the program.");
}

TEST_F(AccountHistory, A_role_that_was_raised_or_taken_away_is_found) {
    tamper("UPDATE role_holding SET role = 'business_unit' WHERE role = 'analyst'");
    EXPECT_EQ(faults().size(), 1u);
    tamper("DELETE FROM role_holding");
    EXPECT_EQ(faults().size(), 2u);
}

TEST_F(AccountHistory, An_account_that_was_opened_again_is_found) {
    ASSERT_TRUE(end_user(db, scope, "reader@example.org"));
    tamper("UPDATE account SET ended_at = NULL");
    expect_only("Account reader@example.org is not what its history says (Ended): somebody "
                "changed it behind the program.");
}

TEST_F(AccountHistory, An_account_that_was_slipped_in_is_found) {
    tamper("INSERT INTO account (id, person_id, email, created_at) "
           "SELECT 'x', person_id, 'z@example.org', 'x' FROM account LIMIT 1");
    expect_only("Account z@example.org has no history: somebody added it behind the program.");
}

TEST(HeldThen, Is_read_from_what_a_version_says_owner_or_record) {
    const history::Content content = {
        {"Roles", "analyst from 2026-01-01\ngroup_member for Chairs for Life from 2026-01-01 to "
                  "2026-01-31\nscrutineer on section 01k from 2026-01-22"}};
    const auto then = held_on(content, day(2026, 1, 25));
    ASSERT_EQ(then.each.size(), 3u);
    EXPECT_TRUE(then.each[2].on_one_record());
    EXPECT_EQ(then.each[2].role, "scrutineer");
    EXPECT_EQ(then.roles, (std::vector<std::string>{"analyst", "group_member"}));
    EXPECT_EQ(then.owners, (std::vector<std::string>{"Chairs for Life"}));
    EXPECT_EQ(held_on(content, day(2026, 2, 1)).roles, (std::vector<std::string>{"analyst"}));
    EXPECT_TRUE(held_on(content, day(2025, 12, 31)).each.empty());
}

} // namespace
} // namespace openmasa::accounts
