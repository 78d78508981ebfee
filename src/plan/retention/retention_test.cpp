#include "plan/all_versions.hpp"
#include "plan/progress.hpp"
#include "plan/retention/actions.hpp"
#include "plan/retention/module.hpp"
#include "plan/retention/rules.hpp"
#include "plan/retention/store.hpp"
#include "plan/retention/verify.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gmock/gmock.h>

namespace openmasa::retention {
namespace {

using testing::HasSubstr;
using testing::Not;

/// "FF 6" of the test plan was withdrawn on 22 January 2026; its ten years end on 22 January 2036.
class Retention : public testing::Test {
protected:
    Retention() {
        for (auto* who : {&first, &second}) {
            who->today = day(2036, 2, 1);
            who->now = Moment{who->today} + std::chrono::hours{10};
        }
        second.person = test.constable.person;
        second.account = test.constable.account;
        second.known_as = "Chief Constable";
    }
    template<class Work> auto in_one(Work work) {
        test.db.finish();
        return test.db.atomically(work);
    }
    Result<DestructionId> proposed(const std::string& kind, const std::string& id) {
        return in_one([&] {
            return propose(test.db, first, {.kind = kind, .record = id, .why = "No longer needed"});
        });
    }
    Result<std::string> confirmed(const DestructionId& id, const Scope& who) {
        return in_one([&] { return confirm_destruction(test.db, who, id); });
    }
    std::vector<DueRecord> due_on(Day today) {
        return due(rules(test.db), records(test.db), holds(test.db), today);
    }
    audit::Verdict verdict() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        verify(test.db, verdict);
        return verdict;
    }
    /// Whether a word is anywhere in the database's own text.
    bool is_anywhere(const std::string& word) {
        constexpr store::Query<std::int64_t(std::string_view)> count{"test.anywhere", R"sql(
            SELECT (SELECT count(*) FROM history WHERE content LIKE $1) +
                   (SELECT count(*) FROM action WHERE title LIKE $1 OR words LIKE $1) +
                   (SELECT count(*) FROM action_version WHERE title LIKE $1 OR words LIKE $1) +
                   (SELECT count(*) FROM progress WHERE words LIKE $1))sql"};
        return test.db.one(count, "%" + word + "%").value_or(0) > 0;
    }

    plan::TestPlan test;
    Scope first = test.unit, second = test.unit;
};

TEST_F(Retention, A_record_is_due_when_its_time_is_over_by_the_rule_in_force) {
    EXPECT_TRUE(due_on(day(2036, 1, 21)).empty());
    const auto found = due_on(day(2036, 1, 22));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].record.id, test.withdrawn.str());
    EXPECT_EQ(found[0].due_on, day(2036, 1, 22));
    EXPECT_FALSE(found[0].rule.is_checked);
    // The plan ended on 31 March 2026: its actions go with it.
    const auto later = due_on(day(2036, 4, 1));
    ASSERT_EQ(later.size(), 1u);
    EXPECT_EQ(later[0].record.id, test.plan.id.str());
    EXPECT_TRUE(due({}, records(test.db), {}, day(2050, 1, 1)).empty()) << "no rule, nothing due";
}

TEST_F(Retention, What_is_on_hold_is_not_due_until_it_is_lifted_nor_is_what_holds_it) {
    const auto held = in_one([&] {
        return set_hold(test.db, first,
                        {.kind = "action", .record = test.withdrawn.str(), .why = "An inquiry"});
    });
    ASSERT_TRUE(held);
    EXPECT_TRUE(due_on(day(2050, 1, 1)).empty());
    const auto hold = holds(test.db).front();
    EXPECT_EQ(hold.set_by, "Business unit");
    EXPECT_TRUE(in_one([&] { return lift(test.db, second, hold.id, "It has ended"); }));
    EXPECT_EQ(due_on(day(2050, 1, 1)).size(), 1u);
    EXPECT_FALSE(in_one([&] { return lift(test.db, second, hold.id, "Again"); }));
    EXPECT_FALSE(in_one([&] { return set_hold(test.db, test.reader, {"plan", "x", "y"}); }));
    EXPECT_FALSE(in_one([&] {
        return set_hold(test.db, first, {"plan", test.withdrawn.str(), "No such plan"});
    }));
}

TEST_F(Retention, It_takes_two_people_and_what_is_due) {
    EXPECT_FALSE(proposed("action", test.late.str())) << "it is not due";
    const auto id = proposed("action", test.withdrawn.str());
    ASSERT_TRUE(id);
    EXPECT_FALSE(proposed("action", test.withdrawn.str())) << "it is proposed already";
    EXPECT_EQ(confirmed(*id, first).refusal().kind, Refusal::Kind::invalid);
    EXPECT_EQ(confirmed(*id, test.reader).refusal().kind, Refusal::Kind::not_found);
    const auto held = in_one([&] {
        return set_hold(test.db, first, {"plan", test.plan.id.str(), "An inquiry"});
    });
    ASSERT_TRUE(held);
    EXPECT_EQ(confirmed(*id, second).refusal().kind, Refusal::Kind::conflict);
    EXPECT_TRUE(is_anywhere("leaflets"));
    EXPECT_TRUE(in_one([&] { return decline_destruction(test.db, second, *id, "On hold"); }));
    EXPECT_EQ(confirmed(*id, second).refusal().kind, Refusal::Kind::conflict);
    EXPECT_TRUE(verdict().faults.empty());
}

TEST_F(Retention, A_destroyed_action_leaves_no_word_and_a_sound_log) {
    test.in_one_transaction([&] {
        const auto action = *plan::find_action(test.db, test.unit, test.withdrawn);
        plan::add_progress(test.db, test.unit, action, {.at = test.now, .words = "leaflets gone"});
        EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
    });
    const auto id = proposed("action", test.withdrawn.str());
    ASSERT_TRUE(id);
    const auto certificate = confirmed(*id, second);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(*certificate, "D-2036-1");
    EXPECT_FALSE(is_anywhere("leaflets"));
    EXPECT_TRUE(due_on(first.today).empty());
    const auto sound = verdict();
    EXPECT_EQ(sound.faults, std::vector<std::string>());
    EXPECT_EQ(sound.notes, (std::vector<std::string>{
                               "2 versions: destroyed on 1 Feb 2036 under certificate D-2036-1."}));
    const auto versions = history::versions(test.db, "action", test.withdrawn.view(), 9);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].destroyed_under, "D-2036-1");
    EXPECT_TRUE(versions[0].content.empty());
}

TEST_F(Retention, A_destroyed_action_is_not_remembered_of_any_day) {
    auto then = test.reader;
    then.today = test.today;
    then.looking_back = true;
    const auto is_remembered = [&] {
        test.db.finish();
        bool found = false;
        const auto tomorrow = Moment{test.today + std::chrono::days{1}};
        const auto versions = plan::all_versions(test.db);
        for (const auto& one : versions->compared_in(test.plan.id, then, tomorrow))
            found |= one.id == test.withdrawn;
        return found;
    };
    EXPECT_TRUE(is_remembered());
    const auto id = proposed("action", test.withdrawn.str());
    ASSERT_TRUE(id);
    ASSERT_TRUE(confirmed(*id, second));
    EXPECT_FALSE(is_remembered());
}

TEST_F(Retention, A_plan_is_destroyed_with_all_that_is_in_it) {
    for (auto* who : {&first, &second}) {
        who->today = day(2036, 6, 1);
        who->now = Moment{who->today} + std::chrono::hours{10};
    }
    const auto id = proposed("plan", test.plan.id.str());
    ASSERT_TRUE(id);
    ASSERT_TRUE(confirmed(*id, second));
    for (const auto* word : {"leaflets", "priorities", "adolescents", "Business plan", "officer"})
        EXPECT_FALSE(is_anywhere(word)) << word;
    EXPECT_TRUE(plan::list_plans(test.db, test.unit).empty());
    EXPECT_EQ(verdict().faults, std::vector<std::string>());
}

TEST_F(Retention, Words_taken_out_without_a_certificate_are_a_fault) {
    test.in_one_transaction([&] {
        test.db.execute("UPDATE history SET content = '', salt = '', destroyed_under = 'D-2036-1' "
                        "WHERE kind = 'action'");
    });
    const auto faults = verdict().faults;
    ASSERT_FALSE(faults.empty());
    EXPECT_THAT(faults.back(), HasSubstr("certificate D-2036-1, which is none"));
}

TEST_F(Retention, The_page_says_what_is_due_and_who_may_decide) {
    const auto page = [&](const Scope& who, const std::string& target) {
        return test.get(module(), who, target);
    };
    EXPECT_THAT(page(first, "/retention").body, HasSubstr("FF 6"));
    EXPECT_THAT(page(first, "/retention").body, HasSubstr("To be checked"));
    EXPECT_EQ(page(test.reader, "/retention").status, 404);
    const auto id = proposed("action", test.withdrawn.str());
    ASSERT_TRUE(id);
    const auto decision = "/retention/destructions/" + id->str();
    EXPECT_THAT(page(first, decision).body, HasSubstr("Somebody else confirms it"));
    EXPECT_THAT(page(second, decision).body, HasSubstr("This cannot be undone"));
    ASSERT_TRUE(confirmed(*id, second));
    const auto certificate = page(test.reader, "/retention/certificates/D-2036-1");
    EXPECT_THAT(certificate.body, HasSubstr("Chief Constable"));
    EXPECT_THAT(certificate.body, Not(HasSubstr("leaflets")));
    EXPECT_THAT(page(test.reader, "/retention/certificates/D-2036-1/text").body,
                HasSubstr("Versions destroyed: 1"));
    for (const auto* missing : {"/retention/certificates/D-2036-9", "/retention/certificates/"})
        EXPECT_EQ(page(first, std::string(missing) + "x").status, 404);
    for (const auto& target : {"/retention/propose/action/" + test.withdrawn.str(),
                               std::string("/retention/holds/x/lift")})
        EXPECT_EQ(page(first, target).status, 404) << target;
}

} // namespace
} // namespace openmasa::retention
