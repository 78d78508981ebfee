#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

class Verify : public testing::Test {
protected:
    Verify() {
        change([&] {
            auto action = *find_action(test.db, test.unit, test.late);
            add_progress(test.db, test.unit, action, {.at = test.now, .words = "It is drawn."});
            EXPECT_TRUE(
                save_action(test.db, test.unit, action, {.verb = "action.progress_recorded"}));
            ++action.version;
            ++action.evidence;
            add_evidence(test.db, test.unit, action, {.at = test.now, .words = "A map."});
            EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.evidence_added"}));
        });
    }
    template<class Work> void change(Work work) { test.in_one_transaction(work); }
    /// With another program: no rule of ours stands in the way.
    void tamper(const std::string& sql) {
        change([&] { test.db.execute(sql); });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        verify(test.db, verdict);
        return verdict.faults;
    }
    void expect_only(const std::string& fault) {
        EXPECT_EQ(faults(), (std::vector<std::string>{fault}));
    }

    TestPlan test;
};

TEST_F(Verify, A_plan_that_nobody_touched_is_sound) {
    EXPECT_TRUE(faults().empty());
    auto verdict = audit::verify(test.db);
    verify(test.db, verdict);
    EXPECT_EQ(verdict.records, 1 + 2 + 3 + 12);
    EXPECT_EQ(verdict.contributions, 2);
}

TEST_F(Verify, A_withdrawn_section_and_objective_are_sound_and_stay_withdrawn) {
    change([&] {
        withdraw_section(test.db, test.unit, test.families.id, "Not in the edition");
        withdraw_objective(test.db, test.unit, test.front_door.id, "Not in the edition");
    });
    EXPECT_TRUE(faults().empty());
    tamper("UPDATE section SET withdrawn_at = NULL; UPDATE objective SET withdrawn_at = NULL");
    EXPECT_EQ(faults().size(), 2u);
}

TEST_F(Verify, An_actions_status_changed_in_the_table_is_found_and_named) {
    tamper("UPDATE action SET status = 'done' WHERE reference = 'FF 3'");
    expect_only("Action FF 3 is not what its history says (Status): somebody changed it behind "
                "the program.");
}

TEST_F(Verify, An_actions_title_words_owner_or_deadline_changed_in_the_table_is_found) {
    tamper("UPDATE action SET title = 'x' WHERE reference = 'VA 1'; "
           "UPDATE action SET words = 'x' WHERE reference = 'VA 2'; "
           "UPDATE action SET owner_id = NULL WHERE reference = 'VA 3'; "
           "UPDATE action SET deadline = '2027-01-01' WHERE reference = 'VA 4'; "
           "UPDATE action SET version = 7 WHERE reference = 'VA 5'");
    const auto found = faults();
    ASSERT_EQ(found.size(), 5u);
    EXPECT_NE(found[0].find("Action VA 1 is not what its history says (Title)"), std::string::npos);
    EXPECT_NE(found[1].find("VA 2 is not what its history says (Action)"), std::string::npos);
    EXPECT_NE(found[2].find("VA 3 is not what its history says (Owner)"), std::string::npos);
    EXPECT_NE(found[3].find("VA 4 is not what its history says (Due)"), std::string::npos);
    EXPECT_NE(found[4].find("VA 5 is in version 7"), std::string::npos);
}

TEST_F(Verify, An_action_slipped_in_or_deleted_is_found) {
    tamper("DELETE FROM action WHERE reference = 'FF 2'");
    expect_only(
        "Action FF 2 is gone, its history is there: somebody deleted it behind the program.");
    tamper(
        "INSERT INTO objective (id, section_id, position, title, words, version) "
        "SELECT '00000000000000000000000000', section_id, 9, 'Slipped in', '', 1 FROM objective LIMIT 1");
    EXPECT_EQ(faults()[0], "Objective Slipped in has no history: somebody added it behind the "
                           "program.");
}

TEST_F(Verify, The_words_of_plans_sections_and_objectives_are_compared) {
    tamper("UPDATE plan SET title = 'x'; UPDATE section SET position = 9 WHERE is_priority = 1; "
           "UPDATE objective SET words = 'x' WHERE position = 2");
    const auto found = faults();
    ASSERT_GE(found.size(), 3u);
    EXPECT_NE(found[0].find("(Title)"), std::string::npos);
    EXPECT_NE(found[1].find("(Position)"), std::string::npos);
    EXPECT_NE(found[2].find("(Words)"), std::string::npos);
}

TEST_F(Verify, A_version_that_cannot_be_read_is_a_fault_among_others) {
    tamper("UPDATE history SET content = '{' WHERE kind = 'plan'");
    EXPECT_EQ(faults().size(), 2u);
}

TEST_F(Verify, Progress_and_evidence_that_were_deleted_are_found_and_their_action_named) {
    tamper("DELETE FROM progress; DELETE FROM evidence");
    const auto found = faults();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0], "Action VA 1: the progress of 22 January 2026, 12pm is not there any "
                        "more: somebody deleted it behind the program.");
    EXPECT_NE(found[1].find("Action VA 1: the evidence of 22 January 2026"), std::string::npos);
}

TEST_F(Verify, Progress_slipped_in_or_put_into_anothers_name_is_found) {
    tamper("UPDATE progress SET person_id = NULL");
    EXPECT_EQ(faults().size(), 1u);
    tamper("DELETE FROM progress; UPDATE evidence SET at = '2025-01-01T09:00:00.000Z'");
    EXPECT_EQ(faults().size(), 2u);
    tamper("UPDATE evidence SET id = '00000000000000000000000000'");
    EXPECT_EQ(faults().size(), 3u); // one is missing, one is too many
}

TEST_F(Verify, A_single_word_of_progress_or_evidence_that_was_changed_is_found) {
    tamper("UPDATE progress SET words = 'It was drawn.'");
    expect_only("Action VA 1: the progress of 22 January 2026, 12pm is not what its history says: "
                "somebody changed it behind the program.");
    tamper("UPDATE progress SET words = 'It is drawn.'; UPDATE evidence SET words = 'No map.'");
    expect_only("Action VA 1: the evidence of 22 January 2026, 12pm is not what its history says: "
                "somebody changed it behind the program.");
    tamper("UPDATE evidence SET words = 'A map.', true_from = '2025-12-01'");
    EXPECT_EQ(faults().size(), 1u);
}

TEST_F(Verify, A_step_a_note_or_a_place_that_was_changed_is_found) {
    change([&] {
        auto action = *find_action(test.db, test.unit, test.late);
        save_steps(test.db, test.unit, action.id,
                   {{.id = test.unit.new_id<StepId>(), .words = "Agree it"}});
        save_notes(test.db, action.id, {{.heading = "Lead", .words = "The board"}});
        EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.changed"}));
    });
    EXPECT_TRUE(faults().empty());
    tamper("UPDATE step SET done_on = '2026-01-01'; UPDATE action_note SET words = 'Nobody'; "
           "UPDATE action SET position = 99 WHERE reference = 'VA 1'");
    expect_only("Action VA 1 is not what its history says (Place in the plan, Step 1, done, Words "
                "under heading 1): somebody changed it behind the program.");
}

TEST_F(Verify, Progress_that_came_with_the_action_from_a_document_is_sound) {
    change([&] {
        const auto id = test.add(test.adolescents, test.prevent, {}, {"Came with words", ""});
        const auto action = *find_action(test.db, test.unit, id);
        add_progress(test.db, test.unit, action,
                     {.at = test.unit.now, .words = "As the document says"});
        EXPECT_TRUE(save_action(test.db, test.unit, action, {.verb = "action.changed_by_import"}));
    });
    EXPECT_TRUE(faults().empty());
}

} // namespace
} // namespace openmasa::plan
