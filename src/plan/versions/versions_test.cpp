#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include "plan/versions/actions.hpp"
#include "plan/versions/module.hpp"
#include <gmock/gmock.h>

namespace openmasa::versions {
namespace {

using plan::ActionId;
using testing::HasSubstr;
using testing::Not;

class Versions : public testing::Test {
protected:
    plan::WholeAction whole(const ActionId& id) {
        return plan::whole_action(test.db, *plan::find_action(test.db, test.unit, id));
    }
    void save(plan::Action action) {
        test.in_one_transaction([&] {
            EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
    }
    /// "VA 1" with a step and a note, then changed in all that can be put back.
    void change_the_late_one() {
        auto action = whole(test.late).action;
        test.in_one_transaction([&] {
            plan::save_steps(test.db, test.unit, action.id,
                             {{.id = test.unit.new_id<plan::StepId>(), .words = "Agree it"}});
            plan::save_notes(test.db, action.id, {{.heading = "Lead", .words = "The board"}});
            action.steps = 1;
            EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
        before = whole(test.late);
        action = before.action;
        action.title = "Something else <b>&";
        action.status = plan::Status::stopped;
        action.stopped_why = "By mistake";
        action.owner = test.services;
        action.target = plan::target_day(understand_date("1 June 2027"));
        action.position = 77;
        action.steps = 0;
        test.in_one_transaction([&] {
            plan::save_steps(test.db, test.unit, action.id, {});
            plan::save_notes(test.db, action.id, {});
            plan::add_evidence(test.db, test.unit, action, {.at = test.now, .words = "A map."});
            ++action.evidence;
            EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
    }
    Result<Done> put_back_now(const PutBack& command, const Scope& who) {
        test.db.finish();
        return test.db.atomically([&] { return put_back(test.db, who, command); });
    }
    Result<Done> stand(Kind kind, std::string id, std::int64_t read, Standing to, const Scope& who,
                       std::string why = "Of no use") {
        test.db.finish();
        const ChangeStanding command{
            .kind = kind, .id = std::move(id), .read = read, .to = to, .why = std::move(why)};
        return test.db.atomically([&] { return change_standing(test.db, who, command); });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    std::string page(const std::string& target, const Scope& who) {
        return test.get(module(), who, target).body;
    }

    plan::TestPlan test;
    plan::WholeAction before;
};

TEST_F(Versions, An_earlier_version_of_an_action_is_put_back_with_its_steps_and_notes) {
    change_the_late_one();
    const auto read = whole(test.late).action.version;
    ASSERT_TRUE(put_back_now({.kind = Kind::action,
                              .id = test.late.str(),
                              .read = read,
                              .wanted = before.action.version,
                              .why = "Stopped by mistake"},
                             test.unit));
    const auto now = whole(test.late);
    EXPECT_EQ(now.action.version, read + 1);
    EXPECT_EQ(now.action.position, 77) << "its place stays";
    EXPECT_EQ(now.action.evidence, 1) << "and so does its evidence";
    auto expected = before, was = now;
    expected.action.position = was.action.position;
    expected.action.evidence = was.action.evidence;
    const auto fields = plan::fields_of("action");
    EXPECT_EQ(history::state_of(fields, content_of(was)),
              history::state_of(fields, content_of(expected)));
    const auto version = history::versions(test.db, "action", test.late.view(), 1);
    EXPECT_EQ(history::value_of(version.front().content, "why"), "Stopped by mistake");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, Nothing_is_put_back_without_a_reason_or_a_right_or_over_somebody_elses_save) {
    change_the_late_one();
    const auto read = whole(test.late).action.version;
    PutBack command{
        .kind = Kind::action, .id = test.late.str(), .read = read, .wanted = read - 1, .why = "  "};
    EXPECT_EQ(put_back_now(command, test.unit).refusal().kind, Refusal::Kind::invalid);
    command.why = "Because";
    for (const auto* who : {&test.constable, &test.reader, &test.outsider})
        EXPECT_EQ(put_back_now(command, *who).refusal().kind, Refusal::Kind::not_found);
    for (const std::int64_t wanted : {read, read + 1, std::int64_t{0}, std::int64_t{-1}}) {
        auto other = command;
        other.wanted = wanted;
        EXPECT_EQ(put_back_now(other, test.unit).refusal().kind, Refusal::Kind::not_found);
    }
    save(whole(test.late).action);
    EXPECT_EQ(put_back_now(command, test.unit).refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(whole(test.late).action.version, read + 1);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, What_is_the_same_now_is_not_put_back_as_one_more_version) {
    save(whole(test.late).action);
    const auto read = whole(test.late).action.version;
    const auto refused = put_back_now({.kind = Kind::action,
                                       .id = test.late.str(),
                                       .read = read,
                                       .wanted = read - 1,
                                       .why = "As it was"},
                                      test.unit);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().words,
              "It is the same now: there is nothing to put back.");
    EXPECT_EQ(whole(test.late).action.version, read);
}

TEST_F(Versions, A_plan_a_priority_and_an_objective_are_put_back_too) {
    test.in_one_transaction([&] {
        auto plan = test.plan;
        plan.title = "Wrong title";
        ++plan.version;
        plan::save_plan(test.db, test.unit, plan);
        auto section = *plan::find_section(test.db, test.unit, test.families.id);
        section.name = "Wrong name";
        ++section.version;
        plan::save_section(test.db, test.unit, section);
        auto objective = *plan::find_objective(test.db, test.unit, test.prevent.id);
        objective.words = "Wrong words";
        ++objective.version;
        plan::save_objective(test.db, test.unit, objective);
    });
    const auto back = [&](Kind kind, std::string id) {
        return static_cast<bool>(put_back_now(
            {.kind = kind, .id = std::move(id), .read = 2, .wanted = 1, .why = "Wrong"},
            test.unit));
    };
    EXPECT_TRUE(back(Kind::plan, test.plan.id.str()));
    EXPECT_TRUE(back(Kind::section, test.families.id.str()));
    EXPECT_TRUE(back(Kind::objective, test.prevent.id.str()));
    EXPECT_EQ(plan::find_plan(test.db, test.unit, test.plan.id)->title, test.plan.title);
    EXPECT_EQ(plan::find_section(test.db, test.unit, test.families.id)->name, "Families First");
    EXPECT_EQ(plan::find_objective(test.db, test.unit, test.prevent.id)->words, test.prevent.words);
    EXPECT_EQ(plan::find_plan(test.db, test.unit, test.plan.id)->version, 3);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, What_is_withdrawn_stays_to_be_read_and_comes_back) {
    const auto id = test.late.str();
    ASSERT_TRUE(stand(Kind::action, id, 1, Standing::withdrawn, test.unit, "Twice in the plan"));
    EXPECT_EQ(whole(test.late).action.withdrawn_why, "Twice in the plan");
    EXPECT_EQ(stand(Kind::action, id, 2, Standing::withdrawn, test.unit).refusal().kind,
              Refusal::Kind::conflict);
    ASSERT_TRUE(stand(Kind::action, id, 2, Standing::in_force, test.unit));
    EXPECT_FALSE(whole(test.late).action.withdrawn);
    EXPECT_EQ(stand(Kind::action, id, 3, Standing::withdrawn, test.reader).refusal().kind,
              Refusal::Kind::not_found);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, A_priority_takes_its_objectives_and_actions_with_it_and_brings_back_just_those) {
    const auto in_force = [&] {
        return std::ranges::count(plan::all_actions_of(test.db, test.plan.id), false,
                                  &plan::Action::withdrawn);
    };
    const auto id = test.families.id.str();
    ASSERT_EQ(in_force(), 11);
    ASSERT_TRUE(stand(Kind::section, id, 1, Standing::withdrawn, test.unit));
    EXPECT_EQ(in_force(), 6);
    EXPECT_TRUE(plan::find_objective(test.db, test.unit, test.front_door.id)->withdrawn);
    ASSERT_TRUE(stand(Kind::section, id, 2, Standing::in_force, test.unit));
    EXPECT_EQ(in_force(), 11);
    EXPECT_TRUE(whole(test.withdrawn).action.withdrawn) << "withdrawn before, for its own reason";
    ASSERT_TRUE(stand(Kind::objective, test.prevent.id.str(), 1, Standing::withdrawn, test.unit));
    EXPECT_EQ(in_force(), 5);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, A_plan_imported_by_mistake_is_withdrawn_as_a_whole) {
    const auto id = test.plan.id.str();
    ASSERT_TRUE(stand(Kind::plan, id, 1, Standing::withdrawn, test.unit));
    EXPECT_TRUE(plan::list_plans(test.db, test.unit).empty());
    EXPECT_TRUE(plan::find_plan(test.db, test.unit, test.plan.id)->withdrawn);
    EXPECT_FALSE(whole(test.late).action.withdrawn);
    ASSERT_TRUE(stand(Kind::plan, id, 2, Standing::in_force, test.unit));
    EXPECT_EQ(plan::list_plans(test.db, test.unit).size(), 1u);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Versions, Two_versions_stand_side_by_side_with_what_changed_marked) {
    change_the_late_one();
    const auto address = "/history/action/" + test.late.str();
    const auto shown = page(address, test.unit);
    EXPECT_THAT(shown, HasSubstr("Something else &lt;b&gt;&amp;"));
    EXPECT_THAT(shown, HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(shown, HasSubstr("Changed</strong>"));
    EXPECT_THAT(shown, HasSubstr("Put version 2 back"));
    EXPECT_THAT(page(address + "?from=1&to=2", test.unit), HasSubstr("Put version 1 back"));
    EXPECT_THAT(page(address, test.reader), Not(HasSubstr("Put version")));
    for (const auto* kind : {"plan", "section", "objective"}) {
        const auto id = std::string(kind) == "plan"      ? test.plan.id.str()
                        : std::string(kind) == "section" ? test.families.id.str()
                                                         : test.prevent.id.str();
        EXPECT_EQ(
            test.get(module(), test.reader, "/history/" + std::string(kind) + "/" + id).status,
            200);
    }
}

TEST_F(Versions, The_forms_say_what_will_change_and_what_stays) {
    change_the_late_one();
    const auto address = "/history/action/" + test.late.str();
    const auto form = page(address + "/2/put-back", test.unit);
    EXPECT_THAT(form, HasSubstr("What will change"));
    EXPECT_THAT(form, HasSubstr("Norfolk Constabulary"));
    EXPECT_THAT(form, Not(HasSubstr("Place in the plan")));
    EXPECT_THAT(page(address + "/standing", test.unit), HasSubstr("Withdraw this action"));
    for (const auto* below : {"/3/put-back", "/9/put-back", "/0/put-back", "/x/put-back"})
        EXPECT_EQ(test.get(module(), test.unit, address + below).status, 404) << below;
    EXPECT_EQ(test.get(module(), test.unit, "/history/tree/" + test.late.str()).status, 404);
    EXPECT_EQ(test.get(module(), test.unit, "/history/plan/" + test.late.str()).status, 404);
    EXPECT_EQ(test.get(module(), test.outsider, address).status, 404);
    EXPECT_EQ(test.get(module(), test.reader, address + "/standing").status, 404);
}

} // namespace
} // namespace openmasa::versions
