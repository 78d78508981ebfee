#include "core/clocks/running.hpp"
#include "plan/open_responses.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/responses/test_responses.hpp"

namespace openmasa::responses {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class AnsweringARecommendation : public TestResponses {
protected:
    AnsweringARecommendation() { EXPECT_TRUE(ask_as(test.unit, both())); }

    std::optional<Response> then(Day day, const OwnerId& owner) {
        store::Lens lens;
        history::look_back(lens, {.day = day});
        plan::look_back(lens, {.day = day});
        test.db.look_through(std::move(lens));
        auto seen = find_response(test.db, test.unit, recommendation, owner);
        test.db.finish();
        return seen;
    }
};

TEST_F(AnsweringARecommendation,
       The_answer_is_kept_with_what_was_done_how_it_is_shown_and_the_day) {
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::in_part, "Most <b>.")));
    const auto kept = response_of(test.constabulary);
    EXPECT_EQ(kept.answer, Answer::in_part);
    EXPECT_EQ(kept.done, "Most <b>.");
    EXPECT_EQ(kept.evidence, "An audit in March <b>&");
    EXPECT_EQ(kept.link, "https://example.org/audit");
    EXPECT_EQ(kept.answered_on, test.today);
    EXPECT_EQ(kept.answerer, "Chief Constable");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AnsweringARecommendation, Whoever_asked_is_told_and_the_address_is_forgotten) {
    forget_notices();
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    const auto told = notices();
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].person, test.unit.person);
    EXPECT_EQ(told[0].kind, "answered");
    ASSERT_TRUE(answer_as(test.unit, saying(test.services, Answer::accepted, "By telephone.")));
    EXPECT_TRUE(offices_of(test.db, recommendation).empty());
    EXPECT_THAT(notices(), SizeIs(1)) << "nobody is told what they did themselves";
}

TEST_F(AnsweringARecommendation, The_clock_of_the_answers_stops_when_the_last_one_has_come) {
    ASSERT_TRUE(run([&] {
        return clocks::start(test.db, test.unit,
                             {.kind = std::string(recommendations::record_kind),
                              .record = recommendation.str(),
                              .rule = "recommendation-response",
                              .from = test.today});
    }));
    const auto is_stopped = [&] {
        const auto all =
            clocks::about(test.db, recommendations::record_kind, recommendation.view());
        test.db.finish();
        return all.size() == 1 && all[0].is_stopped();
    };
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    EXPECT_FALSE(is_stopped());
    ASSERT_TRUE(answer_as(test.unit, saying(test.services, Answer::not_accepted, "By telephone.")));
    EXPECT_TRUE(is_stopped());
}

TEST_F(AnsweringARecommendation, Home_says_which_answers_somebody_owes) {
    const auto owed = [&](const Scope& who) {
        auto all = plan::open_responses(test.db, who);
        test.db.finish();
        return all;
    };
    ASSERT_THAT(owed(test.constable), SizeIs(1));
    EXPECT_EQ(owed(test.constable)[0].owner, test.constabulary.str());
    EXPECT_EQ(owed(test.constable)[0].asker, "Business unit");
    EXPECT_EQ(owed(test.constable)[0].due, day(2026, 2, 21));
    EXPECT_TRUE(owed(test.unit).empty());
    EXPECT_TRUE(owed(test.reader).empty());
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    EXPECT_TRUE(owed(test.constable).empty());
}

TEST_F(AnsweringARecommendation, Nobody_answers_for_others_or_what_was_not_asked) {
    auto command = saying(test.services, Answer::accepted, "Done.");
    for (const auto* who : {&test.constable, &test.reader, &test.outsider})
        EXPECT_EQ(answer_as(*who, command).refusal().kind, Refusal::Kind::not_found);
    command.recommendation = test.unit.new_id<RecommendationId>();
    EXPECT_EQ(answer_as(test.unit, command).refusal().kind, Refusal::Kind::not_found);
}

TEST_F(AnsweringARecommendation, What_somebody_saved_meanwhile_is_a_conflict) {
    const auto mine = saying(test.constabulary, Answer::accepted, "Mine.");
    ASSERT_TRUE(answer_as(test.unit, saying(test.constabulary, Answer::in_part, "Theirs.")));
    EXPECT_EQ(answer_as(test.constable, mine).refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(response_of(test.constabulary).done, "Theirs.");
}

TEST_F(AnsweringARecommendation, What_is_wrong_keeps_nothing) {
    const auto refused = answer_as(test.constable, saying(test.constabulary, Answer::accepted, ""));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.at(0).field, "done");
    EXPECT_FALSE(response_of(test.constabulary).is_answered());
    EXPECT_EQ(response_of(test.constabulary).version, 1);
}

TEST_F(AnsweringARecommendation, A_changed_answer_keeps_the_one_before_in_its_history) {
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Begun.")));
    const auto first = response_of(test.constabulary);
    auto changed = saying(test.constabulary, Answer::accepted, "Finished.");
    changed.on = "2 February 2026";
    ASSERT_TRUE(answer_as(later(test.constable, 20), changed));
    EXPECT_EQ(then(test.today, test.constabulary)->done, "Begun.");
    EXPECT_EQ(then(day(2026, 2, 2), test.constabulary)->done, "Finished.");
    const auto kept = history::find_version(test.db, record_kind, first.id.view(), 2);
    ASSERT_TRUE(kept);
    EXPECT_EQ(history::value_of(kept->content, "done"), "Begun.");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(AnsweringARecommendation, On_a_day_before_it_was_asked_there_is_nothing) {
    EXPECT_FALSE(then(test.today - std::chrono::days{1}, test.constabulary));
    EXPECT_FALSE(then(test.today, test.constabulary)->is_answered());
}

TEST_F(AnsweringARecommendation, What_another_program_changed_is_found) {
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    ASSERT_EQ(faults(), std::vector<std::string>());
    test.in_one_transaction(
        [&] { test.db.execute("UPDATE recommendation_response SET done = 'Something else'"); });
    EXPECT_FALSE(faults().empty());
    test.in_one_transaction([&] {
        test.db.execute("DELETE FROM recommendation_response_office");
        test.db.execute("DELETE FROM recommendation_response");
    });
    EXPECT_FALSE(faults().empty());
}

} // namespace
} // namespace openmasa::responses
