// What is open is found, and passes, stays or ends with its history whole.
#include "core/access/store.hpp"
#include "core/history/history.hpp"
#include "core/restriction/sight.hpp"
#include "core/restriction/store.hpp"
#include "kernel/id_list.hpp"
#include "plan/duties/duties.hpp"
#include "plan/duties/module.hpp"
#include "plan/look_back.hpp"
#include "plan/restrictable.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace openmasa::plan_duties {
namespace {

class Duties : public testing::Test {
protected:
    OpenDuties asked(const Scope& who, const Answerer& answerer) {
        test.db.finish();
        return duties_of(test.db, who, features, answerer);
    }
    Duty found(std::string_view what, std::string_view as, const Answerer& answerer) {
        for (auto& duty : asked(test.unit, answerer).shown)
            if (duty.what.starts_with(what) && duty.as == as) return duty;
        ADD_FAILURE() << "no duty " << what << " as " << as;
        return {};
    }
    Result<Done> settled(const Duty& duty, const Answerer& from, const Settlement& settlement,
                         const Scope& who) {
        test.db.finish();
        auto result = test.db.atomically(
            [&] { return settle(test.db, who, features, duty, from, settlement); });
        test.db.finish();
        return result;
    }
    plan::Action action(const plan::ActionId& id) {
        auto one = plan::find_action(test.db, test.unit, id);
        test.db.finish();
        return *one;
    }
    void change(const plan::ActionId& id, const std::function<void(plan::Action&)>& edit) {
        test.in_one_transaction([&] {
            auto one = *plan::find_action(test.db, test.unit, id);
            edit(one);
            EXPECT_TRUE(plan::save_action(test.db, test.unit, one, {.verb = "action.changed"}));
        });
    }
    std::string why_of(const plan::ActionId& id) {
        const auto versions = history::versions(test.db, "action", id.view(), 1);
        test.db.finish();
        return std::string(history::value_of(versions.at(0).content, "why"));
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    Settlement passes_to(const OwnerId& owner, Day from) {
        return {.to = {.owner = owner}, .why = "The boards merged", .from = from};
    }

    plan::TestPlan test;
    std::vector<Module> features{module()};
    Answerer constabulary{.owner = test.constabulary};
};

TEST_F(Duties, What_is_open_is_found_and_what_is_finished_is_not) {
    const auto open = asked(test.unit, constabulary);
    EXPECT_EQ(open.shown.front().kind, "section") << "the priority, before its actions";
    EXPECT_EQ(open.restricted, 0);
    for (const auto& duty : open.shown) {
        EXPECT_EQ(duty.as, "owner");
        EXPECT_FALSE(duty.href.empty());
        EXPECT_NE(duty.id, test.done.str());
        EXPECT_NE(duty.id, test.stopped.str());
        EXPECT_NE(duty.id, test.withdrawn.str());
    }
    EXPECT_GT(open.shown.size(), 2u);
    auto nobody = test.unit;
    nobody.holdings.clear();
    EXPECT_TRUE(asked(nobody, constabulary).none());
}

TEST_F(Duties, An_owned_action_passes_with_the_reason_in_its_history) {
    const auto duty = found("VA 1", "owner", constabulary);
    ASSERT_TRUE(settled(duty, constabulary, passes_to(test.services, test.today), test.unit));
    EXPECT_EQ(action(test.late).owner, test.services);
    EXPECT_EQ(why_of(test.late), "The boards merged");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Duties, What_passed_meanwhile_is_a_conflict) {
    const auto duty = found("VA 1", "owner", constabulary);
    ASSERT_TRUE(settled(duty, constabulary, passes_to(test.services, test.today), test.unit));
    const auto again = settled(duty, constabulary, passes_to(test.services, test.today), test.unit);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Duties, A_version_is_never_true_from_before_the_one_that_it_follows) {
    const auto duty = found("VA 1", "owner", constabulary);
    ASSERT_TRUE(settled(duty, constabulary, passes_to(test.services, day(2025, 1, 1)), test.unit));
    const auto versions = history::versions(test.db, "action", test.late.view(), 2);
    EXPECT_EQ(versions.at(0).true_from, versions.at(1).true_from);
}

TEST_F(Duties, One_that_ends_says_why_and_is_stopped) {
    const auto duty = found("VA 1", "owner", constabulary);
    const auto silent =
        settled(duty, constabulary, {.fate = Fate::ends, .to = {}, .why = " "}, test.unit);
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.refusal().problems.front().field, "why");
    ASSERT_TRUE(settled(duty, constabulary,
                        {.fate = Fate::ends, .to = {}, .why = "No longer asked for"}, test.unit));
    EXPECT_EQ(action(test.late).status, plan::Status::stopped);
    EXPECT_EQ(action(test.late).stopped_why, "No longer asked for");
    EXPECT_EQ(action(test.late).owner, test.constabulary) << "it stays under the name of its time";
}

TEST_F(Duties, One_that_stays_is_left_as_it_is) {
    const auto before = action(test.late).version;
    const auto duty = found("VA 1", "owner", constabulary);
    ASSERT_TRUE(settled(duty, constabulary, {.fate = Fate::stays, .to = {}, .why = {}}, test.unit));
    EXPECT_EQ(action(test.late).version, before);
}

TEST_F(Duties, Whoever_contributes_is_followed_in_their_place_and_never_stands_there_twice) {
    change(test.late, [&](plan::Action& one) {
        one.contributors = text_of(std::vector<OwnerId>{test.services});
    });
    const Answerer services{.owner = test.services};
    const auto duty = found("VA 1", "contributor", services);
    ASSERT_TRUE(settled(duty, services, passes_to(test.constabulary, test.today), test.unit));
    EXPECT_EQ(action(test.late).contributors, "") << "it owns the action already";
}

TEST_F(Duties, Whoever_contributes_no_more_is_found_no_more_but_on_the_days_when_they_did) {
    change(test.late, [&](plan::Action& one) {
        one.contributors = text_of(std::vector<OwnerId>{test.constabulary, test.services});
    });
    const Answerer services{.owner = test.services};
    const auto contributes = [&] {
        return std::ranges::count(asked(test.unit, services).shown, "contributor", &Duty::as);
    };
    EXPECT_EQ(contributes(), 1);
    auto tomorrow = test.unit;
    tomorrow.now += std::chrono::days{1};
    tomorrow.today += std::chrono::days{1};
    test.in_one_transaction([&] {
        auto one = *plan::find_action(test.db, tomorrow, test.late);
        one.contributors = "";
        EXPECT_TRUE(plan::save_action(test.db, tomorrow, one, {.verb = "action.changed"}));
    });
    EXPECT_EQ(contributes(), 0);
    store::Lens lens;
    plan::look_back(lens, {.day = test.today});
    test.db.finish();
    test.db.look_through(std::move(lens));
    EXPECT_EQ(std::ranges::count(duties_of(test.db, test.unit, features, services).shown,
                                 "contributor", &Duty::as),
              1);
    test.db.finish();
}

TEST_F(Duties, An_action_that_a_contributor_takes_over_has_it_as_its_owner_alone) {
    change(test.late, [&](plan::Action& one) {
        one.contributors = text_of(std::vector<OwnerId>{test.services});
    });
    const auto duty = found("VA 1", "owner", constabulary);
    ASSERT_TRUE(settled(duty, constabulary, passes_to(test.services, test.today), test.unit));
    EXPECT_EQ(action(test.late).owner, test.services);
    EXPECT_EQ(action(test.late).contributors, "");
}

TEST_F(Duties, Of_a_group_what_its_seats_answer_for_is_shown_with_its_own) {
    OwnerId group, seat;
    test.in_one_transaction([&] {
        group = access::owner_named(test.db, test.unit, "Data Group", access::OwnerType::group);
        seat = *access::add_seat(test.db, test.unit, {.name = "Its chair", .group = group});
    });
    change(test.soon, [&](plan::Action& one) { one.owner = group; });
    change(test.late, [&](plan::Action& one) { one.owner = seat; });
    change(test.done, [&](plan::Action& one) { one.owner = seat; });
    change(test.bare,
           [&](plan::Action& one) { one.contributors = text_of(std::vector<OwnerId>{seat}); });
    EXPECT_EQ(asked(test.unit, {.owner = group}).shown.size(), 1u);
    EXPECT_EQ(asked(test.unit, {.owner = seat}).shown.size(), 2u) << "what is done is not open";
    const auto all = asked(test.unit, {.owner = group, .with_seats = true});
    EXPECT_EQ(all.shown.size(), 3u);
}

TEST_F(Duties, What_somebody_leads_in_person_passes_to_the_next) {
    change(test.late, [&](plan::Action& one) { one.lead = test.constable.person; });
    const Answerer constable{.person = test.constable.person};
    const auto duty = found("VA 1", "lead", constable);
    ASSERT_TRUE(settled(duty, constable,
                        {.to = {.person = test.reader.person}, .why = {}, .from = test.today},
                        test.unit));
    EXPECT_EQ(action(test.late).lead, test.reader.person);
    EXPECT_TRUE(asked(test.unit, constable).none());
}

TEST_F(Duties, A_priority_and_a_plan_pass_too) {
    test.in_one_transaction([&] {
        auto owned = *plan::find_plan(test.db, test.unit, test.plan.id);
        owned.owner = test.constabulary;
        ++owned.version;
        plan::save_plan(test.db, test.unit, owned);
    });
    for (const auto* what : {"Plan", "Priority"})
        ASSERT_TRUE(settled(found(what, "owner", constabulary), constabulary,
                            passes_to(test.services, test.today), test.unit));
    EXPECT_EQ(plan::find_plan(test.db, test.unit, test.plan.id)->owner, test.services);
    EXPECT_EQ(plan::find_section(test.db, test.unit, test.adolescents.id)->owner, test.services);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Duties, Who_may_not_change_plans_settles_nothing) {
    const auto duty = found("VA 1", "owner", constabulary);
    const auto refused =
        settled(duty, constabulary, passes_to(test.services, test.today), test.constable);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(Duties, What_is_restricted_is_counted_and_neither_shown_nor_settled) {
    const auto duty = found("VA 1", "owner", constabulary);
    const auto before = asked(test.unit, constabulary).shown.size();
    test.in_one_transaction([&] {
        restriction::add(test.db, test.unit,
                         {.id = test.unit.new_id<restriction::RestrictionId>(),
                          .record = {"action", test.late.str()},
                          .reason = "A child can be recognised",
                          .review_on = day(2026, 3, 1),
                          .names = {{.person = test.reader.person, .owner = {}}}});
    });
    const restriction::AllKinds kinds{plan::restrictable()};
    restriction::look(test.db, test.unit, kinds);
    const auto open = duties_of(test.db, test.unit, features, constabulary);
    EXPECT_EQ(open.shown.size(), before - 1);
    EXPECT_EQ(open.restricted, 1);
    const auto refused = test.db.atomically([&] {
        return settle(test.db, test.unit, features, duty, constabulary,
                      passes_to(test.services, test.today));
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

} // namespace
} // namespace openmasa::plan_duties
