#include "core/restriction/store.hpp"
#include "plan/editions/compared_views.hpp"
#include "plan/editions/making.hpp"
#include "plan/editions/module.hpp"
#include "plan/editions/rules.hpp"
#include "plan/progress.hpp"
#include "plan/store.hpp"
#include "plan/succession.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <algorithm>
#include <gmock/gmock.h>

namespace openmasa::editions {
namespace {

using plan::ActionId;
using testing::HasSubstr, testing::Not;

class Editions : public testing::Test {
protected:
    Edition read(const plan::PlanId& id) {
        auto edition = read_edition(test.db, test.unit, id);
        test.db.finish();
        return *edition;
    }
    Edition old() { return read(test.plan.id); }
    Result<plan::PlanId> make(const MakeNext& command, const Scope& who) {
        test.db.finish();
        auto made = test.db.atomically([&] { return make_next(test.db, who, command); });
        test.db.finish();
        return made;
    }
    Edition made(const MakeNext& command) {
        const auto id = make(command, test.unit);
        EXPECT_TRUE(id);
        return read(*id);
    }
    static ChosenAction& choice(MakeNext& command, const ActionId& id) {
        return *std::ranges::find(command.actions, id, &ChosenAction::id);
    }
    /// What carries that action on.
    static const plan::Action* next_of(const Edition& edition, const ActionId& id) {
        const auto found = std::ranges::find_if(edition.actions,
                                                [&](const auto& one) { return one.follows == id; });
        return found == edition.actions.end() ? nullptr : &*found;
    }
    plan::Action action(const ActionId& id) {
        const auto found = plan::find_action(test.db, test.unit, id);
        test.db.finish();
        return *found;
    }
    void save(plan::Action action) {
        test.in_one_transaction([&] {
            ASSERT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    std::string page(const Scope& who, const plan::PlanId& id, std::string_view below) {
        const auto response = test.get(module(), who, "/plans/" + id.str() + std::string(below));
        EXPECT_EQ(response.status, 200);
        return response.body;
    }
    plan::TestPlan test;
};

TEST_F(Editions, The_next_one_follows_with_its_priorities_objectives_and_open_actions) {
    const auto next = made(proposed(old()));
    EXPECT_EQ(next.plan.follows, test.plan.id);
    EXPECT_EQ(next.plan.title, "Business plan <b>& 2026 to 2027");
    EXPECT_EQ(next.plan.period, "2026-27");
    ASSERT_EQ(next.sections.size(), 2u);
    EXPECT_EQ(next.sections[0].follows, test.adolescents.id);
    EXPECT_EQ(next.sections[0].difference, test.adolescents.difference);
    EXPECT_FALSE(next.sections[1].is_priority);
    EXPECT_EQ(next.objectives.size(), 3u);
    EXPECT_EQ(next.actions.size(), 8u) << "two are done and one is stopped";
    EXPECT_EQ(next_of(next, test.done), nullptr);
    EXPECT_EQ(next_of(next, test.stopped), nullptr);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Editions, An_action_keeps_its_words_reference_owner_and_whoever_takes_part) {
    auto before = action(test.soon);
    before.words = "Publish\n\u2022 the guide";
    before.lead = test.constable.person;
    before.contributors = test.services.str();
    before.status = plan::Status::blocked;
    before.stopped_why = "The printer";
    save(before);
    const auto next = made(proposed(old()));
    const auto* now = next_of(next, test.soon);
    ASSERT_NE(now, nullptr);
    EXPECT_EQ(now->words, before.words);
    EXPECT_EQ(now->reference, before.reference);
    EXPECT_EQ(now->owner, test.constabulary);
    EXPECT_EQ(now->lead, test.constable.person);
    EXPECT_EQ(now->contributors, before.contributors);
    EXPECT_EQ(now->status, plan::Status::blocked);
    EXPECT_EQ(now->stopped_why, "The printer");
    EXPECT_EQ(now->target.words, "30 January 2026");
    EXPECT_EQ(now->adopted_on, test.today);
    EXPECT_FALSE(now->last_update);
    EXPECT_EQ(action(test.soon).version, before.version + 1) << "the old one stays as it was";
}

TEST_F(Editions, A_date_that_is_past_does_not_go_on_and_another_one_may_be_said) {
    auto command = proposed(old());
    choice(command, test.at_risk).date_words = "Dec 2026, Mar 2027";
    const auto next = made(command);
    EXPECT_EQ(next_of(next, test.late)->target.words, "");
    EXPECT_FALSE(next_of(next, test.late)->deadline);
    EXPECT_EQ(next_of(next, test.recurring)->target.words, "Quarterly");
    EXPECT_EQ(next_of(next, test.at_risk)->target.words, "Dec 2026, Mar 2027");
    EXPECT_EQ(plan::steps_of(test.db, next_of(next, test.at_risk)->id).size(), 2u);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Editions, What_is_left_says_why_and_what_is_done_is_done_in_the_old_edition) {
    auto command = proposed(old());
    choice(command, test.bare).fate = Fate::leave;
    choice(command, test.bare).why = " Nobody needs it ";
    choice(command, test.soon).fate = Fate::done;
    const auto next = made(command);
    EXPECT_EQ(next_of(next, test.bare), nullptr);
    EXPECT_EQ(action(test.bare).left_behind_why, "Nobody needs it");
    EXPECT_EQ(next_of(next, test.soon), nullptr);
    EXPECT_EQ(action(test.soon).status, plan::Status::done);
    EXPECT_EQ(plan::progress_of(test.db, test.soon).front().before, plan::Status::in_progress);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Editions, What_waits_for_what_goes_on_where_both_do) {
    auto late = action(test.late);
    late.waits_for = test.soon.str() + " " + test.done.str();
    save(late);
    const auto next = made(proposed(old()));
    EXPECT_EQ(next_of(next, test.late)->waits_for, next_of(next, test.soon)->id.str());
}

TEST_F(Editions, A_priority_steps_down_with_its_actions_or_is_left_with_them) {
    auto command = proposed(old());
    command.priorities[0].course = Course::step_down;
    command.priorities[0].why = "Ordinary work now";
    command.priorities[1].course = Course::leave;
    command.priorities[1].why = "The programme ended";
    const auto next = made(command);
    ASSERT_EQ(next.sections.size(), 1u);
    EXPECT_FALSE(next.sections[0].is_priority);
    EXPECT_EQ(next.sections[0].stepped_down_why, "Ordinary work now");
    const auto before = *plan::find_section(test.db, test.unit, test.adolescents.id);
    EXPECT_EQ(before.stepped_down_on, test.today);
    EXPECT_TRUE(before.is_priority);
    EXPECT_EQ(next.actions.size(), 5u);
    EXPECT_EQ(action(test.with_steps).left_behind_why, "The programme ended");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Editions, What_is_restricted_is_restricted_in_the_next_one_to_the_same_people) {
    test.in_one_transaction([&] {
        restriction::add(test.db, test.unit,
                         {.id = test.unit.new_id<restriction::RestrictionId>(),
                          .record = {"action", test.soon.str()},
                          .reason = "A review is under way",
                          .review_on = test.today,
                          .at = test.now,
                          .names = {{.person = test.unit.person, .owner = {}}}});
    });
    const auto next = made(proposed(old()));
    const auto copied =
        restriction::find_open(test.db, {"action", next_of(next, test.soon)->id.str()});
    ASSERT_TRUE(copied);
    EXPECT_EQ(copied->reason, "A review is under way");
    ASSERT_EQ(copied->names.size(), 1u);
    EXPECT_EQ(copied->names.front().person, test.unit.person);
}

TEST_F(Editions, Nothing_is_made_over_what_was_changed_or_came_in_since_the_form_was_read) {
    const auto command = proposed(old());
    auto changed = action(test.soon);
    changed.title = "Publish it at last";
    save(changed);
    const auto stale = make(command, test.unit);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.refusal().kind, Refusal::Kind::conflict);
    const auto again = proposed(old());
    test.in_one_transaction([&] {
        test.add(test.adolescents, test.prevent, {}, {"One more", ""});
    });
    EXPECT_FALSE(make(again, test.unit));
    EXPECT_TRUE(make(proposed(old()), test.unit));
}

TEST_F(Editions, One_edition_is_followed_by_one) {
    const auto command = proposed(old());
    const auto next = made(command);
    const auto twice = make(command, test.unit);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.refusal().kind, Refusal::Kind::conflict);
    EXPECT_THAT(page(test.unit, test.plan.id, "/next"), HasSubstr("already"));
    const auto found = plan::succession_of(test.db, test.unit, old().plan);
    EXPECT_FALSE(found.before);
    EXPECT_EQ(found.after->id, next.plan.id);
}

TEST_F(Editions, Only_who_may_change_the_plan_makes_one) {
    for (const auto* who : {&test.reader, &test.constable, &test.outsider}) {
        const auto refused = make(proposed(old()), *who);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    }
    const auto form = page(test.unit, test.plan.id, "/next");
    EXPECT_THAT(form, HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(form, HasSubstr("Done or stopped, and staying with this edition: VA 5."));
    EXPECT_THAT(form, Not(HasSubstr("Count the leaflets"))) << "it was withdrawn";
}

TEST_F(Editions, Compared_says_what_changed_what_is_new_and_what_did_not_go_on) {
    auto command = proposed(old());
    choice(command, test.bare).fate = Fate::leave;
    choice(command, test.bare).why = "Nobody needs it <b>";
    const auto next = made(command);
    auto soon = *next_of(next, test.soon);
    soon.title = "Publish the guide <b>";
    save(soon);
    const auto all = compare(old(), read(next.plan.id));
    EXPECT_EQ(all.counts.left, 1);
    EXPECT_EQ(all.counts.done, 2);
    EXPECT_EQ(all.counts.stopped, 1);
    EXPECT_EQ(all.counts.changed + all.counts.unchanged, 7);
    const auto shown = page(test.reader, next.plan.id, "/compared");
    EXPECT_THAT(shown, HasSubstr("Publish the guide &lt;b&gt;</ins>"));
    EXPECT_THAT(shown, HasSubstr("Nobody needs it &lt;b&gt;"));
    EXPECT_THAT(shown, HasSubstr("2 done before; 1 stopped; 1 left behind."));
    EXPECT_THAT(to_csv(all), HasSubstr("not carried on,VA 6,,Write guidance,,Nobody needs it <b>"));
}

TEST_F(Editions, Compared_says_which_objectives_are_new_other_words_or_did_not_go_on) {
    const auto next = made(proposed(old()));
    auto now = read(next.plan.id);
    ASSERT_EQ(now.objectives.size(), 3u);
    auto named = [&](std::string_view title) {
        return std::ranges::find(now.objectives, title, &plan::Objective::title);
    };
    named("Prevent <b>&")->title = "Nobody is exploited <b>"; // its actions say that it is the same
    named("Family plan")->words = "Every family has one";
    named("Front door")->title = "Something else altogether"; // it has no actions
    const auto all = compare(old(), now);
    ASSERT_EQ(all.priorities[0].objectives.size(), 1u);
    EXPECT_EQ(all.priorities[0].objectives[0].before->title, "Prevent <b>&");
    EXPECT_EQ(all.priorities[0].objectives[0].now->title, "Nobody is exploited <b>");
    const auto& others = all.priorities[1].objectives;
    ASSERT_EQ(others.size(), 3u);
    EXPECT_EQ(others[0].now->words, "Every family has one");
    EXPECT_FALSE(others[1].before) << "new";
    EXPECT_FALSE(others[2].now) << "gone";
    const std::string shown(compared_view({}, all).view());
    EXPECT_THAT(shown, HasSubstr("Nobody is exploited &lt;b&gt;</ins>"));
    EXPECT_THAT(shown, HasSubstr("It did not go on: see its actions below."));
    EXPECT_THAT(to_csv(all), HasSubstr("objective not carried on,,,Front door"));
}

TEST_F(Editions, Compared_counts_what_is_new_and_what_nobody_explained) {
    const auto next = made(proposed(old()));
    auto dropped = *next_of(next, test.bare);
    dropped.follows.reset();
    save(dropped);
    const auto all = compare(old(), read(next.plan.id));
    EXPECT_EQ(all.counts.added, 1);
    EXPECT_EQ(all.counts.unsaid, 1);
    EXPECT_THAT(page(test.reader, next.plan.id, "/compared"), HasSubstr("Nobody said why"));
    EXPECT_THAT(page(test.reader, test.plan.id, "/compared"),
                HasSubstr("follows no other edition"));
}

} // namespace
} // namespace openmasa::editions
