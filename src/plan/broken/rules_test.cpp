#include "plan/broken/rules.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace openmasa::broken {
namespace {

/// Led, dated, carried out and shown: nothing is broken of it wherever it stands.
Followed whole(State state) {
    return {.state = state,
            .since = day(2025, 8, 31),
            .has_lead = true,
            .has_date = true,
            .actions = 1,
            .completion_evidence = 1,
            .impact_evidence = 1,
            .superseding = State::accepted};
}
const Day today = day(2026, 3, 1);

/// Under the rules that the program brings.
std::vector<Break> broken_then(const Followed& one, Day on,
                               const clocks::RuleBook& rules = clocks::RuleBook()) {
    return breaks_of(one, on, {rules, BankHolidays()});
}

TEST(BrokenThreads, Nothing_is_broken_of_a_whole_one_wherever_it_stands) {
    for (const auto state : recommendations::all_states)
        EXPECT_TRUE(broken_then(whole(state), today).empty()) << to_text(state);
}

/// Every kind of break in every state: where it may stand broken is said here once more, by hand.
TEST(BrokenThreads, Each_break_is_found_in_the_states_that_ask_for_it_and_in_no_other) {
    const auto bare = [](State state) {
        return Followed{.state = state,
                        .since = day(2025, 8, 31),
                        .never_asked = true,
                        .superseding = State::closed};
    };
    const auto expected = [](Break kind) -> std::vector<State> {
        using enum State;
        switch (kind) {
        case Break::no_lead:
        case Break::no_date:
        case Break::no_answer: return {accepted, in_progress, actions_complete, impact_tested};
        case Break::no_action: return {in_progress};
        case Break::unproven: return {actions_complete, impact_tested, embedded};
        case Break::no_impact: return {actions_complete};
        case Break::superseded_by_ended: return {superseded};
        }
        return {};
    };
    for (const auto kind : all_breaks)
        for (const auto state : recommendations::all_states)
            EXPECT_EQ(std::ranges::count(broken_then(bare(state), today), kind),
                      std::ranges::count(expected(kind), state))
                << to_text(kind) << " of " << to_text(state);
}

TEST(BrokenThreads, Impact_is_missed_on_the_day_after_six_months_as_its_clock_is_late) {
    auto one = whole(State::actions_complete);
    one.impact_evidence = 0;
    EXPECT_TRUE(broken_then(one, day(2026, 2, 28)).empty());
    EXPECT_EQ(broken_then(one, day(2026, 3, 1)), std::vector{Break::no_impact});
}

TEST(BrokenThreads, A_rule_that_the_partnership_added_counts_for_what_is_broken_too) {
    const clocks::RuleBook brought;
    const auto* rule = brought.find("recommendation-impact", today);
    ASSERT_TRUE(rule);
    auto longer = *rule;
    longer.amount = 12;
    auto one = whole(State::actions_complete);
    one.impact_evidence = 0;
    const clocks::RuleBook rules(std::span(&longer, 1));
    EXPECT_TRUE(broken_then(one, day(2026, 8, 31), rules).empty());
    EXPECT_EQ(broken_then(one, day(2026, 9, 1), rules), std::vector{Break::no_impact});
}

TEST(BrokenThreads, An_agency_is_missed_when_late_or_a_month_after_nobody_asked_it) {
    auto one = whole(State::accepted);
    one.since = day(2026, 1, 1);
    one.never_asked = true;
    EXPECT_TRUE(broken_then(one, day(2026, 1, 31)).empty());
    EXPECT_EQ(broken_then(one, day(2026, 2, 1)), std::vector{Break::no_answer});
    one.never_asked = false;
    EXPECT_TRUE(broken_then(one, today).empty());
    one.late_answers = 1;
    EXPECT_EQ(broken_then(one, day(2026, 1, 2)), std::vector{Break::no_answer});
}

TEST(BrokenThreads, The_month_for_answers_counts_from_acceptance_though_work_has_started_since) {
    auto one = whole(State::in_progress);
    one.accepted_on = day(2026, 1, 1);
    one.since = day(2026, 1, 31);
    one.never_asked = 1;
    EXPECT_TRUE(broken_then(one, day(2026, 1, 31)).empty());
    EXPECT_EQ(broken_then(one, day(2026, 2, 1)), std::vector{Break::no_answer});
}

TEST(BrokenThreads, Who_was_not_asked_is_to_be_asked_and_who_is_late_to_be_reminded) {
    auto one = whole(State::accepted);
    one.never_asked = 1;
    EXPECT_EQ(mend_of(one, Break::no_answer).at, "ask");
    one.late_answers = 1;
    EXPECT_EQ(mend_of(one, Break::no_answer).at, "remind");
    EXPECT_EQ(mend_of(one, Break::no_answer).words, "Remind them");
    EXPECT_EQ(mend_of(one, Break::no_date).at, "change#due");
}

TEST(BrokenThreads, A_superseded_one_is_followed_where_what_took_its_place_is_open_or_embedded) {
    auto one = whole(State::superseded);
    for (const auto state : recommendations::all_states) {
        one.superseding = state;
        const bool ends =
            state == State::closed || state == State::not_accepted || state == State::superseded;
        EXPECT_EQ(broken_then(one, today).empty(), !ends) << to_text(state);
    }
    one.superseding.reset();
    EXPECT_EQ(broken_then(one, today), std::vector{Break::superseded_by_ended});
}

TEST(BrokenThreads, Each_has_words_an_address_and_a_form_that_mends_it) {
    for (const auto kind : all_breaks) {
        Break read{};
        EXPECT_TRUE(from_text(to_text(kind), read));
        EXPECT_EQ(read, kind);
        EXPECT_EQ(words_of(kind).kind, kind);
        EXPECT_FALSE(words_of(kind).mended_at.empty());
    }
    Break none{};
    EXPECT_FALSE(from_text("no-such", none));
}

} // namespace
} // namespace openmasa::broken
