#include "kernel/test_repository.hpp"
#include "plan/imports/test_reading.hpp"

namespace openmasa::imports {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// --- a published plan ----------------------------------------------------------------------------

const std::filesystem::path norfolk =
    in_repository("../shared/data/norfolk/business-plan-2025-26.docx");

TEST(Reading_a_published_plan, Gives_its_sections_objectives_and_actions) {
    if (!std::filesystem::exists(norfolk)) GTEST_SKIP() << norfolk << " is not on this machine";
    const auto draft = read(word::read_word(bytes_of(norfolk)).value());
    const Counts counts = count(draft);
    EXPECT_EQ(counts.sections, 5);
    EXPECT_EQ(counts.priorities, 4);
    EXPECT_EQ(counts.without_owner, 2);
    EXPECT_EQ(counts.objectives, 16);
    EXPECT_EQ(counts.actions, 54);
    EXPECT_EQ(counts.without_date, 7);
    EXPECT_EQ(draft.tables, 5);
    EXPECT_EQ(draft.rows, 66);
    EXPECT_EQ(draft.period, "2025-26");
    EXPECT_EQ(draft.edition, "Last Review: Dec 2025");
    EXPECT_FALSE(draft.sections[4].is_priority);
    EXPECT_EQ(draft.sections[2].remark, "as of June 2025");
    EXPECT_EQ(draft.sections[2].difference.size(), 2u);
}

TEST(Reading_a_published_plan, Asks_about_what_can_be_read_in_two_ways) {
    if (!std::filesystem::exists(norfolk)) GTEST_SKIP() << norfolk << " is not on this machine";
    const auto document = word::read_word(bytes_of(norfolk)).value();
    const auto draft = read(document);
    EXPECT_THAT(doubts(draft),
                ElementsAre("t1r8-goes-on", "t1r12-goes-on", "t1r11-same", "t2r4-dates",
                            "t3r6-bullets", "t3r9-goes-on", "t3r16-dates", "t5r6-dates"));
    EXPECT_EQ(count(draft).doubtful, 8);
    const Choices other{{"t3r6-bullets", 1}, {"t3r9-goes-on", 1}, {"t1r11-same", 1}};
    // Two rows less that are actions, one more, one left out.
    EXPECT_EQ(count(read(document, other)).actions, 54 - 2 + 1 - 1);
    EXPECT_EQ(doubts(read(document, other)), doubts(draft));
}

TEST(Reading_a_published_plan, Takes_less_than_fifty_milliseconds) {
    if (!std::filesystem::exists(norfolk)) GTEST_SKIP() << norfolk << " is not on this machine";
    const auto bytes = bytes_of(norfolk);
    auto best = std::chrono::nanoseconds::max();
    for (int time = 0; time < 5; ++time) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_EQ(count(read(word::read_word(bytes).value())).actions, 54);
        best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
    }
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
    GTEST_SKIP() << "a program that is watched, or not optimised, is no measure: " << best.count()
                 << " ns";
#endif
    EXPECT_LT(best, std::chrono::milliseconds(50));
}

// --- sections ------------------------------------------------------------------------------------

TEST(Reading_sections, The_nearest_heading_that_names_something_names_the_section) {
    const auto draft = read(
        {{heading("Plan", 1), heading("Neglect (as of June 2025)", 2),
          heading("What difference will we see?", 3), words("Fewer children wait"),
          heading("Action plan", 3), table({{"Action", "Target date"}, {"Train", "May 2026"}})}});
    EXPECT_EQ(draft.sections.at(0).name, "Neglect");
    EXPECT_EQ(draft.sections[0].remark, "as of June 2025");
    EXPECT_THAT(draft.sections[0].difference, ElementsAre("Fewer children wait"));
    EXPECT_THAT(draft.doubts, IsEmpty());
}

TEST(Reading_sections, A_chapters_number_is_no_part_of_its_name) {
    const auto named = [](const char* name) {
        return read({{heading(name), table({{"Action", "When"}, {"Meet", "Quarterly"}})}})
            .sections.at(0)
            .name;
    };
    EXPECT_EQ(named("1. Neglect"), "Neglect");
    EXPECT_EQ(named("2.1) Neglect"), "Neglect");
    EXPECT_EQ(named("1000 days"), "1000 days");
    EXPECT_EQ(named("0.5% of it"), "0.5% of it");
}

TEST(Reading_sections, A_chapter_that_is_continued_is_the_one_above) {
    const Rows rows{{"Action", "Target date"}, {"Train", "May 2026"}};
    const auto draft =
        read({{heading("4. Core activity"), table(rows), heading("5. Core activity, cont."),
               table(rows), heading("6. Neglect, cont."), table(rows)}});
    ASSERT_EQ(draft.sections.size(), 2u);
    EXPECT_EQ(draft.sections[0].name, "Core activity");
    EXPECT_EQ(draft.sections[1].name, "Neglect, cont.") << "there is none above to go on";
}

TEST(Reading_sections, The_owner_stands_in_the_table_or_in_a_line_above_it) {
    const Rows rows{{"Action", "Target date"}, {"Train", "May 2026"}};
    const auto above = read({{heading("Neglect"), words("Lead: Neglect group"), table(rows)}});
    EXPECT_EQ(above.sections.at(0).owner, "Neglect group");
    const auto inside =
        read({{heading("Neglect"), table({{"Owner:", "Neglect group", "Chair:", "Chief Constable"},
                                          {"Objective", "Action", "Target date", ""},
                                          {"Notice", "Train", "May 2026", ""}})}});
    EXPECT_EQ(inside.sections.at(0).owner, "Neglect group");
    EXPECT_EQ(inside.sections[0].chair, "Chief Constable");
    EXPECT_EQ(count(inside).without_owner, 0);
}

TEST(Reading_sections, What_is_done_anyway_is_no_priority) {
    for (const auto* name : {"Business crucial activity", "Business-critical work", "Core activity",
                             "Business as usual"}) {
        const auto draft =
            read({{heading(name), table({{"Action", "When"}, {"Meet", "Quarterly"}})}});
        EXPECT_FALSE(draft.sections.at(0).is_priority) << name;
    }
    EXPECT_TRUE(read(plan({{"a", "b", ""}})).sections.at(0).is_priority);
}

TEST(Reading_sections, A_line_across_the_table_names_a_section_or_an_objective) {
    const auto merged = fixture("merged-cells.docx");
    ASSERT_EQ(merged.sections.size(), 2u);
    EXPECT_EQ(merged.sections[0].owner, "Neglect strategy group");
    EXPECT_EQ(merged.sections[1].name, "Priority 2: Online harm");
    EXPECT_EQ(merged.sections[1].remark, "from April 2026");

    auto without_objectives = table({{"Action", "When"}, {"Notice early"}, {"Train", "May 2026"}});
    without_objectives.rows[1].cells[0].span = 2;
    EXPECT_THAT(outline(read({{heading("Neglect"), without_objectives}})),
                ElementsAre("Notice early: Train"));
}

TEST(Reading_sections, A_name_without_a_heading_is_said_to_be_a_guess) {
    const auto draft =
        read({{words("Neglect"), table({{"Action", "When"}, {"Train", "May 2026"}})}});
    EXPECT_EQ(draft.sections.at(0).name, "Neglect");
    EXPECT_EQ(doubt(draft, "t1-heading").kind, Doubt::Kind::heading_guessed);
    EXPECT_THAT(doubt(draft, "t1-heading").options, IsEmpty());
    EXPECT_EQ(count(draft).doubtful, 0);
}

TEST(Reading_sections, A_table_that_carries_on_the_one_above_needs_no_headings_of_its_own) {
    const auto draft = fixture("repeated-headers.docx");
    EXPECT_EQ(draft.tables, 2);
    EXPECT_THAT(outline(draft),
                ElementsAre("Prevent: Task and finish group on travel",
                            "Disrupt: Write to licensed premises, Visit the premises that did not "
                            "answer",
                            "Pursue: Review orders in force"));
}

// --- objectives ----------------------------------------------------------------------------------

TEST(Reading_objectives, A_blank_first_cell_means_the_objective_above) {
    EXPECT_THAT(outline(read(plan({{"Notice", "Train", ""}, {"", "Audit", ""}}))),
                ElementsAre("Notice: Train, Audit"));
}

TEST(Reading_objectives, A_cell_merged_downwards_means_the_objective_above) {
    EXPECT_EQ(outline(fixture("merged-cells.docx")).at(0),
              "Recognise neglect early: Publish the neglect toolkit, Train school leads in the "
              "toolkit, Audit its use");
}

TEST(Reading_objectives, The_same_words_again_are_the_same_objective) {
    EXPECT_THAT(outline(read(plan(
                    {{"Notice", "Train", ""}, {"Help", "Visit", ""}, {"Notice", "Audit", ""}}))),
                ElementsAre("Notice: Train, Audit", "Help: Visit"));
}

TEST(Reading_objectives, A_heading_and_its_text_in_two_rows_are_one_objective) {
    const auto draft = read(plan({{"Governance and leadership:", "Name the leads", "Jan 2026"},
                                  {"Both boards close the gaps together.", "Draft", "Mar 2026"}}));
    EXPECT_THAT(outline(draft), ElementsAre("Governance and leadership: Name the leads, Draft"));
    EXPECT_EQ(draft.sections[0].objectives[0].text,
              "Governance and leadership:\nBoth boards close the gaps together.");
}

TEST(Reading_objectives, A_sentence_broken_between_two_rows_is_one_objective) {
    const auto draft = read(plan({{"Networks: families, supported by child", "Train", "Jan 2026"},
                                  {"protection, make plans.", "Evaluate", "Mar 2026"}}));
    EXPECT_THAT(outline(draft), ElementsAre("Networks: Train, Evaluate"));
}

TEST(Reading_objectives, Two_finished_objectives_stay_two) {
    EXPECT_EQ(
        outline(read(plan({{"Notice early", "Train", ""}, {"Help early", "Visit", ""}}))).size(),
        2u);
    EXPECT_EQ(outline(read(plan({{"Prevent:", "Train", ""}, {"Pursue:", "Visit", ""}}))).size(),
              2u);
    EXPECT_EQ(
        outline(read(plan({{"notice early", "Train", ""}, {"help early", "Visit", ""}}))).size(),
        2u);
}

TEST(Reading_objectives, Continued_goes_on_even_when_its_words_differ_a_little) {
    EXPECT_THAT(outline(read(plan({{"Develop and implement a plan:\nOne for all.", "Scope", ""},
                                   {"Plan development, cont.", "Build", ""},
                                   {"Plan (continued)", "Test", ""}}))),
                ElementsAre("Develop and implement a plan: Scope, Build, Test"));
}

TEST(Reading_objectives, The_title_is_what_stands_before_the_colon_or_in_bold) {
    auto document = plan({{"Prevent: every child is helped", "Train", ""},
                          {"Front door One door for all", "Map", ""},
                          {"Objective 3: Hear children", "Ask", ""}});
    std::get<word::Table>(document.blocks[2]).rows[2].cells[0].lines[0].bold_lead = "Front door";
    EXPECT_THAT(outline(read(document)), ElementsAre("Prevent: Train", "Front door: Map",
                                                     "Objective 3: Hear children: Ask"));
}

TEST(Reading_objectives, Without_a_column_for_them_the_heading_or_the_section_serves) {
    const auto draft = fixture("other-headings.docx");
    ASSERT_EQ(draft.sections.size(), 2u);
    EXPECT_EQ(draft.sections[0].name, "Priority 1: Domestic abuse");
    EXPECT_EQ(draft.sections[0].objectives.at(0).title,
              "Objective 1.1: Children are seen as victims");
    EXPECT_EQ(draft.sections[0].objectives.at(1).actions.at(0).title,
              "Join the schools to the alert");
    EXPECT_EQ(draft.sections[1].objectives.at(0).title, "Core activity");
}

// --- rows and columns ----------------------------------------------------------------------------

TEST(Reading_columns, Other_headings_are_understood) {
    const auto draft = fixture("other-headings.docx");
    const auto first = actions(draft).at(0);
    EXPECT_EQ(first.reference, "1.1a");
    EXPECT_EQ(first.owner, "Designated Nurse");
    EXPECT_EQ(first.target.kind, TargetDate::Kind::day);
    EXPECT_EQ(first.status_words, "Green");
    EXPECT_EQ(first.status, Status::in_progress);
    EXPECT_EQ(first.progress, "Form tested in two teams");
    EXPECT_EQ(draft.title, "Business plan 2026/27");
    EXPECT_EQ(draft.period, "2026-27");
    EXPECT_EQ(draft.edition, "Version 2, agreed in March 2026");
}

TEST(Reading_columns, Columns_that_a_plan_has_no_place_for_are_notes) {
    const auto notes = actions(fixture("other-headings.docx")).at(0).notes;
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].header, "Impact on children");
    EXPECT_EQ(notes[0].words, "Asked once");
}

TEST(Reading_columns, A_status_without_words_is_read_from_its_colour) {
    const auto all = actions(fixture("other-headings.docx"));
    EXPECT_EQ(all.at(1).status, Status::not_started);
    EXPECT_EQ(all.at(2).status, Status::at_risk);
    EXPECT_EQ(all.at(3).status, Status::done);
}

TEST(Reading_columns, Repeated_headings_are_no_rows_of_the_plan) {
    EXPECT_THAT(outline(read(plan({{"Notice", "Train", ""},
                                   {"Objective", "Action", "Target date"},
                                   {"", "Task group", "When agreed"}}))),
                ElementsAre("Notice: Train, Task group"));
}

TEST(Reading_columns, Merged_dates_and_leads_hold_for_every_row_they_reach) {
    const auto all = actions(fixture("merged-cells.docx"));
    EXPECT_EQ(all.at(1).title, "Train school leads in the toolkit");
    EXPECT_EQ(all[1].owner, "Designated Nurse");
    EXPECT_EQ(all[1].date_words, "31 Mar 2026");
}

TEST(Reading_columns, An_action_merged_over_two_rows_has_both_leads_and_dates) {
    const auto audit = actions(fixture("merged-cells.docx")).at(2);
    EXPECT_EQ(audit.owner, "Head of Business Delivery\nChief Constable");
    EXPECT_EQ(audit.date_words, "June 2026\nDec 2026");
    EXPECT_EQ(audit.place, (Place{1, 5, 6}));
}

TEST(Reading_columns, Tables_without_a_column_of_actions_are_counted_and_left) {
    const auto draft = read({{heading("Neglect"), table({{"Agency", "Seats"}, {"Police", "2"}}),
                              table({{"Action", "When"}, {"Train", "May 2026"}})}});
    EXPECT_EQ(draft.tables, 1);
    EXPECT_EQ(draft.other_tables, 1);
    EXPECT_EQ(actions(draft).at(0).place, (Place{2, 2, 2}));
}

TEST(Reading_columns, A_document_without_a_plan_is_refused_with_the_headings_looked_for) {
    EXPECT_EQ(refusal(document("no-tables.docx")),
              "This Word file has no tables, so there are no actions to read. Put the [plan] in a "
              "table with the headings Action, and Objective, Target date, Lead or Status, and "
              "choose it again.");
    EXPECT_THAT(refusal(document("no-plan-table.docx")),
                HasSubstr("has 2 tables, but none with the headings of [a plan]"));
}

} // namespace
} // namespace openmasa::imports
