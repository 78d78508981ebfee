#include "core/access/store.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/rules.hpp"
#include "store/test_database.hpp"
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace openmasa::accounts {
namespace {

constexpr PasswordCost quick{.passes = 1, .bytes = 1 << 16};
constexpr auto good = "three unrelated words";

class Accounts : public testing::Test {
protected:
    Accounts()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())) {
        scope.from = "127.0.0.1";
    }
    Result<Invited> add(const std::string& email, Role role = Role::analyst,
                        std::vector<std::string> owners = {}) {
        return add_user(db, scope,
                        {.known_as = "Chief Constable",
                         .email = email,
                         .role = role,
                         .owners = std::move(owners)});
    }
    void with_password(const std::string& email) {
        const auto invited = add(email);
        ASSERT_TRUE(invited);
        ASSERT_TRUE(choose_password(db, scope, {invited->secret, good, good}, quick));
        db.finish();
    }
    bool enters(std::string_view email, std::string_view password) {
        db.finish();
        return static_cast<bool>(check_password(db, scope, email, password, quick));
    }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
};

TEST_F(Accounts, A_link_is_used_once_and_then_the_password_opens_the_account) {
    const auto invited = add("Chief@Example.org");
    ASSERT_TRUE(invited);
    EXPECT_FALSE(enters("chief@example.org", good));
    ASSERT_TRUE(choose_password(db, scope, {invited->secret, good, good}, quick));
    EXPECT_TRUE(enters("CHIEF@example.org", good));
    EXPECT_FALSE(enters("chief@example.org", "another password entirely"));
    const auto again = choose_password(db, scope, {invited->secret, good, good}, quick);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(Accounts, A_newer_link_takes_the_place_of_the_older) {
    const auto first = add("a@example.org");
    ASSERT_TRUE(first);
    const auto second = invite_again(db, scope, "a@example.org");
    ASSERT_TRUE(second);
    EXPECT_FALSE(choose_password(db, scope, {first->secret, good, good}, quick));
    db.finish();
    ASSERT_TRUE(choose_password(db, scope, {second->secret, good, good}, quick));
    db.finish();
    EXPECT_FALSE(choose_password(db, scope, {first->secret, good, good}, quick));
}

TEST_F(Accounts, A_password_that_was_changed_while_it_was_checked_opens_nothing) {
    with_password("a@example.org");
    const auto checked = check_password(db, scope, "a@example.org", good, quick);
    ASSERT_TRUE(checked);
    db.finish();
    EXPECT_TRUE(is_unchanged(db, *checked));
    const auto link = invite_again(db, scope, "a@example.org");
    ASSERT_TRUE(choose_password(
        db, scope, {link->secret, "four quite unrelated words", "four quite unrelated words"},
        quick));
    db.finish();
    EXPECT_FALSE(is_unchanged(db, *checked));
}

TEST_F(Accounts, Many_tries_at_once_are_no_more_than_one_after_the_other) {
    with_password("a@example.org");
    std::atomic<int> hashed = 0;
    std::vector<std::thread> tries;
    for (int at = 0; at < 4 * most_failures_of_account; ++at)
        tries.emplace_back([&] {
            store::Db own(test.database());
            const auto found = check_password(own, scope, "a@example.org", "wrong password", quick);
            hashed += found.refusal().problems.front().words.starts_with("The e-mail");
        });
    for (auto& one : tries) one.join();
    EXPECT_EQ(hashed, most_failures_of_account);
}

TEST_F(Accounts, Right_passwords_are_not_counted_as_failures) {
    with_password("a@example.org");
    for (int at = 0; at < 3 * most_failures_of_account; ++at)
        EXPECT_TRUE(enters("a@example.org", good)) << at;
}

TEST_F(Accounts, A_role_of_a_newer_program_is_no_role_of_this_one) {
    with_password("a@example.org");
    (void)db.atomically([&]() -> Result<Done> {
        db.execute("UPDATE role_holding SET role = 'seer'");
        return Done{};
    });
    const auto account = find_account(db, "a@example.org");
    EXPECT_THROW((void)access::holdings_of(db, account->person, scope.today), store::Fault);
}

TEST_F(Accounts, Another_role_takes_the_place_of_the_one_before) {
    const auto invited = add("a@example.org", Role::group_member, {"Neglect Group"});
    ASSERT_TRUE(invited);
    const auto held = [&] {
        return access::holdings_of(db, find_account(db, "a@example.org")->person, scope.today);
    };
    ASSERT_EQ(held().size(), 1u);
    ASSERT_TRUE(change_role(db, scope, {.email = "a@example.org", .role = Role::business_unit}));
    ASSERT_EQ(held().size(), 1u);
    EXPECT_EQ(held().front().role, Role::business_unit);
    ASSERT_TRUE(change_role(db, scope, {.email = "a@example.org", .without_role = true}));
    EXPECT_TRUE(held().empty());
    EXPECT_FALSE(change_role(db, scope, {.email = "b@example.org"}));
}

TEST_F(Accounts, A_slip_of_the_pen_makes_no_new_owner) {
    ASSERT_TRUE(add("a@example.org", Role::group_member, {"Neglect Group"}));
    const auto slip = add("b@example.org", Role::group_member, {"Neglect Gruop"});
    ASSERT_FALSE(slip);
    EXPECT_NE(slip.refusal().problems.front().words.find("Neglect Group"), std::string::npos);
    EXPECT_EQ(access::list_owners(db).size(), 1u);
    EXPECT_TRUE(add_user(db, scope,
                         {.known_as = "Chair",
                          .email = "b@example.org",
                          .role = Role::group_chair,
                          .owners = {"Audit Group"},
                          .new_owners = true}));
}

TEST_F(Accounts, An_account_that_was_ended_can_be_opened_again) {
    with_password("a@example.org");
    ASSERT_TRUE(end_user(db, scope, "a@example.org"));
    const auto again = add("a@example.org", Role::business_unit);
    ASSERT_TRUE(again);
    EXPECT_FALSE(enters("a@example.org", good)); // the old password is gone
    ASSERT_TRUE(choose_password(db, scope, {again->secret, good, good}, quick));
    EXPECT_TRUE(enters("a@example.org", good));
    const auto held =
        access::holdings_of(db, find_account(db, "a@example.org")->person, scope.today);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held.front().role, Role::business_unit);
}

TEST_F(Accounts, A_link_ends_after_seven_days) {
    const auto invited = add("a@example.org");
    ASSERT_TRUE(invited);
    scope.now += std::chrono::hours{24 * 7} + std::chrono::seconds{1};
    EXPECT_FALSE(choose_password(db, scope, {invited->secret, good, good}, quick));
}

TEST_F(Accounts, Secrets_and_passwords_are_not_in_the_file) {
    const auto invited = add("a@example.org");
    ASSERT_TRUE(choose_password(db, scope, {invited->secret, good, good}, quick));
    const auto account = find_account(db, invited->account);
    EXPECT_TRUE(account->password_hash.starts_with("$argon2id$"));
    EXPECT_FALSE(find_invitation(db, invited->secret, scope.now));
}

TEST_F(Accounts, An_email_has_one_account) {
    ASSERT_TRUE(add("a@example.org"));
    const auto twice = add("A@EXAMPLE.ORG");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.refusal().problems.front().field, "email");
}

TEST_F(Accounts, Every_problem_is_named_at_once) {
    const auto refused =
        add_user(db, scope, {.known_as = " ", .email = "nobody", .role = Role::group_chair});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.size(), 3u);
}

TEST_F(Accounts, A_member_of_two_groups_holds_the_role_for_each) {
    const auto invited =
        add("a@example.org", Role::group_member, {"Audit Group", "Workforce Group"});
    ASSERT_TRUE(invited);
    const auto person = find_account(db, invited->account)->person;
    EXPECT_EQ(access::holdings_of(db, person, scope.today).size(), 2u);
    EXPECT_EQ(access::owners_of(db, person), "Audit Group, Workforce Group");
    EXPECT_TRUE(access::holdings_of(db, person, scope.today - std::chrono::days{1}).empty());
}

TEST_F(Accounts, A_role_in_a_seat_is_held_within_the_seat_and_its_group) {
    const auto in_seat = [&](const std::string& email, const std::string& group) {
        return add_user(db, scope,
                        {.known_as = "Head teacher",
                         .email = email,
                         .role = Role::group_member,
                         .owners = {"Education in the Neglect Group"},
                         .new_owners = true,
                         .seat_of = group});
    };
    EXPECT_FALSE(in_seat("a@example.org", "Neglect Group")) << "there is no such group";
    ASSERT_TRUE(add("b@example.org", Role::group_member, {"Neglect Group"}));
    const auto invited = in_seat("a@example.org", "Neglect Group");
    ASSERT_TRUE(invited);
    const auto group = access::find_owner(db, "Neglect Group")->id;
    const auto seats = access::seats_of(db, group);
    ASSERT_EQ(seats.size(), 1u);
    Scope holder;
    holder.holdings =
        access::holdings_of(db, find_account(db, invited->account)->person, scope.today);
    EXPECT_TRUE(holder.may(Permission::update_action, seats[0].id));
    EXPECT_TRUE(holder.may(Permission::update_action, group));
    EXPECT_EQ(holder.acts_for(Permission::update_action), (std::vector{seats[0].id, group}));
    ASSERT_TRUE(in_seat("c@example.org", "Neglect Group")) << "the seat is there";
    EXPECT_EQ(access::seats_of(db, group).size(), 1u);
}

TEST_F(Accounts, Too_many_failures_shut_the_account_for_a_while) {
    with_password("a@example.org");
    for (int at = 0; at < most_failures_of_account; ++at)
        EXPECT_FALSE(enters("a@example.org", "wrong password"));
    EXPECT_FALSE(enters("a@example.org", good));
    scope.now += rate_window + std::chrono::seconds{1};
    EXPECT_TRUE(enters("a@example.org", good));
}

TEST_F(Accounts, Too_many_failures_from_one_address_shut_it_for_everybody_there) {
    with_password("a@example.org");
    for (int at = 0; at < most_failures_from_address; ++at)
        (void)enters("nobody" + std::to_string(at), "wrong password");
    EXPECT_FALSE(enters("a@example.org", good));
    scope.from = "192.0.2.7";
    EXPECT_TRUE(enters("a@example.org", good));
}

TEST_F(Accounts, An_unknown_account_and_a_wrong_password_say_the_same) {
    with_password("a@example.org");
    const auto unknown = check_password(db, scope, "b@example.org", good, quick);
    db.finish();
    const auto wrong = check_password(db, scope, "a@example.org", "wrong password", quick);
    EXPECT_EQ(unknown.refusal().problems, wrong.refusal().problems);
}

TEST_F(Accounts, An_ended_account_opens_no_more_and_its_sessions_end) {
    with_password("a@example.org");
    const auto account = find_account(db, "a@example.org");
    (void)db.atomically([&]() -> Result<Done> {
        add_session(db, {.id = scope.new_id<SessionId>(),
                         .secret_hash = "h",
                         .account = account->id,
                         .from = "",
                         .started_at = scope.now,
                         .expires_at = scope.now + std::chrono::hours{1}});
        return Done{};
    });
    ASSERT_TRUE(find_session(db, "h", scope.now));
    ASSERT_TRUE(end_user(db, scope, "a@example.org"));
    EXPECT_FALSE(find_session(db, "h", scope.now));
    EXPECT_FALSE(enters("a@example.org", good));
    EXPECT_FALSE(invite_again(db, scope, "a@example.org"));
}

TEST_F(Accounts, A_session_ends_with_its_time) {
    with_password("a@example.org");
    const auto account = find_account(db, "a@example.org");
    (void)db.atomically([&]() -> Result<Done> {
        add_session(db, {.id = scope.new_id<SessionId>(),
                         .secret_hash = "h",
                         .account = account->id,
                         .from = "",
                         .started_at = scope.now,
                         .expires_at = scope.now + std::chrono::hours{1}});
        return Done{};
    });
    EXPECT_FALSE(find_session(db, "h", scope.now + std::chrono::hours{1}));
    (void)db.atomically([&]() -> Result<Done> {
        EXPECT_TRUE(end_session(db, "h", scope.now));
        EXPECT_FALSE(end_session(db, "h", scope.now));
        return Done{};
    });
    EXPECT_FALSE(find_session(db, "h", scope.now));
}

} // namespace
} // namespace openmasa::accounts
