#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include "plan/actions/actions.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

class Actions : public testing::Test {
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
    Result<Changed> change(const ChangeAction& command) {
        return run(test.unit, change_action, command);
    }
    /// The form as it was shown.
    ChangeAction unaltered(const ActionId& id) {
        const auto action = now(id);
        return {.action = id,
                .version = action.version,
                .title = action.title,
                .words = action.words,
                .owner = action.owner,
                .date_words = one_line(action.target.words)};
    }
    ChangeAction with_date(const ActionId& id, std::string words) {
        auto command = unaltered(id);
        command.date_words = std::move(words);
        return command;
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

TEST_F(Actions, Every_change_has_its_audit_entry_and_the_file_stays_sound) {
    const auto before = audit::verify(test.db).entries;
    ASSERT_TRUE(record(test.unit, progress(test.late, Status::done)));
    ASSERT_TRUE(run(test.unit, add_evidence,
                    AddEvidence{.action = test.late, .title = "Map", .words = "It is drawn."}));
    const auto verdict = audit::verify(test.db);
    EXPECT_EQ(verdict.entries, before + 2);
    EXPECT_TRUE(verdict.faults.empty());
}

TEST_F(Actions, New_words_for_the_date_are_understood_anew) {
    const auto old = now(test.bare);
    ChangeAction command{
        .action = test.bare, .version = old.version, .title = old.title, .words = old.words};
    command.date_words = "31 Mar 2026";
    command.new_owner = "Locality Group";
    ASSERT_TRUE(run(test.unit, change_action, command));
    const auto action = now(test.bare);
    EXPECT_EQ(action.target.words, "31 Mar 2026");
    EXPECT_EQ(action.deadline, day(2026, 3, 31));
    EXPECT_EQ(action.owner_name, "Locality Group");
}

TEST_F(Actions, Words_that_were_meant_as_a_date_and_are_none_are_refused_until_they_are_meant) {
    for (const auto* words : {"31 Feb 2027", "Sometime in spring next year", "31 October",
                              "31 Feb 2027, 31 Mar 2027"}) {
        const auto before = now(test.late);
        auto command = with_date(test.late, words);
        const auto refused = change(command);
        ASSERT_EQ(field_of(refused), "date_words") << words;
        EXPECT_EQ(now(test.late).version, before.version);
        command.date_words_are_meant = true;
        ASSERT_TRUE(change(command)) << words;
        EXPECT_EQ(now(test.late).target.words, words);
    }
    const auto refused = change(with_date(test.soon, "31 Feb 2027"));
    EXPECT_EQ(refused.refusal().problems.front().words,
              R"("31 Feb 2027" is not a date. Try 28 Feb 2027, or write "end of February 2027".)");
}

TEST_F(Actions, Words_that_say_there_is_no_date_and_words_as_they_were_are_let_through) {
    for (const auto* words : {"TBC", "TBA", "n/a", "Complete", "as soon as possible", "", "-"})
        EXPECT_TRUE(change(with_date(test.late, words))) << words;
    auto meant = with_date(test.late, "Septmber 2027");
    meant.date_words_are_meant = true;
    ASSERT_TRUE(change(meant));
    auto other_title = unaltered(test.late);
    other_title.title = "Another title";
    EXPECT_TRUE(change(other_title));
}

TEST_F(Actions, A_form_saved_as_it_was_makes_no_version) {
    for (const auto& id : {test.late, test.with_steps, test.bare}) {
        const auto before = now(id);
        const auto entries = audit::verify(test.db).entries;
        const auto changed = change(unaltered(id));
        ASSERT_TRUE(changed);
        EXPECT_FALSE(changed->anything);
        EXPECT_EQ(now(id).version, before.version);
        EXPECT_EQ(audit::verify(test.db).entries, entries);
    }
    auto same_owner = unaltered(test.late);
    same_owner.new_owner = *now(test.late).owner_name;
    EXPECT_FALSE(change(same_owner)->anything);
    same_owner.new_owner = "Locality Group";
    EXPECT_TRUE(change(same_owner)->anything);
}

TEST_F(Actions, A_change_says_whether_it_was_one_of_the_date) {
    auto title = unaltered(test.late);
    title.title = "Another title";
    EXPECT_FALSE(change(title)->target_date);
    EXPECT_TRUE(change(with_date(test.late, "31 Mar 2027"))->target_date);
}

TEST_F(Actions, Several_dates_become_steps_that_are_ticked_one_by_one) {
    ASSERT_TRUE(change(with_date(test.bare, "Dec 2025 Jan 2026")));
    const auto steps = steps_of(test.db, test.bare);
    ASSERT_EQ(steps.size(), 2u);
    auto command = progress(test.bare, Status::in_progress);
    command.steps_done = {steps[0].id};
    ASSERT_TRUE(record(test.unit, command));
    EXPECT_EQ(now(test.bare).steps_done, 1);
    EXPECT_EQ(steps_of(test.db, test.bare)[0].done_on, test.today);
}

TEST_F(Actions, A_step_whose_date_stays_keeps_that_it_was_done) {
    ASSERT_TRUE(change(with_date(test.bare, "31 Dec 2025 / 31 Jan 2026 / 31 Mar 2026")));
    const auto before = steps_of(test.db, test.bare);
    ASSERT_EQ(before.size(), 3u);
    auto command = progress(test.bare, Status::in_progress);
    command.steps_done = {before[0].id, before[2].id};
    ASSERT_TRUE(record(test.unit, command));

    ASSERT_TRUE(change(with_date(test.bare, "31 December 2025 / 28 Feb 2026 / 31 Jan 2026")));
    const auto after = steps_of(test.db, test.bare);
    ASSERT_EQ(after.size(), 3u);
    EXPECT_EQ(after[0].id, before[0].id);
    EXPECT_EQ(after[0].date_words, "31 December 2025");
    EXPECT_EQ(after[0].done_on, test.today);
    EXPECT_EQ(after[1].done_on, std::nullopt);
    EXPECT_EQ(after[2].id, before[1].id);
    EXPECT_EQ(now(test.bare).steps_done, 1);
}

TEST_F(Actions, The_same_words_for_the_date_keep_its_steps) {
    const auto before = now(test.with_steps);
    auto command = unaltered(test.with_steps);
    command.title = "Another title";
    ASSERT_TRUE(change(command));
    EXPECT_EQ(now(test.with_steps).steps_done, before.steps_done);
}

} // namespace
} // namespace openmasa::plan
