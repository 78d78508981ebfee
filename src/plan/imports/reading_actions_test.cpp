#include "plan/imports/test_reading.hpp"

namespace openmasa::imports {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// --- actions, bullets and dates ------------------------------------------------------------------

TEST(Reading_actions, The_title_is_the_first_line_and_the_text_is_everything) {
    const auto all = actions(read(plan({{"Notice", "Train:\n\u2022 schools\n\u2022 health", ""},
                                        {"", "Scoping: map the services", ""}})));
    EXPECT_EQ(all.at(0).title, "Train");
    EXPECT_EQ(all[0].text, "Train:\n\u2022 schools\n\u2022 health");
    EXPECT_EQ(all.at(1).title, "Scoping: map the services");
}

TEST(Reading_actions, A_bullet_without_a_date_goes_on_from_the_action_above) {
    const auto document =
        plan({{"Notice", "Train:\n\u2022 schools", "May 2026"}, {"", "\u2022 health", ""}});
    const auto draft = read(document);
    EXPECT_EQ(actions(draft).at(0).text, "Train:\n\u2022 schools\n\u2022 health");
    EXPECT_EQ(actions(draft)[0].place, (Place{1, 2, 3}));
    EXPECT_THAT(labels(doubt(draft, "t1r3-goes-on")), ElementsAre("One action", "Two actions"));
    const auto two = read(document, {{"t1r3-goes-on", 1}});
    EXPECT_THAT(outline(two), ElementsAre("Notice: Train, health"));
    EXPECT_EQ(doubt(two, "t1r3-goes-on").chosen, 1);
    EXPECT_EQ(count(two).without_date, 1);
}

TEST(Reading_actions, A_bullet_with_a_date_is_an_action_or_a_step_as_chosen) {
    const auto document = plan({{"Notice", "Train:\n\u2022 schools", "31 Aug 2025"},
                                {"", "\u2022 health", "30 Sept 2025"},
                                {"", "\u2022 police", "31 Oct 2025"}});
    const auto draft = read(document);
    EXPECT_THAT(outline(draft), ElementsAre("Notice: Train, health, police"));
    const auto& asked = doubt(draft, "t1r3-bullets");
    EXPECT_EQ(asked.headline, "Two rows start with a bullet and have dates of their own");
    EXPECT_EQ(asked.where, "Neglect, table 1, rows 2 to 4");
    EXPECT_THAT(labels(asked), ElementsAre("Three actions", "One action in three steps"));
    EXPECT_EQ(asked.options[1].meaning, "by 31 Aug 2025; by 30 Sep 2025; by 31 Oct 2025");
    const auto steps = read(document, {{"t1r3-bullets", 1}});
    ASSERT_THAT(outline(steps), ElementsAre("Notice: Train"));
    ASSERT_EQ(actions(steps)[0].steps.size(), 3u);
    EXPECT_EQ(actions(steps)[0].steps[2].words, "police");
    EXPECT_EQ(actions(steps)[0].steps[2].target.latest, day(2025, 10, 31));
}

TEST(Reading_actions, Where_every_action_is_a_bullet_a_bullet_says_nothing) {
    const auto draft = read(
        plan({{"Notice", "\u2022 schools", "31 Aug 2025"}, {"", "\u2022 health", "30 Sept 2025"}}));
    EXPECT_THAT(outline(draft), ElementsAre("Notice: schools, health"));
    EXPECT_THAT(draft.doubts, IsEmpty());
}

TEST(Reading_actions, The_first_bullet_of_an_objective_goes_on_from_nothing) {
    EXPECT_THAT(
        outline(read(plan({{"Notice", "Train", "May 2026"}, {"Help", "\u2022 visit", ""}}))),
        ElementsAre("Notice: Train", "Help: visit"));
}

TEST(Reading_actions, A_sentence_broken_between_two_rows_is_one_action) {
    EXPECT_THAT(outline(read(plan({{"Notice", "Train every school and", "May 2026"},
                                   {"", "nursery in the toolkit", ""},
                                   {"", "Audit", "June 2026"}}))),
                ElementsAre("Notice: Train every school and, Audit"));
}

TEST(Reading_dates, As_many_dates_as_bullets_are_steps_in_order) {
    const auto draft = fixture("lists-and-breaks.docx");
    const auto mapped = actions(draft).at(0);
    ASSERT_EQ(mapped.steps.size(), 3u);
    EXPECT_EQ(mapped.steps[1].words, "list the hand-overs");
    EXPECT_EQ(mapped.steps[1].target.latest, day(2025, 12, 31));
    EXPECT_EQ(actions(draft).at(2).steps.size(), 2u);
    EXPECT_THAT(doubts(draft), ElementsAre("t1r3-dates"));
    EXPECT_EQ(doubt(draft, "t1r3-dates").headline, "Three dates for two bullets");
}

TEST(Reading_dates, Dates_that_do_not_match_stay_on_the_action_until_somebody_says_otherwise) {
    const auto document = plan({{"Notice", "Sign off, then present", "Dec 2025 Jan 2026"}});
    const auto draft = read(document);
    EXPECT_THAT(labels(doubt(draft, "t1r2-dates")),
                ElementsAre("Two steps", "One range", "No date yet, and ask the owner"));
    EXPECT_EQ(doubt(draft, "t1r2-dates").headline, "Two dates run together");
    EXPECT_EQ(actions(draft).at(0).target.kind, TargetDate::Kind::milestones);
    EXPECT_THAT(actions(draft)[0].doubts, ElementsAre("t1r2-dates"));

    const auto range = actions(read(document, {{"t1r2-dates", 1}})).at(0);
    EXPECT_EQ(range.target.kind, TargetDate::Kind::range);
    EXPECT_EQ(range.target.earliest, day(2025, 12, 1));
    EXPECT_EQ(range.target.latest, day(2026, 1, 31));
    EXPECT_EQ(range.date_words, "Dec 2025 Jan 2026");

    const auto none = read(document, {{"t1r2-dates", 2}});
    EXPECT_EQ(count(none).without_date, 1);
    EXPECT_EQ(actions(none).at(0).date_words, "Dec 2025 Jan 2026");
}

TEST(Reading_dates, Words_that_are_no_date_are_kept_and_said) {
    const auto draft = fixture("other-headings.docx");
    EXPECT_EQ(actions(draft).at(1).date_words, "as soon as possible");
    EXPECT_EQ(doubt(draft, "t1r3-unread-date").kind, Doubt::Kind::date_not_understood);
    EXPECT_EQ(count(draft).without_date, 1);
}

TEST(Reading_dates, A_dash_that_begins_the_second_line_of_a_range_is_no_bullet) {
    const auto checked = actions(fixture("lists-and-breaks.docx")).at(3);
    EXPECT_EQ(checked.date_words, "Dec 26 \u2013 Jun 27");
    EXPECT_EQ(checked.target.kind, TargetDate::Kind::range);
}

// --- the same words twice, and choices -----------------------------------------------------------

TEST(Reading_twice, Nearly_the_same_words_are_kept_unless_somebody_leaves_one_out) {
    const auto document =
        plan({{"Prevent", "Develop guidance on practice that builds relationships", ""},
              {"Protect", "Develop guidance for practice that builds relationships", ""}});
    const auto draft = read(document);
    EXPECT_THAT(labels(doubt(draft, "t1r3-same")), ElementsAre("Keep both", "Keep the first"));
    EXPECT_EQ(actions(draft).size(), 2u);
    const auto one = read(document, {{"t1r3-same", 1}});
    EXPECT_THAT(outline(one), ElementsAre("Prevent: Develop guidance on practice that builds "
                                          "relationships",
                                          "Protect: "));
    EXPECT_EQ(doubt(one, "t1r3-same").action, -1);
}

TEST(Reading_twice, Short_names_for_different_things_are_not_the_same) {
    EXPECT_THAT(read(plan({{"Prevent", "Training", ""}, {"Protect", "Training", ""}})).doubts,
                IsEmpty());
}

TEST(Reading_choices, That_no_document_offers_are_ignored) {
    const auto document = plan({{"Notice", "Train", "Dec 2025 Jan 2026"}});
    const auto draft = read(document, {{"t1r2-dates", 9}, {"t7r7-same", 1}, {"", -1}});
    EXPECT_EQ(doubt(draft, "t1r2-dates").chosen, 0);
}

TEST(Reading_editions, Both_editions_of_a_plan_are_read_alike) {
    const auto first = fixture("plan-2025.docx"), second = fixture("plan-2026.docx");
    EXPECT_EQ(count(first).actions, 4);
    EXPECT_EQ(count(second).actions, 4);
    EXPECT_EQ(actions(first).at(1).text, actions(second).at(1).text);
    EXPECT_EQ(second.period, "2026-27");
}

} // namespace
} // namespace openmasa::imports
