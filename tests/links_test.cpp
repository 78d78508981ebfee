// Links for those without an account: one action, one purpose, until a day, taken back at any time.
#include "core/accounts/record_link.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Links : public testing::Test {
protected:
    http::Response give(const std::string& fields) {
        return program.post(&program.test.unit, links(), fields, fmt::format("n{}", ++posts));
    }
    /// A link's path: "/answer/...".
    std::string given() {
        const auto page = give("holder=Designated+nurse+%3Cb%3E&days=14").body;
        const auto start = page.find("/answer/");
        return page.substr(start, std::string("/answer/").size() + 43);
    }
    std::string links() const { return fmt::format("/actions/{}/links", program.test.late.view()); }
    std::string action_page() {
        return program.get(&program.test.reader, "/actions/" + program.test.late.str()).body;
    }
    http::Response answer(const std::string& link, const std::string& words, int version = 1) {
        return program.post(nullptr, link,
                            fmt::format("status=at_risk&version={}&words={}", version, words),
                            fmt::format("n{}", ++posts));
    }

    Program program;
    int posts = 0;
};

constexpr store::Query<std::string()> list_mailed{
    "test.list_mailed", "SELECT email FROM notice WHERE kind = 'link_given' ORDER BY id"};

TEST_F(Links, A_link_goes_out_by_mail_where_an_address_is_given) {
    (void)given();
    EXPECT_TRUE(program.test.db.all(list_mailed).empty());
    program.test.db.finish();
    EXPECT_THAT(give("holder=Designated+nurse&days=14&email=nurse").body,
                HasSubstr("Enter an e-mail address"));
    EXPECT_THAT(give("holder=Designated+nurse&days=14&email=nurse%40example.org").body,
                HasSubstr("on its way to nurse@example.org"));
    EXPECT_EQ(program.test.db.all(list_mailed), std::vector<std::string>{"nurse@example.org"});
}

TEST_F(Links, An_answer_is_recorded_under_the_office_that_holds_the_link) {
    const auto link = given();
    const auto form = program.get(nullptr, link);
    EXPECT_EQ(form.status, 200);
    EXPECT_THAT(form.body, HasSubstr("You answer as <b>Designated nurse &lt;b&gt;</b>"));
    const auto sent = answer(link, "Two+wards+have+answered");
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(Program::header(sent, "Location"), link + "?saved=yes");
    EXPECT_THAT(program.get(nullptr, link + "?saved=yes").body, HasSubstr("Your answer is saved"));
    EXPECT_THAT(action_page(), HasSubstr("Two wards have answered"));
    EXPECT_THAT(action_page(), HasSubstr("Designated nurse &lt;b&gt;"));
}

TEST_F(Links, It_shows_that_one_action_and_nothing_else) {
    const auto page = program.get(nullptr, given()).body;
    EXPECT_THAT(page, HasSubstr("Map &lt;b&gt;&amp; partners&#39; priorities"));
    for (const auto* other :
         {"/plans", "/priorities/", "/objectives/", "Publish the practice guide", "Chief Constable",
          "Norfolk Constabulary"})
        EXPECT_THAT(page, Not(HasSubstr(other)));
}

TEST_F(Links, A_link_that_was_taken_back_opens_nothing_and_records_nothing) {
    const auto link = given();
    const auto list = program.get(&program.test.unit, links()).body;
    const auto start = list.find("/links/") + 7;
    const auto revoke = "/links/" + list.substr(start, 26) + "/revoke";
    EXPECT_EQ(program.post(&program.test.reader, revoke, "", "r1").status, 404);
    EXPECT_EQ(program.post(&program.test.unit, revoke, "", "r2").status, 303);
    EXPECT_EQ(program.post(&program.test.unit, revoke, "", "r3").status, 404);
    EXPECT_EQ(program.get(nullptr, link).status, 404);
    EXPECT_EQ(answer(link, "Too+late+for+this").status, 404);
    EXPECT_THAT(action_page(), Not(HasSubstr("Too late for this")));
    EXPECT_THAT(program.get(&program.test.unit, "/links").body, HasSubstr("Taken back"));
}

TEST_F(Links, A_link_ends_by_itself_and_looks_like_one_that_never_was) {
    const auto link = given();
    program.test.now += std::chrono::hours{24 * 14};
    const auto ended = program.get(nullptr, link);
    const auto never = program.get(nullptr, "/answer/" + std::string(43, 'x'));
    EXPECT_EQ(ended.status, 404);
    EXPECT_EQ(ended.body, never.body);
}

TEST_F(Links, Somebody_else_was_first_and_what_was_typed_is_still_there) {
    const auto link = given();
    EXPECT_EQ(answer(link, "First+words").status, 303);
    const auto second = answer(link, "Second+words", 1);
    EXPECT_EQ(second.status, 422);
    EXPECT_THAT(second.body, HasSubstr("Somebody changed this action"));
    EXPECT_THAT(second.body, HasSubstr("Second words</textarea>"));
    EXPECT_THAT(second.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(Links, What_is_missing_is_said_and_no_link_is_made) {
    const auto refused = give("holder=&days=1000");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say who will answer"));
    EXPECT_THAT(refused.body, HasSubstr("Choose how long the link works"));
    EXPECT_THAT(program.get(&program.test.unit, "/links").body,
                HasSubstr("No link has been given"));
}

TEST_F(Links, A_form_sent_twice_makes_one_link) {
    const auto fields = "holder=Designated+nurse&days=14";
    EXPECT_EQ(program.post(&program.test.unit, links(), fields, "same").status, 200);
    EXPECT_EQ(program.post(&program.test.unit, links(), fields, "same").status, 303);
    EXPECT_EQ(accounts::links_given(program.test.db, "action.answer", 10).size(), 1u);
}

TEST_F(Links, The_secret_is_in_no_table) {
    const auto link = given();
    const auto secret = link.substr(8);
    const auto kept = accounts::links_given(program.test.db, "action.answer", 10);
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_TRUE(accounts::find_link(program.test.db, "action.answer", secret, program.test.now));
    EXPECT_FALSE(accounts::find_link(program.test.db, "another.purpose", secret, program.test.now));
    EXPECT_FALSE(
        accounts::find_link(program.test.db, "action.answer", sha256(secret), program.test.now));
}

} // namespace
} // namespace openmasa
