// What a move sets going: clocks, and who is told.
#include "core/clocks/added_rules.hpp"
#include "core/clocks/running.hpp"
#include "core/restriction/sight.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include "plan/restrictable.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

class FollowingUp : public TestRecommendations {
protected:
    void add_rule(std::string name, int amount, clocks::Unit unit) {
        const auto added = run([&] {
            return clocks::add_rule(test.db, test.unit,
                                    {.name = std::move(name),
                                     .title = "Responses to a recommendation",
                                     .trigger = "the day it was accepted",
                                     .amount = amount,
                                     .unit = unit,
                                     .who = "Agencies",
                                     .clause = "Our own",
                                     .edition = "2025",
                                     .from = day(2020, 1, 1),
                                     .certainty = clocks::Certainty::local});
        });
        ASSERT_TRUE(added) << added.refusal().problems.front().words;
    }
    std::vector<clocks::Clock> running(const RecommendationId& id) {
        auto about = clocks::about(test.db, record_kind, id.view());
        std::erase_if(about, [](const clocks::Clock& clock) { return clock.is_stopped(); });
        test.db.finish();
        return about;
    }
};

TEST_F(FollowingUp, Where_nobody_is_expected_to_answer_no_clock_waits_for_answers) {
    auto command = filed();
    command.filing.expected.clear();
    const auto id = added(command);
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    EXPECT_TRUE(running(id).empty());
}

TEST_F(FollowingUp, Under_the_rules_that_the_program_brings_clocks_run_without_more) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "14 March 2025"));
    const auto clocks = running(id);
    ASSERT_EQ(clocks.size(), 1U);
    const auto when = clocks::due(clocks[0], clocks::RuleBook(), BankHolidays(), test.today);
    ASSERT_TRUE(when);
    EXPECT_EQ(when->due, day(2025, 4, 13)) << "thirty days";
}

TEST_F(FollowingUp, Clocks_stop_where_it_stands_with_another_and_run_on_where_it_is_parted) {
    const auto id = added(filed("Record what each child says")), host = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "14 March 2025"));
    ASSERT_TRUE(run([&] {
        return join(test.db, test.unit,
                    {.id = id, .version = now(id).version, .to = host, .why = "The same"});
    }));
    EXPECT_TRUE(running(id).empty());
    ASSERT_TRUE(run([&] {
        return part(test.db, test.unit,
                    {.id = id, .version = now(id).version, .why = "Not the same"});
    }));
    ASSERT_EQ(running(id).size(), 1U);
    EXPECT_EQ(running(id)[0].start, day(2025, 3, 14)) << "from the day on which it was accepted";
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(FollowingUp, It_is_complete_without_answers_only_with_a_comment_that_says_why) {
    const auto id = added(filed());
    ASSERT_TRUE(link(id, {test.done}));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::document));
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    ASSERT_TRUE(move_on(test.unit, id, Move::start));
    MakeMove command{.id = id,
                     .version = now(id).version,
                     .move = Move::complete,
                     .on = "22 January 2026",
                     .comment = " "};
    const auto refused = run([&] { return recommendations::move(test.db, test.unit, command); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields(refused.refusal()), std::vector<std::string>{"comment"});
    command.comment = "They said so in the meeting.";
    EXPECT_TRUE(run([&] { return recommendations::move(test.db, test.unit, command); }));
    EXPECT_EQ(whole(id).moves.back().comment, "They said so in the meeting.");
}

TEST_F(FollowingUp, A_clock_starts_on_the_day_of_the_decision_and_stops_when_it_no_longer_counts) {
    add_rule("recommendation-response", 20, clocks::Unit::working_days);
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "14 March 2025"));
    ASSERT_EQ(running(id).size(), 1U);
    EXPECT_EQ(running(id)[0].rule, "recommendation-response");
    EXPECT_EQ(running(id)[0].start, day(2025, 3, 14));
    ASSERT_TRUE(move_on(test.unit, id, Move::start, "1 April 2025"));
    EXPECT_EQ(running(id).size(), 1U) << "agencies may answer while the work goes on";
    ASSERT_TRUE(move_on(test.unit, id, Move::close));
    EXPECT_TRUE(running(id).empty());
    ASSERT_TRUE(move_on(test.unit, id, Move::reopen));
    EXPECT_EQ(running(id).size(), 1U);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(FollowingUp, The_impact_clock_runs_from_complete_until_it_was_shown) {
    add_rule("recommendation-impact", 6, clocks::Unit::months);
    const auto id = added(filed());
    ASSERT_TRUE(link(id, {test.done}));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::document));
    for (const auto how : {Move::accept, Move::start, Move::complete})
        ASSERT_TRUE(move_on(test.unit, id, how));
    ASSERT_EQ(running(id).size(), 1U);
    EXPECT_EQ(running(id)[0].rule, "recommendation-impact");
    ASSERT_TRUE(show(id, Shows::impact, EvidenceKind::indicator));
    ASSERT_TRUE(move_on(test.unit, id, Move::test));
    EXPECT_TRUE(running(id).empty());
}

TEST_F(FollowingUp, A_recommendation_can_be_restricted_and_is_found_by_what_people_say) {
    const auto id = added(filed());
    const auto area = plan::restrictable();
    const auto kind = std::ranges::find(area.kinds, record_kind, &restriction::Kind::kind);
    ASSERT_NE(kind, area.kinds.end());
    EXPECT_EQ(kind->describe(test.db, id.view())->address, "/recommendations/" + id.str());
    ASSERT_EQ(kind->find(test.db, "w-2026-001").size(), 1U);
    EXPECT_EQ(kind->find(test.db, "w-2026-001")[0].id, id.str());
    EXPECT_TRUE(kind->find(test.db, "W-2026-002").empty());
}

TEST_F(FollowingUp, An_action_that_is_hidden_from_whoever_links_others_stays_linked_and_unseen) {
    const auto id = added(filed());
    ASSERT_TRUE(link(id, {test.done, test.late}));
    const auto guard = std::make_shared<const store::ReadyLens>(restriction::lens_without(
        {{"action", test.done.str()}}, test.unit.person, {plan::restrictable()}));
    test.db.guard_with(guard);
    const auto seen = find_whole(test.db, test.unit, id);
    ASSERT_EQ(seen->actions.size(), 1U);
    EXPECT_EQ(seen->actions[0].action, test.late);
    EXPECT_TRUE(carried_out_by(test.db, test.unit, test.done).empty());
    ASSERT_TRUE(test.db.atomically([&] {
        return link_actions(test.db, test.unit,
                            {.id = id, .version = seen->it.version, .actions = {test.stopped}});
    }));
    test.db.finish();
    EXPECT_EQ(ids_in<plan::ActionId>(now(id).actions), (std::vector{test.done, test.stopped}));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(FollowingUp,
       An_open_action_that_is_hidden_keeps_it_from_being_complete_without_being_shown) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    ASSERT_TRUE(move_on(test.unit, id, Move::start));
    ASSERT_TRUE(link(id, {test.done, test.late}));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::document));
    test.db.guard_with(std::make_shared<const store::ReadyLens>(restriction::lens_without(
        {{"action", test.late.str()}}, test.unit.person, {plan::restrictable()})));
    const auto seen = *find_whole(test.db, test.unit, id);
    EXPECT_EQ(seen.actions.size(), 1U);
    EXPECT_EQ(count_hidden_open(test.db, seen), 1);
    const auto moved = test.db.atomically([&] {
        return recommendations::move(test.db, test.unit,
                                     {.id = id,
                                      .version = seen.it.version,
                                      .move = Move::complete,
                                      .on = "22 January 2026",
                                      .comment = "Nobody has answered yet."});
    });
    test.db.finish();
    ASSERT_FALSE(moved);
    ASSERT_EQ(moved.refusal().problems.size(), 1U);
    EXPECT_EQ(moved.refusal().problems.front().field, "missing");
    EXPECT_EQ(moved.refusal().problems.front().words,
              "Somebody who may see everything about it has to say that its actions are complete.");
}

TEST_F(FollowingUp, A_source_and_evidence_that_are_taken_out_are_gone_and_stay_in_the_history) {
    const auto id = added(filed());
    ASSERT_TRUE(run([&] {
        return keep_source(test.db, test.unit,
                           {.id = id, .version = 1, .said = of_an_audit().source});
    }));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::observation));
    auto less = whole(id);
    ASSERT_EQ(less.sources.size(), 2U);
    less.sources.pop_back();
    less.evidence.clear();
    ASSERT_TRUE(run([&] {
        return save_recommendation(test.db, test.unit, less, {.verb = "recommendation.changed"});
    }));
    EXPECT_EQ(whole(id).sources.size(), 1U);
    EXPECT_TRUE(whole(id).evidence.empty());
    const auto before = history::find_version(test.db, record_kind, id.view(), 3);
    EXPECT_NE(history::value_of(before->content, "evidence.1.words"), "");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

} // namespace
} // namespace openmasa::recommendations
