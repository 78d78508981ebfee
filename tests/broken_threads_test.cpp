// What the one query finds, held against the rule asked of each recommendation by itself.
#include "core/restriction/sight.hpp"
#include "plan/broken/store.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include "plan/restrictable.hpp"
#include <random>

namespace openmasa::broken {
namespace {

using recommendations::EvidenceKind;
using recommendations::Move;
using recommendations::Shows;

class BrokenStore : public recommendations::TestRecommendations {
protected:
    std::vector<Break> breaks(const RecommendationId& id, const Scope& scope) {
        const auto all = list_broken(test.db, scope);
        test.db.finish();
        for (const auto& one : *all)
            if (one.it.id == id) return one.breaks;
        return {};
    }
    std::vector<Break> breaks(const RecommendationId& id) { return breaks(id, test.unit); }
};

TEST_F(BrokenStore, A_recommendation_is_found_from_the_day_on_which_something_is_missing) {
    auto command = filed();
    command.filing.owner.reset();
    command.filing.due.clear();
    command.filing.expected.clear();
    const auto id = added(command);
    EXPECT_TRUE(breaks(id).empty()) << "nobody has decided about it yet";
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "1 April 2025"));
    EXPECT_EQ(breaks(id), (std::vector{Break::no_lead, Break::no_date}));
    command = filed();
    command.filing.expected.clear();
    ASSERT_TRUE(run([&] {
        return recommendations::change_filing(
            test.db, test.unit, {.id = id, .version = now(id).version, .filing = command.filing});
    }));
    EXPECT_TRUE(breaks(id).empty());
    ASSERT_TRUE(move_on(test.unit, id, Move::start, "1 May 2025"));
    EXPECT_EQ(breaks(id), std::vector{Break::no_action});
    ASSERT_TRUE(link(id, {test.done}));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::document));
    ASSERT_TRUE(move_on(test.unit, id, Move::complete, "1 June 2025"));
    EXPECT_EQ(breaks(id), std::vector{Break::no_impact}) << "complete for more than six months";
    ASSERT_TRUE(show(id, Shows::impact, EvidenceKind::survey));
    EXPECT_TRUE(breaks(id).empty());
}

TEST_F(BrokenStore, An_agency_that_nobody_asked_is_missed_though_another_was_and_work_has_started) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "1 April 2025"));
    ASSERT_TRUE(link(id, {test.done}));
    ASSERT_TRUE(move_on(test.unit, id, Move::start, "20 January 2026"));
    const auto ask = [&](const OwnerId& owner) {
        test.in_one_transaction([&] {
            responses::add_response(test.db, test.unit,
                                    {.id = test.unit.new_id<responses::ResponseId>(),
                                     .recommendation = id,
                                     .owner = owner,
                                     .asked_on = test.today,
                                     .due = test.today + std::chrono::days{30}});
        });
        test.db.finish();
    };
    ask(test.constabulary);
    EXPECT_EQ(breaks(id), std::vector{Break::no_answer});
    ask(test.services);
    EXPECT_TRUE(breaks(id).empty()) << "both have time left";
}

TEST_F(BrokenStore, A_date_that_nobody_understands_is_none_and_one_without_an_end_is_one) {
    EXPECT_FALSE(is_any(test.db));
    auto command = filed();
    command.filing.due = "32 Octember 2026";
    command.filing.expected.clear();
    const auto wrong = added(command);
    command.filing.title = "Another";
    command.filing.due = "Ongoing";
    const auto open = added(command);
    for (const auto& id : {wrong, open}) ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    EXPECT_TRUE(is_any(test.db));
    EXPECT_EQ(breaks(wrong), std::vector{Break::no_date});
    EXPECT_TRUE(breaks(open).empty());
}

TEST_F(BrokenStore, One_that_was_superseded_is_followed_in_what_took_its_place) {
    const auto older = added(filed("Older")), newer = added(filed("Newer"));
    ASSERT_TRUE(move_on(test.unit, older, Move::accept));
    ASSERT_TRUE(move_on(test.unit, newer, Move::accept));
    ASSERT_TRUE(run([&] {
        return recommendations::move(test.db, test.unit,
                                     {.id = older,
                                      .version = now(older).version,
                                      .move = Move::supersede,
                                      .on = "22 January 2026",
                                      .comment = "The newer one asks for more.",
                                      .superseded_by = now(newer).reference});
    }));
    EXPECT_TRUE(breaks(older).empty());
    ASSERT_TRUE(move_on(test.unit, newer, Move::close));
    EXPECT_EQ(breaks(older), std::vector{Break::superseded_by_ended});
}

TEST_F(BrokenStore, What_stands_with_another_breaks_nothing_and_what_is_hidden_is_not_found) {
    auto command = filed("Alone");
    command.filing.owner.reset();
    const auto alone = added(command), host = added(filed("Host"));
    ASSERT_TRUE(move_on(test.unit, alone, Move::accept));
    EXPECT_EQ(breaks(alone), std::vector{Break::no_lead});
    ASSERT_TRUE(run([&] {
        return recommendations::join(test.db, test.unit,
                                     {.id = alone, .version = now(alone).version, .to = host});
    }));
    EXPECT_TRUE(breaks(alone).empty());
    EXPECT_TRUE(breaks(alone, test.outsider).empty());
    test.db.guard_with(std::make_shared<const store::ReadyLens>(restriction::lens_without(
        {{"recommendation", host.str()}}, test.unit.person, {plan::restrictable()})));
    EXPECT_EQ(breaks(alone), std::vector{Break::no_lead}) << "the other is not there for them";
}

TEST_F(BrokenStore, A_day_in_the_past_has_the_broken_threads_of_that_day) {
    auto command = filed();
    command.filing.owner.reset();
    command.filing.expected.clear();
    const auto id = added(command);
    ASSERT_TRUE(move_on(test.unit, id, Move::accept, "1 April 2025"));
    auto better = filed().filing;
    better.expected.clear();
    ASSERT_TRUE(run([&] {
        return recommendations::change_filing(
            test.db, test.unit, {.id = id, .version = now(id).version, .filing = better});
    }));
    EXPECT_TRUE(breaks(id).empty());
    const auto on = [&](Day day) {
        return then(day, [&] {
            auto scope = test.unit;
            scope.today = day;
            return list_broken(test.db, scope)->size();
        });
    };
    EXPECT_EQ(on(day(2025, 4, 1)), 1U);
    EXPECT_EQ(on(day(2025, 3, 31)), 0U);
    EXPECT_EQ(on(test.today), 0U);
}

} // namespace
} // namespace openmasa::broken
