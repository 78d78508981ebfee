// Signing in, by real requests: with a password, with a second step, and proving it once more.
#include "core/accounts/actions.hpp"
#include "core/accounts/one_time_code.hpp"
#include "core/accounts/two_step_store.hpp"
#include "program.hpp"
#include "web/http/percent.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;

class SigningIn : public testing::Test {
protected:
    SigningIn() {
        const auto& account = *program.test.reader.account;
        const auto hash = password_hash("three unrelated words", {.passes = 1, .bytes = 1 << 16});
        program.test.in_one_transaction(
            [&] { accounts::set_password(program.test.db, account, hash); });
        program.test.db.finish();
    }
    std::string email() const { return program.test.reader.account->str() + "@example.org"; }
    http::Response give_password(const std::string& to = "/account") {
        return program.post(nullptr, "/sign-in",
                            fmt::format("email={}&password=three+unrelated+words&to={}",
                                        http::percent_encoded(email()), http::percent_encoded(to)),
                            fmt::format("n{}", ++posts));
    }
    http::Response give_code(const std::string& code) {
        return program.post(nullptr, "/sign-in/code", "code=" + code, fmt::format("n{}", ++posts));
    }
    http::Response as_reader(const std::string& path, const std::string& fields) {
        return program.post(&program.test.reader, path, fields, fmt::format("n{}", ++posts));
    }
    /// Through the pages, as a person does; gives the key.
    std::string turn_on_second_step() {
        EXPECT_EQ(Program::header(as_reader("/account/two-step", ""), "Location"),
                  "/account/prove?to=/account/two-step");
        EXPECT_EQ(as_reader("/account/prove", "password=three+unrelated+words").status, 303);
        EXPECT_EQ(Program::header(as_reader("/account/two-step", ""), "Location"),
                  "/account/two-step");
        const auto key =
            accounts::find_two_step(program.test.db, *program.test.reader.account)->key;
        EXPECT_THAT(program.get(&program.test.reader, "/account/two-step").body,
                    HasSubstr(accounts::in_groups(key)));
        const auto kept = as_reader("/account/two-step/confirm",
                                    "code=" + accounts::code_at(key, program.test.now));
        EXPECT_THAT(kept.body, HasSubstr("Keep these codes"));
        program.test.now += std::chrono::minutes{1};
        return key;
    }
    static bool is_signed_in(const http::Response& response) {
        return Program::header(response, "Set-Cookie").starts_with("openmasa_session=");
    }

    Program program;
    int posts = 0;
};

TEST_F(SigningIn, Only_pages_give_a_visitor_a_cookie) {
    const auto ask = [&](const char* path) {
        http::Request request;
        request.path = path;
        return program.router.answer(request, program.test.db);
    };
    EXPECT_NE(Program::header(ask("/sign-in"), "Set-Cookie"), "");
    for (const auto* machine : {"/health", "/colours.css"}) {
        const auto answer = ask(machine);
        EXPECT_EQ(answer.status, 200) << machine;
        EXPECT_EQ(Program::header(answer, "Set-Cookie"), "") << machine;
    }
}

TEST_F(SigningIn, Without_a_second_step_the_password_is_enough) {
    const auto answer = give_password();
    EXPECT_TRUE(is_signed_in(answer));
    EXPECT_EQ(Program::header(answer, "Location"), "/account");
}

TEST_F(SigningIn, With_a_second_step_the_password_opens_nothing_by_itself) {
    const auto key = turn_on_second_step();
    const auto answer = give_password("/plans");
    EXPECT_EQ(Program::header(answer, "Location"), "/sign-in/code");
    EXPECT_FALSE(is_signed_in(answer));
    EXPECT_EQ(program.get(nullptr, "/sign-in/code").status, 200);
    const auto wrong = give_code("000000");
    EXPECT_EQ(wrong.status, 422);
    const auto right = give_code(accounts::code_at(key, program.test.now));
    EXPECT_TRUE(is_signed_in(right));
    EXPECT_EQ(Program::header(right, "Location"), "/plans");
    EXPECT_EQ(Program::header(give_code(accounts::code_at(key, program.test.now)), "Location"),
              "/sign-in");
}

TEST_F(SigningIn, A_code_is_not_asked_for_from_somebody_who_gave_no_password) {
    EXPECT_EQ(Program::header(program.get(nullptr, "/sign-in/code"), "Location"), "/sign-in");
    EXPECT_EQ(Program::header(give_code("000000"), "Location"), "/sign-in");
}

TEST_F(SigningIn, A_password_changed_meanwhile_makes_the_half_sign_in_worthless) {
    const auto key = turn_on_second_step();
    (void)give_password();
    program.test.in_one_transaction(
        [&] { accounts::set_password(program.test.db, *program.test.reader.account, "another"); });
    const auto answer = give_code(accounts::code_at(key, program.test.now));
    EXPECT_FALSE(is_signed_in(answer));
}

TEST_F(SigningIn, A_proof_holds_for_five_minutes_in_that_session) {
    EXPECT_EQ(as_reader("/account/prove", "password=wrong+words+here").status, 422);
    EXPECT_EQ(as_reader("/account/prove", "").status, 422);
    const auto asks = [&] {
        return Program::header(as_reader("/account/two-step/codes", ""), "Location")
            .starts_with("/account/prove");
    };
    EXPECT_TRUE(asks());
    EXPECT_EQ(as_reader("/account/prove", "password=three+unrelated+words&to=%2Fplans").status,
              303);
    EXPECT_FALSE(asks());
    program.test.now += std::chrono::minutes{5};
    EXPECT_TRUE(asks());
}

TEST_F(SigningIn, An_hour_without_a_page_ends_the_session_and_a_page_in_between_does_not) {
    const auto status = [&] { return program.get(&program.test.reader, "/account").status; };
    for (int at = 0; at < 3; ++at) {
        program.test.now += std::chrono::minutes{59};
        EXPECT_EQ(status(), 200) << at;
    }
    program.test.now += std::chrono::minutes{61};
    EXPECT_EQ(status(), 303);
}

TEST_F(SigningIn, A_working_day_ends_the_session_however_busy_it_was) {
    for (int at = 0; at < 15; ++at) {
        program.test.now += std::chrono::minutes{50};
        (void)program.get(&program.test.reader, "/account");
    }
    EXPECT_EQ(program.get(&program.test.reader, "/account").status, 303);
}

TEST_F(SigningIn, A_person_sees_their_own_sessions_and_ends_one) {
    EXPECT_TRUE(is_signed_in(give_password()));
    const auto page = program.get(&program.test.reader, "/account/sessions").body;
    EXPECT_THAT(page, HasSubstr("This one"));
    const auto start = page.find("/account/sessions/") + 18;
    const auto other = page.substr(start, 26);
    const auto end = "/account/sessions/" + other + "/end";
    EXPECT_EQ(program.post(&program.test.unit, end, "", "u1").status, 404);
    EXPECT_EQ(as_reader(end, "").status, 303);
    EXPECT_EQ(as_reader(end, "").status, 404);
    EXPECT_EQ(program.get(&program.test.reader, "/account/sessions").status, 200);
}

TEST_F(SigningIn, All_other_sessions_end_at_once_and_this_one_stays) {
    (void)give_password();
    (void)give_password();
    EXPECT_EQ(as_reader("/account/sessions/end-others", "").status, 303);
    const auto& reader = program.test.reader;
    EXPECT_EQ(accounts::sessions_of(program.test.db, *reader.account, program.test.now).size(), 1u);
    EXPECT_EQ(program.get(&reader, "/account").status, 200);
}

} // namespace
} // namespace openmasa
