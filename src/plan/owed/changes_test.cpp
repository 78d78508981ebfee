#include "plan/look_back.hpp"
#include "plan/owed/changes.hpp"
#include "plan/owed/changes_store.hpp"
#include "plan/owed/module.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

namespace openmasa::owed {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The plan as it came on 22 January 2026, and what people do to it in February.
class Changes : public testing::Test {
protected:
    Scope unit_on(Day day) const {
        auto scope = test.unit;
        scope.now = Moment{day} + std::chrono::hours{12};
        scope.today = day;
        return scope;
    }
    template<class Change>
    void change(const plan::ActionId& id, Day on, Change change,
                std::optional<Day> true_from = {}) {
        const auto scope = unit_on(on);
        test.in_one_transaction([&] {
            auto action = *plan::find_action(test.db, scope, id);
            change(scope, action);
            EXPECT_TRUE(plan::save_action(test.db, scope, action,
                                          {.verb = "action.changed", .true_from = true_from}));
        });
    }
    void set_date(const plan::ActionId& id, Day on, const char* words) {
        change(id, on, [&](const Scope&, plan::Action& action) {
            action.target = plan::target_day(understand_date(words));
        });
    }
    std::vector<ChangedAction> since(Day day) {
        test.db.finish();
        auto found = changed_actions(test.db, test.reader, {.plan = test.plan.id, .since = day});
        keep_moved(found, {});
        return found;
    }
    std::string page(const std::string& query, const Scope& who) {
        return test.get(module(), who, "/plans/" + test.plan.id.str() + "/changes" + query).body;
    }

    TestPlan test;
    const Day eve = day(2026, 1, 31), start = day(2026, 2, 1);
};

TEST_F(Changes, What_was_recorded_before_the_day_is_no_change) {
    EXPECT_THAT(since(start), IsEmpty());
    const auto all = since(test.today);
    EXPECT_EQ(all.size(), 12u);
    for (const auto& action : all) EXPECT_EQ(moves_of(action).front(), Move::added);
}

TEST_F(Changes, A_date_moved_twice_shows_the_first_words_and_the_last) {
    set_date(test.soon, day(2026, 1, 30), "1 March 2026");
    set_date(test.soon, day(2026, 2, 3), "1 April 2026");
    set_date(test.soon, day(2026, 2, 10), "1 May 2026");
    const auto changed = since(start);
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].before->date_words, "1 March 2026");
    EXPECT_EQ(changed[0].now.date_words, "1 May 2026");
    EXPECT_THAT(moves_of(changed[0]), ElementsAre(Move::date));
}

TEST_F(Changes, What_went_and_came_back_did_not_move) {
    set_date(test.soon, day(2026, 2, 3), "1 April 2026");
    set_date(test.soon, day(2026, 2, 10), "30 January 2026");
    EXPECT_THAT(since(start), IsEmpty());
}

TEST_F(Changes, Everything_that_can_move_is_told_with_its_reason) {
    change(test.late, day(2026, 2, 2), [&](const Scope& scope, plan::Action& action) {
        plan::add_progress(test.db, scope, action,
                           {.at = scope.now,
                            .before = action.status,
                            .status = Status::done,
                            .words = "Mapped with <b>& everybody"});
        plan::add_evidence(test.db, scope, action,
                           {.at = scope.now, .title = "The map", .words = "In the folder"});
        action.status = Status::done;
        ++action.evidence;
    });
    change(test.at_risk, day(2026, 2, 3), [](const Scope&, plan::Action& action) {
        action.status = Status::stopped;
        action.stopped_why = "No money";
    });
    change(test.bare, day(2026, 2, 4), [&](const Scope&, plan::Action& action) {
        action.owner = test.services;
        action.title = "Write the guidance";
    });
    change(test.recurring, day(2026, 2, 5), [](const Scope&, plan::Action& action) {
        action.withdrawn = true;
        action.withdrawn_why = "Reported elsewhere";
    });
    const auto changed = since(start);
    ASSERT_EQ(changed.size(), 4u);
    EXPECT_THAT(moves_of(changed[0]), ElementsAre(Move::withdrawn));
    EXPECT_THAT(moves_of(changed[1]), ElementsAre(Move::owner, Move::words));
    EXPECT_THAT(moves_of(changed[2]), ElementsAre(Move::stopped));
    EXPECT_THAT(moves_of(changed[3]), ElementsAre(Move::done, Move::evidence, Move::progress));
    const auto shown = page("?since=2026-02-01", unit_on(day(2026, 2, 10)));
    for (const auto* words :
         {"4 actions changed since 1 February 2026.", "Stopped: “No money”.",
          "Withdrawn: “Reported elsewhere”.", "Done; it was in progress.", "Evidence: “The map”.",
          "Progress: “Mapped with &lt;b&gt;&amp; everybody”", "it was called “Write guidance”",
          "From nobody to <a"})
        EXPECT_THAT(shown, HasSubstr(words));
}

TEST_F(Changes, One_kind_is_shown_alone_and_counted_with_all) {
    set_date(test.soon, day(2026, 2, 3), "1 April 2026");
    change(test.at_risk, day(2026, 2, 3),
           [](const Scope&, plan::Action& action) { action.status = Status::done; });
    const auto shown = page("?since=2026-02-01&what=date", unit_on(day(2026, 2, 10)));
    EXPECT_THAT(shown, HasSubstr("/actions/" + test.soon.str()));
    EXPECT_THAT(shown, Not(HasSubstr("/actions/" + test.at_risk.str())));
    EXPECT_THAT(shown, HasSubstr("Done <b>1</b>"));
}

TEST_F(Changes, Recorded_later_than_it_was_so_both_days_are_said) {
    change(
        test.at_risk, day(2026, 2, 9),
        [](const Scope&, plan::Action& action) { action.status = Status::done; }, day(2026, 1, 25));
    const auto shown = page("?since=2026-02-01", unit_on(day(2026, 2, 10)));
    EXPECT_THAT(shown, HasSubstr("9 Feb 2026"));
    EXPECT_THAT(shown, HasSubstr("so from 25 Jan 2026"));
}

TEST_F(Changes, Looking_back_ends_them_with_the_day_that_is_looked_at) {
    set_date(test.soon, day(2026, 2, 3), "1 April 2026");
    set_date(test.soon, day(2026, 2, 20), "1 June 2026");
    test.db.finish();
    store::Lens lens;
    plan::look_back(lens, {.day = day(2026, 2, 10)});
    test.db.look_through(std::move(lens));
    const auto changed =
        changed_actions(test.db, test.reader, {.plan = test.plan.id, .since = start});
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].before->date_words, "30 January 2026");
    EXPECT_EQ(changed[0].now.date_words, "1 April 2026");
}

TEST_F(Changes, Of_a_priority_are_its_own_and_what_is_said_of_itself) {
    set_date(test.soon, day(2026, 2, 3), "1 April 2026");
    test.in_one_transaction([&] {
        auto section = *plan::find_section(test.db, test.unit, test.adolescents.id);
        section.chair = "Assistant Chief Constable";
        ++section.version;
        plan::save_section(test.db, unit_on(day(2026, 2, 4)), section);
    });
    const auto at = [&](const plan::SectionId& id) {
        return test
            .get(module(), unit_on(day(2026, 2, 10)),
                 "/priorities/" + id.str() + "/changes?since=2026-02-01")
            .body;
    };
    EXPECT_THAT(at(test.adolescents.id), HasSubstr("1 action changed since"));
    EXPECT_THAT(at(test.adolescents.id),
                HasSubstr("The chair is Assistant Chief Constable; it was Chief Constable."));
    EXPECT_THAT(at(test.families.id), HasSubstr("No action has changed since"));
}

TEST_F(Changes, A_day_that_is_none_or_has_not_been_is_said_and_the_usual_one_shown) {
    EXPECT_EQ(usual_since(day(2026, 3, 31)), day(2026, 2, 1));
    EXPECT_EQ(usual_since(day(2026, 1, 1)), day(2025, 12, 1));
    EXPECT_EQ(since_asked("1 Sept 2025", test.today).day, day(2025, 9, 1));
    EXPECT_THAT(page("?since=soon", test.reader), HasSubstr("“soon” is not a day."));
    EXPECT_THAT(page("?since=2030-01-01", test.reader), HasSubstr("has not been yet."));
}

TEST_F(Changes, Whoever_may_not_read_the_plan_finds_nothing) {
    EXPECT_THAT(
        changed_actions(test.db, test.outsider, {.plan = test.plan.id, .since = day(2025, 1, 1)}),
        IsEmpty());
    EXPECT_EQ(test.get(module(), test.outsider, "/plans/" + test.plan.id.str() + "/changes").status,
              404);
}

} // namespace
} // namespace openmasa::owed
