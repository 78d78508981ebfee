#include "core/access/secret.hpp"
#include "core/accounts/one_time_code.hpp"
#include "core/accounts/qr_code.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/two_step.hpp"
#include "core/accounts/two_step_store.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::accounts {
namespace {

constexpr auto half_minute = std::chrono::seconds{30};

class SecondStep : public testing::Test {
protected:
    SecondStep()
        : db((test.migrate(), test.database())),
          scope(command_line_scope(store::TestDatabase::noon(), system_randomness())) {
        account = {.id = scope.new_id<AccountId>(),
                   .person = scope.new_id<PersonId>(),
                   .known_as = "Chief Constable",
                   .email = "a@example.org",
                   .password_hash = {}};
        change([&] { add_account(db, account, scope.now); });
    }
    template<class Work> void change(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
    }
    /// Turned on with the code of now; the clock then stands one minute later.
    std::vector<std::string> turn_on() {
        change([&] { ASSERT_TRUE(begin_two_step(db, scope, account.id)); });
        const auto codes = confirm_two_step(db, scope, account.id, code_at(key(), scope.now));
        EXPECT_TRUE(codes);
        scope.now += 2 * half_minute;
        return codes ? *codes : std::vector<std::string>{};
    }
    std::string key() { return find_two_step(db, account.id)->key; }
    bool passes(std::string_view code) {
        return static_cast<bool>(check_code(db, scope, account.id, code));
    }

    store::TestDatabase test;
    store::Db db;
    Scope scope;
    Account account;
};

TEST(OneTimeCode, Is_the_standards) {
    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    const std::string_view key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    EXPECT_EQ(code_at(key, Moment{std::chrono::seconds{59}}), "287082");
    EXPECT_EQ(code_at(key, Moment{std::chrono::seconds{1111111109}}), "081804");
    EXPECT_EQ(code_at(key, Moment{std::chrono::seconds{20000000000}}), "353130");
    EXPECT_EQ(step_of_code(key, "287082", Moment{std::chrono::seconds{59}}), 1);
}

TEST(OneTimeCode, An_apps_address_holds_no_character_that_it_would_read_otherwise) {
    EXPECT_EQ(totp_address("Norfolk & Co", "a+b@example.org", "ABCD"),
              "otpauth://totp/Norfolk%20%26%20Co:a%2Bb%40example.org?secret=ABCD&issuer="
              "Norfolk%20%26%20Co");
    EXPECT_EQ(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
}

TEST(QrCode, Has_its_quiet_margin_and_a_finder_in_the_first_corner) {
    const auto drawn = std::string(qr_code("otpauth://totp/a?secret=ABCD", "Key <b>").view());
    EXPECT_NE(drawn.find("aria-label=\"Key &lt;b&gt;\""), drawn.npos);
    EXPECT_NE(drawn.find("<path d=\"M4 4h7v1h-7z"), drawn.npos);
    EXPECT_NE(drawn.find("M4 5h1v1h-1zM10 5h1v1h-1z"), drawn.npos);
}

TEST_F(SecondStep, Is_on_only_after_the_app_has_shown_that_it_knows_the_key) {
    EXPECT_FALSE(has_two_step(db, account.id));
    change([&] { ASSERT_TRUE(begin_two_step(db, scope, account.id)); });
    EXPECT_FALSE(has_two_step(db, account.id));
    EXPECT_FALSE(passes(code_at(key(), scope.now)));
    EXPECT_FALSE(confirm_two_step(db, scope, account.id, "000000"));
    EXPECT_EQ(confirm_two_step(db, scope, account.id, code_at(key(), scope.now))->size(), 10u);
    EXPECT_TRUE(has_two_step(db, account.id));
    change([&] { EXPECT_FALSE(begin_two_step(db, scope, account.id)); });
}

TEST_F(SecondStep, A_code_works_once) {
    turn_on();
    const auto code = code_at(key(), scope.now);
    EXPECT_TRUE(passes(code));
    EXPECT_FALSE(passes(code));
    EXPECT_FALSE(passes(code_at(key(), scope.now - half_minute)));
}

TEST_F(SecondStep, The_code_that_turned_it_on_signs_nobody_in) {
    change([&] { ASSERT_TRUE(begin_two_step(db, scope, account.id)); });
    const auto code = code_at(key(), scope.now);
    ASSERT_TRUE(confirm_two_step(db, scope, account.id, code));
    EXPECT_FALSE(passes(code));
}

TEST_F(SecondStep, A_clock_may_be_off_by_one_step_and_no_more) {
    turn_on();
    scope.now += 20 * half_minute;
    EXPECT_FALSE(passes(code_at(key(), scope.now - 2 * half_minute)));
    EXPECT_FALSE(passes(code_at(key(), scope.now + 2 * half_minute)));
    EXPECT_TRUE(passes(code_at(key(), scope.now - half_minute)));
    EXPECT_TRUE(passes(code_at(key(), scope.now + half_minute)));
}

TEST_F(SecondStep, Each_code_to_recover_with_works_once_however_it_is_typed) {
    const auto codes = turn_on();
    auto typed = codes.front();
    typed.replace(typed.find('-'), 1, " ");
    EXPECT_TRUE(passes(typed));
    EXPECT_FALSE(passes(codes.front()));
    EXPECT_EQ(recovery_codes_left(db, account.id), 9);
    EXPECT_TRUE(passes(codes.back()));
}

TEST_F(SecondStep, New_codes_take_the_place_of_the_old_ones) {
    const auto old = turn_on();
    const auto renewed = renew_recovery_codes(db, scope, account.id);
    ASSERT_TRUE(renewed);
    EXPECT_FALSE(passes(old.front()));
    EXPECT_TRUE(passes(renewed->front()));
}

TEST_F(SecondStep, Too_many_wrong_codes_shut_the_right_one_out_for_a_while) {
    turn_on();
    for (int at = 0; at < most_failures_of_account; ++at) EXPECT_FALSE(passes("000000"));
    EXPECT_FALSE(passes(code_at(key(), scope.now)));
    scope.now += rate_window + std::chrono::seconds{1};
    EXPECT_TRUE(passes(code_at(key(), scope.now)));
}

TEST_F(SecondStep, Turned_off_it_leaves_nothing_behind) {
    const auto codes = turn_on();
    change([&] { ASSERT_TRUE(end_two_step(db, scope, account.id)); });
    EXPECT_FALSE(has_two_step(db, account.id));
    EXPECT_FALSE(passes(codes.front()));
    EXPECT_EQ(recovery_codes_left(db, account.id), 0);
    change([&] { EXPECT_FALSE(end_two_step(db, scope, account.id)); });
}

} // namespace
} // namespace openmasa::accounts
