// Clocks that run, on one database: when they are due, what pauses do, what is refused.
#include "core/access/secret.hpp"
#include "core/clocks/added_rules.hpp"
#include "core/clocks/clock_store.hpp"
#include "core/clocks/store.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::clocks {
namespace {

using testing::HasSubstr;

constexpr auto record = "00000000000000000000000001";

class RunningClocks : public testing::Test {
protected:
    RunningClocks() : db((file_.migrate(), file_.database())) { be_on(day(2024, 12, 20)); }
    void be_on(Day today) {
        unit = command_line_scope(today + std::chrono::hours{12}, system_randomness());
        unit.today = today;
    }
    template<class Work> auto saved(Work work) {
        auto result = db.atomically(work);
        db.finish();
        return result;
    }
    Clock started(std::string rule, Day from, std::optional<Moment> at = {}) {
        auto clock = saved([&] {
            return start(db, unit,
                         {.kind = "action",
                          .record = record,
                          .rule = std::move(rule),
                          .from = from,
                          .at = at});
        });
        EXPECT_TRUE(clock);
        return *clock;
    }
    Due due_now(const Clock& clock) {
        return *due(clock, *rule_book(db), *bank_holidays(db), unit.today);
    }
    template<class Outcome> std::string problem(const Outcome& outcome) {
        EXPECT_FALSE(outcome);
        if (outcome || outcome.refusal().problems.empty()) return "none";
        return outcome.refusal().problems.front().field;
    }

    store::TestDatabase file_;
    store::Db db;
    Scope unit = command_line_scope(store::TestDatabase::noon(), system_randomness());
};

TEST_F(RunningClocks, A_rapid_review_over_Christmas_is_due_on_the_day_counted_by_hand) {
    const auto clock = started("rapid-review", day(2024, 12, 20));
    EXPECT_EQ(due_now(clock).due, day(2025, 1, 15));
    const auto listed = running_clocks(db, 10);
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed.front().clock.record, record);
}

TEST_F(RunningClocks, A_pause_moves_the_day_and_every_day_that_it_lasts_moves_it_on) {
    auto clock = started("rapid-review", day(2025, 3, 3));
    EXPECT_EQ(due_now(clock).due, day(2025, 3, 24));
    be_on(day(2025, 3, 10));
    clock = *saved([&] {
        return pause(db, unit, {clock.id, clock.version, day(2025, 3, 6), "an inquest"});
    });
    EXPECT_TRUE(clock.is_paused());
    const auto on_monday = due_now(clock).due;
    be_on(day(2025, 3, 11));
    EXPECT_EQ(due_now(clock).due, on_monday + std::chrono::days{1});
    clock = *saved([&] { return restart(db, unit, {clock.id, clock.version, day(2025, 3, 11)}); });
    EXPECT_EQ(due_now(clock).due, day(2025, 3, 27)) << "6, 7 and 10 March did not count";
    EXPECT_THAT(how_counted(due_now(clock)), HasSubstr("paused: an inquest"));
    EXPECT_EQ(find_clock(db, clock.id)->pauses, clock.pauses);
}

TEST_F(RunningClocks, A_clock_that_ran_again_on_the_day_of_its_pause_lost_none) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    clock = *saved([&] {
        return pause(db, unit, {clock.id, clock.version, day(2024, 12, 20), "a mistake"});
    });
    clock = *saved([&] { return restart(db, unit, {clock.id, clock.version, day(2024, 12, 20)}); });
    EXPECT_EQ(due_now(clock).due, day(2025, 1, 15));
}

TEST_F(RunningClocks, What_makes_no_sense_is_refused_and_changes_nothing) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    const auto pausing = [&](Day from, std::string why) {
        return saved([&] { return pause(db, unit, {clock.id, clock.version, from, why}); });
    };
    EXPECT_EQ(problem(pausing(day(2024, 12, 19), "early")), "from");
    EXPECT_EQ(problem(pausing(day(2024, 12, 21), "to come")), "from");
    EXPECT_EQ(problem(pausing(day(2024, 12, 20), " ")), "why");
    EXPECT_EQ(problem(saved([&] {
                  return restart(db, unit, {clock.id, clock.version, day(2024, 12, 20)});
              })),
              "on");
    EXPECT_EQ(problem(saved([&] {
                  return stop(db, unit, {clock.id, clock.version, day(2024, 12, 20), ""});
              })),
              "why");
    EXPECT_EQ(problem(saved([&] {
                  return start(db, unit,
                               {.kind = "action",
                                .record = record,
                                .rule = "rapid-review",
                                .from = day(2024, 12, 20)});
              })),
              "clock")
        << "it runs already";
    EXPECT_EQ(
        problem(saved([&] {
            return start(
                db, unit,
                {.kind = "action", .record = record, .rule = "none", .from = day(2024, 12, 20)});
        })),
        "clock");
    EXPECT_EQ(find_clock(db, clock.id)->version, 1);
    EXPECT_EQ(history::versions(db, "clock", clock.id.view(), 10).size(), 1u);
}

TEST_F(RunningClocks, A_clock_in_hours_runs_through_the_night_that_the_clocks_go_back) {
    be_on(day(2026, 10, 24));
    const auto at = london_moment(day(2026, 10, 24), std::chrono::hours{9});
    auto clock = started("child-death-notification", day(2026, 10, 24), at);
    const auto when = due_now(clock);
    EXPECT_EQ(due_in_words(when), "26 October 2026, 8am");
    EXPECT_EQ(problem(saved([&] {
                  return pause(db, unit, {clock.id, clock.version, day(2026, 10, 24), "why"});
              })),
              "from");
    EXPECT_EQ(lateness(clock, when, day(2026, 10, 26), *when.due_at), Lateness::soon);
    EXPECT_EQ(lateness(clock, when, day(2026, 10, 26), *when.due_at + std::chrono::minutes{1}),
              Lateness::late);
    EXPECT_EQ(time_left(clock, when, day(2026, 10, 26), *when.due_at + std::chrono::minutes{1}),
              "late since today");
}

TEST_F(RunningClocks, A_stopped_clock_is_listed_no_more_and_keeps_its_words) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    clock = *saved([&] {
        return stop(db, unit, {clock.id, clock.version, day(2024, 12, 20), "Sent to the Panel"});
    });
    EXPECT_TRUE(running_clocks(db, 10).empty());
    ASSERT_EQ(about(db, "action", record).size(), 1u);
    EXPECT_EQ(about(db, "action", record).front().stopped_why, "Sent to the Panel");
    started("rapid-review", day(2024, 12, 20));
    EXPECT_FALSE(about(db, "action", record).front().is_stopped()) << "running ones come first";
}

TEST_F(RunningClocks, Who_read_an_older_version_is_told) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    ASSERT_TRUE(saved([&] {
        return pause(db, unit, {clock.id, clock.version, day(2024, 12, 20), "first"});
    }));
    const auto late = saved([&] {
        return stop(db, unit, {clock.id, clock.version, day(2024, 12, 20), "second"});
    });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(RunningClocks, Every_change_is_held_against_its_history) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    ASSERT_TRUE(saved([&] {
        return pause(db, unit, {clock.id, clock.version, day(2024, 12, 20), "an inquest"});
    }));
    audit::Verdict sound;
    verify(db, sound);
    EXPECT_TRUE(sound.faults.empty());
    EXPECT_EQ(sound.records, 1);
    (void)saved([&]() -> Result<Done> {
        db.execute("UPDATE clock_pause SET from_day = '2024-12-19'");
        return Done{};
    });
    audit::Verdict changed;
    verify(db, changed);
    EXPECT_EQ(changed.faults.size(), 1u);
}

Rule local_rule() {
    return {.name = name_from("Review of the threshold guidance!"),
            .title = "Review of the threshold guidance",
            .trigger = "the day it was adopted",
            .amount = 2,
            .unit = Unit::years,
            .who = "Business unit",
            .clause = "section 4",
            .edition = "Local arrangements 2026",
            .from = day(2026, 1, 1),
            .certainty = Certainty::local};
}

TEST_F(RunningClocks, Each_version_is_the_clock_as_it_stood_then) {
    auto clock = started("rapid-review", day(2024, 12, 20));
    std::vector<Clock> stood{clock};
    const auto keep = [&](const Result<Clock>& next) {
        ASSERT_TRUE(next);
        clock = *next;
        stood.push_back(clock);
    };
    for (const auto month : {1, 2}) {
        be_on(day(2025, month, 10));
        keep(saved([&] {
            return pause(db, unit, {clock.id, clock.version, unit.today, "inquest"});
        }));
        be_on(day(2025, month, 20));
        keep(saved([&] { return restart(db, unit, {clock.id, clock.version, unit.today}); }));
    }
    be_on(day(2025, 3, 1));
    keep(saved([&] { return stop(db, unit, {clock.id, clock.version, unit.today, "done"}); }));
    ASSERT_EQ(stood.size(), 6u);
    for (const auto& then : stood) {
        const auto found = in_version(*find_clock(db, clock.id), then.version);
        EXPECT_EQ(found.version, then.version);
        EXPECT_EQ(found.pauses, then.pauses) << then.version;
        EXPECT_EQ(found.stopped, then.stopped);
        EXPECT_EQ(found.stopped_why, then.stopped_why);
    }
}

TEST_F(RunningClocks, As_at_a_day_those_ran_that_had_been_started_and_not_yet_stopped) {
    const auto clock = started("rapid-review", day(2024, 12, 20));
    be_on(day(2025, 1, 10));
    ASSERT_TRUE(saved([&] {
        return pause(db, unit, {clock.id, clock.version, day(2025, 1, 9), "inquest"});
    }));
    be_on(day(2025, 2, 1));
    ASSERT_TRUE(saved([&] {
        return stop(db, unit, {clock.id, clock.version + 1, day(2025, 1, 31), "done"});
    }));
    const auto then = [&](Day day) {
        store::Lens lens;
        history::look_back(lens, {.day = day});
        db.look_through(std::move(lens));
        auto ran = running_then(db);
        db.finish();
        return ran;
    };
    EXPECT_TRUE(then(day(2024, 12, 19)).empty());
    ASSERT_EQ(then(day(2024, 12, 20)).size(), 1u);
    EXPECT_FALSE(then(day(2025, 1, 9)).front().clock.is_paused()); // it was said the day after
    EXPECT_TRUE(then(day(2025, 1, 10)).front().clock.is_paused());
    EXPECT_EQ(then(day(2025, 1, 31)).size(), 1u);
    EXPECT_TRUE(then(day(2025, 2, 1)).empty());
}

TEST_F(RunningClocks, A_rule_that_was_added_counts_from_the_next_request_on_until_it_is_withdrawn) {
    be_on(day(2026, 2, 1));
    const auto added = saved([&] { return add_rule(db, unit, local_rule()); });
    ASSERT_TRUE(added);
    EXPECT_EQ(added->rule.name, "review-of-the-threshold-guidance");
    const auto clock = started(added->rule.name, day(2026, 2, 1));
    EXPECT_EQ(due_now(clock).due, day(2028, 2, 1));
    EXPECT_EQ(caution(due_now(clock).rule.certainty), "A local rule.");
    ASSERT_TRUE(saved([&] { return withdraw_rule(db, unit, added->id, "Never agreed"); }));
    EXPECT_EQ(rule_book(db)->find(added->rule.name, unit.today), nullptr);
    EXPECT_FALSE(saved([&] { return withdraw_rule(db, unit, added->id, "Again"); }));
    audit::Verdict verdict;
    verify_added_rules(db, verdict);
    EXPECT_TRUE(verdict.faults.empty());
}

TEST_F(RunningClocks, A_later_edition_counts_for_what_starts_later_and_not_for_what_ran) {
    auto later = *rule_book(db)->find("rapid-review", day(2026, 1, 1));
    later.amount = 10;
    later.from = day(2027, 1, 1);
    later.certainty = Certainty::check;
    ASSERT_TRUE(saved([&] { return add_rule(db, unit, later); }));
    const auto before = started("rapid-review", day(2024, 12, 20));
    EXPECT_EQ(due_now(before).due, day(2025, 1, 15));
    ASSERT_TRUE(saved([&] {
        return stop(db, unit, {before.id, before.version, day(2024, 12, 20), "done"});
    }));
    be_on(day(2027, 3, 1));
    const auto after = started("rapid-review", day(2027, 3, 1));
    EXPECT_EQ(due_now(after).due, day(2027, 3, 15));
    EXPECT_EQ(caution(due_now(after).rule.certainty), "Check against current guidance.");
}

TEST_F(RunningClocks, A_rule_without_its_clause_and_a_second_one_of_that_day_are_refused) {
    auto rule = local_rule();
    rule.clause = " ";
    rule.amount = 0;
    const auto problems = problems_with(rule, {});
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].field, "clause");
    EXPECT_EQ(problems[1].field, "amount");
    ASSERT_TRUE(saved([&] { return add_rule(db, unit, local_rule()); }));
    EXPECT_EQ(problem(saved([&] { return add_rule(db, unit, local_rule()); })), "from");
    unit.holdings.clear();
    EXPECT_FALSE(saved([&] { return add_rule(db, unit, local_rule()); }));
}

} // namespace
} // namespace openmasa::clocks
