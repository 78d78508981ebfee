// What becomes of a form: sent twice, sent again with other words, sent by somebody whose session
// has ended, sent through a proxy.
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Forms : public testing::Test {
protected:
    std::string evidence() const {
        return fmt::format("/actions/{}/evidence", program.test.late.view());
    }
    std::string action_page() {
        return program.get(&program.test.unit, fmt::format("/actions/{}", program.test.late.view()))
            .body;
    }
    http::Response send(const std::string& title, const std::string& nonce) {
        return program.post(&program.test.unit, evidence(), "words=It+is+so&title=" + title, nonce);
    }
    Program program;
};

TEST_F(Forms, The_same_form_sent_twice_is_saved_once) {
    const auto first = send("Minutes", "n1"), second = send("Minutes", "n1");
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(Program::header(first, "Location"), Program::header(second, "Location"));
    const auto page = action_page();
    EXPECT_EQ(page.find("Minutes</h3>"), page.rfind("Minutes</h3>"));
    EXPECT_NE(page.find("Minutes</h3>"), page.npos);
}

TEST_F(Forms, Other_words_with_the_same_token_are_never_said_to_be_saved) {
    EXPECT_EQ(send("Minutes", "n1").status, 303);
    const auto again = send("Survey", "n1");
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("saved once already"));
    EXPECT_THAT(again.body, HasSubstr("value=\"Survey\""));
    EXPECT_THAT(action_page(), Not(HasSubstr("Survey</h3>")));
    EXPECT_EQ(send("Survey", "n2").status, 303);
    EXPECT_THAT(action_page(), HasSubstr("Survey</h3>"));
}

TEST_F(Forms, A_token_of_one_form_sends_no_other) {
    EXPECT_EQ(send("Minutes", "n1").status, 303);
    const auto other = program.post(&program.test.unit,
                                    fmt::format("/actions/{}/progress", program.test.late.view()),
                                    "words=Agreed+now&status=in_progress&version=1", "n1");
    EXPECT_EQ(other.status, 422);
    EXPECT_THAT(action_page(), Not(HasSubstr("Agreed now")));
}

TEST_F(Forms, After_the_session_has_ended_what_was_typed_is_on_the_page) {
    const std::string fields = "title=Minutes&words=What+we+agreed+%3Cb%3E";
    const auto asked = [&](bool own_page) {
        http::Request request;
        request.method = http::Method::post;
        request.path = evidence();
        request.body = fields;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        if (own_page) request.headers.push_back({"Sec-Fetch-Site", "same-origin"});
        return program.router.answer(request, program.test.db);
    };
    const auto answer = asked(true);
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, HasSubstr("You were signed out"));
    EXPECT_THAT(answer.body, HasSubstr("What we agreed &lt;b&gt;</textarea>"));
    EXPECT_THAT(answer.body, HasSubstr("href=\"/sign-in?to=%2Factions%2F"));
    EXPECT_THAT(asked(false).body, Not(HasSubstr("What we agreed")));
    EXPECT_THAT(action_page(), Not(HasSubstr("What we agreed")));
}

TEST(Forwarded, Only_the_address_that_the_proxy_itself_saw_counts) {
    for (const auto& [forwarded, expected] : std::vector<std::pair<std::string, std::string>>{
             {"192.0.2.7", "192.0.2.7"},
             {"10.1.1.1, 192.0.2.7", "192.0.2.7"},
             {"192.0.2.7, <script>", "127.0.0.1"},
             {"", "127.0.0.1"},
             {"10.1.1.1,2001:db8::7 ", "2001:db8::7"}}) {
        http::Request request;
        request.peer = "127.0.0.1";
        request.headers.push_back({"X-Forwarded-For", forwarded});
        EXPECT_EQ(forwarded_for(request), expected) << forwarded;
    }
}

} // namespace
} // namespace openmasa
