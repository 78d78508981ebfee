#include "plan/actions/actions.hpp"
#include "plan/actions/module.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

namespace openmasa::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

class ActionPageOf : public testing::Test {
protected:
    std::string page(const ActionId& id, const std::string& query = "") {
        return test.get(actions::module(), test.unit, "/actions/" + id.str() + query).body;
    }
    void save(Action action, std::string_view verb) {
        test.in_one_transaction(
            [&] { EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = verb})); });
    }
    Action now(const ActionId& id) { return *find_action(test.db, test.unit, id); }

    TestPlan test;
};

TEST_F(ActionPageOf, Says_how_a_new_date_was_read) {
    const auto notice = [&](std::string_view words) {
        auto action = now(test.late);
        action.target = target_day(understand_date(words));
        save(action, "action.changed");
        return page(test.late, "?saved=date");
    };
    EXPECT_THAT(notice("31 Mar 2027"), HasSubstr("Saved. 31 Mar 2027 is read as: by 31 Mar 2027."));
    EXPECT_THAT(notice("Autumn 2027"),
                HasSubstr("Saved. Autumn 2027 is read as: 1 Sep to 30 Nov 2027."));
    EXPECT_THAT(notice("<b>"), HasSubstr("Saved. &lt;b&gt; is no date: it has none yet."));
    EXPECT_THAT(notice(""), HasSubstr("Saved. It has no target date now."));
    EXPECT_THAT(page(test.late, "?saved=nothing"), HasSubstr("Nothing was changed."));
}

TEST_F(ActionPageOf, The_history_says_what_was_done_as_it_was_audited) {
    const auto said = [&](std::string_view verb) {
        save(now(test.late), verb);
        const auto shown = page(test.late);
        return shown.substr(shown.find("Every change"));
    };
    EXPECT_THAT(page(test.late), HasSubstr("<li>Added to the plan.</li>"));
    EXPECT_THAT(said("action.changed"), Not(HasSubstr("Progress recorded.")));
    EXPECT_THAT(said("action.changed"), HasSubstr("<li>Saved; nothing was changed.</li>"));
    EXPECT_THAT(said("action.progress_recorded"), HasSubstr("<li>Progress recorded.</li>"));
    EXPECT_THAT(said("action.evidence_added"), HasSubstr("<li>Evidence added.</li>"));
    EXPECT_THAT(said("action.changed_by_import"), HasSubstr("<li>Changed by a revised plan.</li>"));
    EXPECT_THAT(said("action.withdrawn"), HasSubstr("<li>Withdrawn from the plan.</li>"));
}

TEST_F(ActionPageOf, What_is_late_says_what_was_set_too) {
    auto action = now(test.late);
    action.status = Status::at_risk;
    save(action, "action.progress_recorded");
    EXPECT_THAT(page(test.late), HasSubstr("Late</strong> at risk<"));
    EXPECT_THAT(page(test.at_risk), Not(HasSubstr("</strong> at risk<")));
}

TEST_F(ActionPageOf, Only_an_open_action_lacks_an_owner_and_a_date) {
    auto action = now(test.bare);
    EXPECT_THAT(page(test.bare), HasSubstr("has no owner"));
    EXPECT_THAT(page(test.bare), HasSubstr("has no target date"));
    action.status = Status::done;
    action.evidence = 1;
    save(action, "action.progress_recorded");
    for (const auto* gap :
         {"has no owner", "has no target date", "What is missing", "om-ev--missing"})
        EXPECT_THAT(page(test.bare), Not(HasSubstr(gap))) << gap;
}

TEST_F(ActionPageOf, Its_steps_say_which_is_next_and_which_were_not_ticked) {
    auto action = now(test.bare);
    action.target = target_day(understand_date("31 Dec 2025\n31 Jan 2026\n31 Mar 2026"));
    action.steps = 3;
    action.steps_done = 1;
    test.in_one_transaction([&] {
        save_steps(test.db, test.unit, test.bare,
                   {{.id = test.unit.new_id<StepId>(),
                     .date_words = "31 Dec 2025",
                     .latest = day(2025, 12, 31),
                     .done_on = test.today},
                    {.id = test.unit.new_id<StepId>(), .latest = day(2026, 1, 31)},
                    {.id = test.unit.new_id<StepId>(), .latest = day(2026, 3, 31)}});
    });
    save(action, "action.changed");
    EXPECT_THAT(page(test.bare),
                HasSubstr("Target date <b>31 Dec 2025 \u00b7 31 Jan 2026 \u00b7 31 Mar 2026</b>, "
                          "1 of 3 steps done, next by 31 Jan 2026, 9 days left"));
    action = now(test.bare);
    action.status = Status::done;
    save(action, "action.progress_recorded");
    EXPECT_THAT(page(test.bare), HasSubstr("Two steps are not ticked"));
    EXPECT_THAT(page(test.bare), Not(HasSubstr("next by")));
}

} // namespace
} // namespace openmasa::plan
