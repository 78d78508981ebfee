#include "core/audit/audit.hpp"
#include "plan/progress.hpp"
#include "plan/recording.hpp"
#include "plan/test_plan.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

class Recording : public testing::Test {
protected:
    template<class Saved, class Command>
    Result<Saved> run(const Scope& who,
                      Result<Saved> (*use_case)(store::Db&, const Scope&, const Command&),
                      const Command& command) {
        test.db.finish();
        auto result =
            test.db.atomically([&]() -> Result<Saved> { return use_case(test.db, who, command); });
        test.db.finish();
        return result;
    }
    Result<Action> record(const Scope& who, const RecordProgress& command) {
        return run(who, record_progress, command);
    }
    Action now(const ActionId& id) { return *find_action(test.db, test.unit, id); }
    RecordProgress progress(const ActionId& id, Status status,
                            std::string words = "The map is drawn.") {
        return {
            .action = id, .version = now(id).version, .status = status, .words = std::move(words)};
    }
    template<class Saved> std::string field_of(const Result<Saved>& refused) {
        return refused                              ? ""
               : refused.refusal().problems.empty() ? "none"
                                                    : refused.refusal().problems.front().field;
    }

    TestPlan test;
};

TEST_F(Recording, Progress_changes_the_status_and_is_kept_with_who_and_when) {
    ASSERT_TRUE(record(test.constable, progress(test.late, Status::at_risk)));
    const auto action = now(test.late);
    EXPECT_EQ(action.status, Status::at_risk);
    EXPECT_EQ(action.last_update, test.today);
    const auto kept = progress_of(test.db, test.late);
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].who, "Chief Constable");
    EXPECT_EQ(kept[0].before, Status::in_progress);
    EXPECT_EQ(kept[0].words, "The map is drawn.");
}

TEST_F(Recording, A_refused_change_leaves_no_trace) {
    const auto before = audit::verify(test.db).entries;
    EXPECT_FALSE(record(test.unit, progress(test.late, Status::stopped)));
    EXPECT_EQ(audit::verify(test.db).entries, before);
    EXPECT_TRUE(progress_of(test.db, test.late).empty());
}

TEST_F(Recording, Who_chairs_the_priority_is_told_once_that_an_action_is_blocked) {
    constexpr store::Query<std::int64_t(PersonId)> count_told{
        "test.count_blocked",
        "SELECT count(*) FROM notice WHERE person_id = $1 AND kind = 'action_blocked'"};
    test.in_one_transaction([&] {
        for (const auto& [who, role] : {std::pair{&test.reader, Role::group_chair},
                                        std::pair{&test.constable, Role::group_member}})
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *who->person,
                                          .role = role,
                                          .owner = test.constabulary,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
    });
    auto command = progress(test.late, Status::blocked);
    command.stopped_why = "The money is not there.";
    ASSERT_TRUE(record(test.unit, command));
    EXPECT_EQ(test.db.one(count_told, *test.reader.person), 1);
    EXPECT_EQ(test.db.one(count_told, *test.constable.person), 0) << "a chair is there";
    command.version = now(test.late).version;
    command.words = "Still so.";
    ASSERT_TRUE(record(test.unit, command));
    EXPECT_EQ(test.db.one(count_told, *test.reader.person), 1) << "it was blocked already";
}

TEST_F(Recording, Stopped_needs_a_reason) {
    auto command = progress(test.late, Status::stopped);
    EXPECT_EQ(field_of(record(test.unit, command)), "stopped_why");
    command.stopped_why = "The programme ended.";
    ASSERT_TRUE(record(test.unit, command));
    EXPECT_EQ(now(test.late).stopped_why, "The programme ended.");
    ASSERT_TRUE(record(test.unit, progress(test.late, Status::in_progress)));
    EXPECT_EQ(now(test.late).stopped_why, "");
    command = progress(test.late, Status::blocked);
    command.version = now(test.late).version;
    EXPECT_EQ(field_of(record(test.unit, command)), "stopped_why");
    command.stopped_why = "It waits for the money.";
    EXPECT_TRUE(record(test.unit, command));
    EXPECT_EQ(now(test.late).stopped_why, "It waits for the money.");
}

TEST_F(Recording, Something_must_be_new) {
    EXPECT_EQ(field_of(record(test.unit, progress(test.late, Status::in_progress, " \n"))),
              "words");
    auto command = progress(test.late, Status::in_progress);
    command.status.reset();
    EXPECT_EQ(field_of(record(test.unit, command)), "status");
    command.words = std::string(4001, 'x');
    EXPECT_EQ(record(test.unit, command).refusal().problems.size(), 2u);
}

TEST_F(Recording, Doing_it_twice_from_the_same_page_is_a_conflict) {
    const auto command = progress(test.late, Status::at_risk);
    ASSERT_TRUE(record(test.unit, command));
    const auto second = record(test.constable, command);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Recording, An_owner_updates_their_own_and_anothers_is_not_found) {
    EXPECT_TRUE(record(test.constable, progress(test.late, Status::at_risk)));
    const auto others = record(test.constable, progress(test.done, Status::at_risk));
    ASSERT_FALSE(others);
    EXPECT_EQ(others.refusal().kind, Refusal::Kind::not_found);
    auto unknown = progress(test.done, Status::at_risk);
    unknown.action = ActionId::unchecked("00000000000000000000000000");
    EXPECT_EQ(record(test.constable, unknown).refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(record(test.reader, progress(test.late, Status::at_risk)).refusal().kind,
              Refusal::Kind::not_found);
    EXPECT_EQ(record(test.outsider, progress(test.late, Status::at_risk)).refusal().kind,
              Refusal::Kind::not_found);
}

TEST_F(Recording, A_withdrawn_action_takes_no_progress) {
    const auto refused = record(test.unit, progress(test.withdrawn, Status::done));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(Recording, A_recurring_action_is_due_one_period_after_its_last_update) {
    ASSERT_TRUE(record(test.unit, progress(test.recurring, Status::in_progress)));
    EXPECT_EQ(now(test.recurring).deadline, day(2026, 4, 22));
}

TEST_F(Recording, Evidence_counts_and_says_what_it_shows) {
    EXPECT_EQ(field_of(run(test.unit, add_evidence,
                           AddEvidence{.action = test.unproven, .title = "Report"})),
              "words");
    EXPECT_EQ(field_of(run(test.unit, add_evidence,
                           AddEvidence{.action = test.unproven,
                                       .title = "Report",
                                       .link = "javascript:alert(1)"})),
              "link");
    ASSERT_TRUE(run(test.unit, add_evidence,
                    AddEvidence{.action = test.unproven,
                                .title = "Report",
                                .link = "https://example.org/report"}));
    EXPECT_EQ(now(test.unproven).evidence, 1);
    EXPECT_EQ(standing(now(test.unproven), test.today), ui::Standing::done);
}

} // namespace
} // namespace openmasa::plan
