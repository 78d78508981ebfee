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

/// The session that had ended is open again: they have signed in.
class LateForms : public Forms {
protected:
    std::string send_late() {
        program.test.now += std::chrono::hours{2};
        const auto answer =
            program.post(&program.test.unit, evidence(),
                         "title=Minutes&words=What+we+agreed+%3Cb%3E&password=x y", "late");
        EXPECT_EQ(answer.status, 303);
        const auto location = Program::header(answer, "Location");
        EXPECT_THAT(location, testing::StartsWith("/sign-in?to=%2Fkept%2F"));
        program.test.in_one_transaction([&] {
            program.test.db.execute(
                fmt::format("UPDATE session SET last_used_at = '{}'", iso(program.test.now)));
        });
        return "/kept/" + location.substr(location.rfind("%2F") + 3);
    }
};

TEST_F(LateForms, What_was_typed_is_kept_for_the_same_person_and_nobody_else) {
    const auto kept = send_late();
    const auto page = program.get(&program.test.unit, kept).body;
    EXPECT_THAT(page, HasSubstr("What we agreed &lt;b&gt;"));
    EXPECT_THAT(page, HasSubstr("name=\"title\" value=\"Minutes\""));
    EXPECT_THAT(page, Not(HasSubstr("x y")));
    program.randomness.calls = 0;
    const auto others = program.get(&program.test.reader, kept);
    program.randomness.calls = 0;
    EXPECT_EQ(others.status, 404);
    EXPECT_EQ(others.body, program.get(&program.test.reader, "/kept/nothing").body);
}

TEST_F(LateForms, A_kept_form_opens_filled_in_and_is_saved_when_it_is_sent_again) {
    (void)send_late();
    const std::string fields = "title=Minutes&words=What+we+agreed";
    const auto opened = program.post(&program.test.unit, evidence(), fields + "&kept_form=x", "n1");
    EXPECT_EQ(opened.status, 422);
    EXPECT_THAT(opened.body, HasSubstr("your session had ended"));
    EXPECT_THAT(opened.body, HasSubstr("value=\"Minutes\""));
    EXPECT_THAT(action_page(), Not(HasSubstr("Minutes</h3>")));
    EXPECT_EQ(program.post(&program.test.unit, evidence(), fields, "n2").status, 303);
    EXPECT_THAT(action_page(), HasSubstr("Minutes</h3>"));
}

TEST_F(LateForms, A_kept_form_can_be_thrown_away_and_is_gone_after_a_day) {
    const auto kept = send_late(), later = send_late();
    EXPECT_EQ(program.post(&program.test.reader, kept + "/forget", "", "n1").status, 404);
    EXPECT_EQ(program.post(&program.test.unit, kept + "/forget", "", "n2").status, 303);
    EXPECT_EQ(program.get(&program.test.unit, kept).status, 404);
    EXPECT_EQ(program.get(&program.test.unit, later).status, 200);
    program.test.now += std::chrono::hours{25};
    program.test.in_one_transaction([&] {
        program.test.db.execute(
            fmt::format("UPDATE session SET expires_at = '{}', last_used_at = '{}'",
                        iso(program.test.now + std::chrono::hours{1}), iso(program.test.now)));
    });
    EXPECT_EQ(program.get(&program.test.unit, later).status, 404);
}

TEST_F(LateForms, A_forged_form_is_not_kept) {
    program.test.now += std::chrono::hours{2};
    http::Request request;
    request.method = http::Method::post;
    request.path = evidence();
    request.body = "title=Forged+words&form_token=n.0000";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Cookie", "openmasa_session=" + Program::secret_of(&program.test.unit)}};
    EXPECT_EQ(program.router.answer(request, program.test.db).status, 403);
}

TEST_F(Forms, A_page_with_a_form_says_until_when_there_is_time) {
    EXPECT_THAT(program.get(&program.test.unit, evidence()).body,
                HasSubstr("You stay signed in until "));
    EXPECT_THAT(program.get(&program.test.unit, "/help").body,
                Not(HasSubstr("You stay signed in until ")));
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
