#include "core/accounts/record_link.hpp"
#include "core/clocks/running.hpp"
#include "plan/recommendation_response_section.hpp"
#include "plan/responses/test_responses.hpp"

namespace openmasa::responses {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class AskingForAnswers : public TestResponses {
protected:
    std::vector<std::string> fields(const Result<Done>& refused) {
        std::vector<std::string> all;
        if (refused) return {"none"};
        for (const auto& problem : refused.refusal().problems) all.push_back(problem.field);
        return all;
    }
    /// A morning of the program's own, so many days from now.
    std::string morning(int days) {
        auto program = command_line_scope(test.now + std::chrono::days{days}, system_randomness());
        program.today = test.today + std::chrono::days{days};
        std::string did;
        test.in_one_transaction([&] { did = remind(test.db, program); });
        return did;
    }
    void move_to(recommendations::State state) {
        auto whole = recommendations::find_whole(test.db, test.unit, recommendation);
        whole->it.state = state;
        EXPECT_TRUE(run([&] {
            return recommendations::save_recommendation(test.db, test.unit, *whole,
                                                        {.verb = "recommendation.changed"});
        }));
    }
};

TEST_F(AskingForAnswers, Each_is_asked_until_the_day_and_told_by_a_notice_or_a_link) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    const auto police = response_of(test.constabulary);
    EXPECT_EQ(police.asked_on, test.today);
    EXPECT_EQ(police.due, day(2026, 2, 21));
    EXPECT_EQ(police.asker, "Business unit");
    EXPECT_EQ(police.words, "What did you do <b>?");
    EXPECT_EQ(police.title, "Record the <b>voice & of the child");
    const auto told = notices();
    ASSERT_THAT(told, SizeIs(2)); // in the order of their ids, which is nobody's
    const auto& lead = told[0].person ? told[0] : told[1];
    const auto& office = told[0].person ? told[1] : told[0];
    EXPECT_EQ(lead.person, test.constable.person);
    EXPECT_EQ(lead.kind, "response_asked");
    EXPECT_EQ(lead.path, address_of(police));
    EXPECT_EQ(office.email, "head@example.org");
    EXPECT_EQ(office.kind, "link_given");
    EXPECT_EQ(office.path.substr(0, 11), "/responses/");
    EXPECT_THAT(offices_of(test.db, recommendation), SizeIs(1));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AskingForAnswers, Once_all_were_asked_by_a_day_that_day_counts_and_no_longer_the_clock) {
    ASSERT_TRUE(run([&] {
        return clocks::start(test.db, test.unit,
                             {.kind = "recommendation",
                              .record = recommendation.str(),
                              .rule = "recommendation-response",
                              .from = test.today - std::chrono::days{100}});
    }));
    const auto clock = [&] {
        const auto found = clocks::about(test.db, "recommendation", recommendation.view());
        test.db.finish();
        return found.at(0);
    };
    auto some = both();
    some.owners.pop_back();
    ASSERT_TRUE(ask_as(test.unit, some));
    EXPECT_FALSE(clock().is_stopped()) << "somebody was not asked yet";
    some.owners = {test.services.str()};
    some.due = "1 March 2026";
    ASSERT_TRUE(ask_as(test.unit, some));
    EXPECT_EQ(clock().stopped, test.today);
    EXPECT_EQ(clock().stopped_why, "Everybody was asked, the last for an answer by 1 Mar 2026: the "
                                   "days that were asked for count now");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AskingForAnswers, Asked_again_the_day_moves_and_it_is_one_answer) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    const auto before = response_of(test.constabulary);
    ASSERT_TRUE(ask_as(later(test.unit, 3), both("1 March 2026")));
    const auto after = response_of(test.constabulary);
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.due, day(2026, 3, 1));
    EXPECT_EQ(after.asked_on, before.asked_on);
    EXPECT_EQ(after.version, 2);
    EXPECT_THAT(responses_of(test.db, test.unit, recommendation), SizeIs(2));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AskingForAnswers, What_is_wrong_keeps_nothing_and_tells_nobody) {
    auto wrong = both("yesterday");
    wrong.emails.clear();
    EXPECT_THAT(fields(ask_as(test.unit, wrong)), ElementsAre(email_field(test.services), "due"));
    EXPECT_THAT(responses_of(test.db, test.unit, recommendation), IsEmpty());
    EXPECT_THAT(notices(), IsEmpty());
}

TEST_F(AskingForAnswers, A_day_that_cannot_be_is_refused_with_one_that_can) {
    const auto refused = ask_as(test.unit, both("1 January 2400"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().words.find("2025"), std::string::npos);
    EXPECT_NE(refused.refusal().problems.front().words.find("within a year"), std::string::npos);
}

TEST_F(AskingForAnswers, Only_who_keeps_recommendations_asks_and_only_about_what_is_followed) {
    for (const auto* who : {&test.constable, &test.reader, &test.outsider})
        EXPECT_EQ(ask_as(*who, both()).refusal().kind, Refusal::Kind::not_found);
    auto other = both();
    other.recommendation = test.unit.new_id<RecommendationId>();
    EXPECT_EQ(ask_as(test.unit, other).refusal().kind, Refusal::Kind::not_found);
    move_to(recommendations::State::embedded);
    EXPECT_EQ(ask_as(test.unit, both()).refusal().kind, Refusal::Kind::not_found);
}

TEST_F(AskingForAnswers, Who_has_answered_is_not_asked_again) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    EXPECT_THAT(fields(ask_as(test.unit, both())), ElementsAre("owner"));
}

TEST_F(AskingForAnswers, By_hand_they_are_reminded_once_a_day_and_never_who_answered) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    const auto by_hand = [&](int days) {
        const auto who = later(test.unit, days);
        return run([&] { return remind_by_hand(test.db, who, recommendation); });
    };
    EXPECT_THAT(fields(by_hand(0)), ElementsAre("")) << "they were asked today";
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    forget_notices();
    ASSERT_TRUE(by_hand(1));
    const auto told = notices();
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].email, "head@example.org");
    EXPECT_EQ(response_of(test.services).reminded, 1);
    EXPECT_EQ(response_of(test.services).reminded_on, test.today + std::chrono::days{1});
    EXPECT_FALSE(by_hand(1));
    EXPECT_TRUE(by_hand(2));
    EXPECT_EQ(
        run([&] { return remind_by_hand(test.db, test.constable, recommendation); }).refusal().kind,
        Refusal::Kind::not_found);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AskingForAnswers, Each_morning_those_are_reminded_whose_day_is_near_or_past) {
    ASSERT_TRUE(ask_as(test.unit, both())); // until 21 February, in thirty days
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    EXPECT_EQ(morning(22), "");
    EXPECT_EQ(morning(23), "Reminded of 1 answer to a recommendation");
    EXPECT_EQ(morning(23), "");
    EXPECT_EQ(morning(29), "Reminded of 1 answer to a recommendation");
    EXPECT_EQ(morning(30), "");
    EXPECT_EQ(morning(31), "Reminded of 1 answer to a recommendation");
    move_to(recommendations::State::embedded);
    EXPECT_EQ(morning(38), "") << "nobody is reminded of what is no longer followed";
    EXPECT_EQ(response_of(test.services).reminded, 3);
}

TEST_F(AskingForAnswers, A_link_that_was_taken_back_is_not_followed_by_another) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    const auto asked = response_of(test.services);
    const auto links = accounts::links_of(test.db, link_purpose, asked.id.view());
    ASSERT_THAT(links, SizeIs(1));
    test.in_one_transaction(
        [&] { (void)accounts::revoke_link(test.db, test.unit, link_purpose, links[0].id); });
    forget_notices();
    morning(29);
    for (const auto& told : notices()) EXPECT_NE(told.kind, "link_given");
}

TEST_F(AskingForAnswers, The_section_has_who_was_not_asked_who_waits_and_who_answered) {
    const auto whole = *recommendations::find_whole(test.db, test.unit, recommendation);
    const auto standings = [&](const Scope& who) {
        std::vector<Standing> all;
        const auto section = read_section(test.db, who, whole);
        for (const auto& line : section.lines) all.push_back(standing_on(line.response, who.today));
        EXPECT_NE(section_view(section, {}).view().find("What agencies answered"),
                  std::string_view::npos);
        test.db.finish();
        return all;
    };
    EXPECT_THAT(standings(test.unit), ElementsAre(Standing::not_asked, Standing::not_asked));
    ASSERT_TRUE(ask_as(test.unit, both()));
    EXPECT_THAT(standings(test.unit), ElementsAre(Standing::waits, Standing::waits));
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::in_part, "Most.")));
    EXPECT_THAT(standings(later(test.unit, 31)), ElementsAre(Standing::in_time, Standing::late));
    const auto section = read_section(test.db, test.constable, whole);
    EXPECT_FALSE(section.may_ask);
    EXPECT_TRUE(section.lines[0].may_answer) << "the constabulary, which has answered";
    EXPECT_FALSE(section.lines[1].may_answer);
    const auto view = std::string(section_view(section, {}).view());
    EXPECT_NE(view.find("Accepted in part."), view.npos);
    EXPECT_NE(view.find("An audit in March &lt;b&gt;&amp;"), view.npos);
    EXPECT_EQ(view.find("/remind"), view.npos);
}

} // namespace
} // namespace openmasa::responses
