// Tokens for other programs: downloads and nothing else, no more than was lent, until their end.
#include "core/accounts/api_token.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;

class Tokens : public testing::Test {
protected:
    std::string make(const Scope& who,
                     std::vector<Permission> permissions = {Permission::read_plan}, int days = 31) {
        std::string secret;
        program.test.in_one_transaction([&] {
            const auto made = accounts::make_token(program.test.db, who,
                                                   {"Reporting", std::move(permissions), days});
            if (made) secret = *made;
        });
        return secret;
    }
    http::Response ask(const std::string& path, const std::string& token,
                       http::Method method = http::Method::get) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.peer = "192.0.2.7";
        request.headers = {{"Authorization", "Bearer " + token}};
        return program.router.answer(request, program.test.db);
    }
    std::string csv() const {
        return fmt::format("/plans/{}/actions.csv", program.test.plan.id.view());
    }

    Program program;
};

TEST_F(Tokens, A_token_fetches_a_download) {
    const auto answer = ask(csv(), make(program.test.reader));
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("Publish the practice guide"));
}

TEST_F(Tokens, A_token_opens_no_page_and_sends_no_form) {
    const auto token = make(program.test.unit);
    for (const std::string path : {"/", "/account", "/plans", "/people", "/no/such/page"})
        EXPECT_EQ(ask(path, token).status, 404) << path;
    EXPECT_EQ(
        ask("/actions/" + program.test.late.str() + "/progress", token, http::Method::post).status,
        404);
}

TEST_F(Tokens, What_is_no_token_gets_no_word_about_how_to_sign_in) {
    for (const auto& token : {std::string(43, 'x'), std::string()}) {
        const auto answer = ask(csv(), token);
        EXPECT_EQ(answer.status, 401);
        EXPECT_EQ(Program::header(answer, "WWW-Authenticate"), "");
        EXPECT_EQ(answer.body.find("Norfolk"), std::string::npos);
    }
}

TEST_F(Tokens, A_token_lends_no_more_than_was_chosen) {
    const auto token = make(program.test.unit, {Permission::import_plan});
    EXPECT_EQ(ask(csv(), token).status, 404);
}

TEST_F(Tokens, Nobody_lends_what_they_may_not_do) {
    EXPECT_EQ(make(program.test.reader, {Permission::import_plan}), "");
    EXPECT_EQ(make(program.test.outsider), "");
    EXPECT_EQ(make(program.test.reader, {Permission::read_plan}, 1000), "");
    EXPECT_EQ(make(program.test.reader, {}), "");
}

TEST_F(Tokens, A_token_ends_on_its_day_and_when_it_is_taken_back) {
    const auto token = make(program.test.reader);
    const auto other = make(program.test.reader);
    EXPECT_EQ(ask(csv(), token).status, 200);
    const auto listed = accounts::tokens_of(program.test.db, *program.test.reader.account);
    ASSERT_EQ(listed.size(), 2u);
    program.test.in_one_transaction([&] {
        for (const auto& one : listed) {
            if (!one.last_used_at) continue;
            EXPECT_TRUE(accounts::revoke_token(program.test.db, program.test.reader, one.id));
        }
    });
    EXPECT_EQ(ask(csv(), token).status, 401);
    EXPECT_EQ(ask(csv(), other).status, 200);
    program.test.now += std::chrono::hours{24 * 31};
    EXPECT_EQ(ask(csv(), other).status, 401);
}

TEST_F(Tokens, A_token_ends_with_the_account) {
    const auto token = make(program.test.reader);
    program.test.in_one_transaction([&] {
        accounts::end_account(program.test.db, *program.test.reader.account, program.test.now);
    });
    EXPECT_EQ(ask(csv(), token).status, 401);
}

TEST_F(Tokens, Another_persons_token_cannot_be_taken_back) {
    (void)make(program.test.reader);
    const auto id = accounts::tokens_of(program.test.db, *program.test.reader.account).front().id;
    EXPECT_EQ(program.post(&program.test.unit, "/account/tokens/" + id.str() + "/revoke", "", "n1")
                  .status,
              404);
    EXPECT_EQ(
        program.post(&program.test.reader, "/account/tokens/" + id.str() + "/revoke", "", "n2")
            .status,
        303);
}

TEST_F(Tokens, Making_one_asks_for_the_password_first_and_shows_it_once) {
    const auto& reader = program.test.reader;
    const auto fields = "name=Reporting+%3Cb%3E&permissions=read_plan&days=31";
    EXPECT_EQ(program.get(&reader, "/account/tokens").status, 303);
    EXPECT_EQ(program.post(&reader, "/account/tokens", fields, "n1").status, 303);
    EXPECT_TRUE(accounts::tokens_of(program.test.db, *reader.account).empty());
    program.test.in_one_transaction([&] {
        program.test.db.execute(
            fmt::format("UPDATE session SET proved_at = '{}'", iso(program.test.now)));
    });
    const auto made = program.post(&reader, "/account/tokens", fields, "n2");
    EXPECT_THAT(made.body, HasSubstr("Copy this token"));
    EXPECT_THAT(program.get(&reader, "/account/tokens").body, HasSubstr("Reporting &lt;b&gt;"));
    EXPECT_EQ(program.post(&reader, "/account/tokens", "name=&days=31", "n3").status, 422);
}

} // namespace
} // namespace openmasa
