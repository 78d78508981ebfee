#include "kernel/text.hpp"
#include "plan/imports/reading.hpp"
#include <chrono>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace openmasa::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// --- documents to read ---------------------------------------------------------------------------

word::Paragraph heading(std::string text, int level = 2) {
    return {.text = std::move(text), .heading_level = level};
}
word::Paragraph words(std::string text) {
    return {.text = std::move(text)};
}

/// A cell from its lines; "\u2022 " starts a bullet.
word::Cell cell(const std::string& text, int column) {
    word::Cell made;
    made.column = column;
    if (text.empty()) return made;
    for (auto line : split(text, '\n')) {
        word::Line one;
        if (line.starts_with("\u2022 ")) {
            one.mark = word::Mark::bullet;
            one.typed_mark = "\u2022";
            line.remove_prefix(4);
        }
        one.text = line;
        made.lines.push_back(one);
    }
    return made;
}

using Rows = std::vector<std::vector<std::string>>;

word::Table table(const Rows& rows) {
    word::Table made;
    for (const auto& texts : rows) {
        word::Row row;
        for (const auto& text : texts) row.cells.push_back(cell(text, int(row.cells.size())));
        made.columns = std::max(made.columns, int(row.cells.size()));
        made.rows.push_back(std::move(row));
    }
    return made;
}

/// A plan of one section, "Neglect", whose rows stand under Objective, Action, Target date.
word::Document plan(Rows rows) {
    rows.insert(rows.begin(), {"Objective", "Action", "Target date"});
    return {{heading("Safeguarding plan 2025-26", 1), heading("Neglect"), table(rows)}};
}

Draft read(const word::Document& document, const Choices& choices = {}) {
    auto draft = read_plan(document, choices);
    if (draft) return std::move(draft).value();
    ADD_FAILURE() << draft.refusal().problems[0].words;
    return {};
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

word::Document document(const std::string& name) {
    auto read = word::read_word(bytes_of(OPENMASA_ROOT "/tests/fixtures/word/" + name));
    if (read) return std::move(read).value();
    ADD_FAILURE() << read.refusal().problems[0].words;
    return {};
}

Draft fixture(const std::string& name, const Choices& choices = {}) {
    return read(document(name), choices);
}

// --- what was read -------------------------------------------------------------------------------

std::vector<Action> actions(const Draft& draft) {
    std::vector<Action> all;
    for (const auto& section : draft.sections)
        for (const auto& objective : section.objectives)
            all.insert(all.end(), objective.actions.begin(), objective.actions.end());
    return all;
}

/// "Objective: action, action", one for each objective.
std::vector<std::string> outline(const Draft& draft) {
    std::vector<std::string> lines;
    for (const auto& section : draft.sections)
        for (const auto& objective : section.objectives) {
            std::vector<std::string> titles;
            for (const auto& action : objective.actions) titles.push_back(action.title);
            lines.push_back(objective.title + ": " + join(titles, ", "));
        }
    return lines;
}

std::vector<std::string> doubts(const Draft& draft) {
    std::vector<std::string> ids;
    for (const auto& doubt : draft.doubts) ids.push_back(doubt.id);
    return ids;
}

const Doubt& doubt(const Draft& draft, std::string_view id) {
    for (const auto& one : draft.doubts)
        if (one.id == id) return one;
    static const Doubt none;
    ADD_FAILURE() << "no doubt " << id;
    return none;
}

std::vector<std::string> labels(const Doubt& doubt) {
    std::vector<std::string> all;
    for (const auto& option : doubt.options) all.push_back(option.label);
    return all;
}

std::string refusal(const word::Document& document) {
    const auto draft = read_plan(document);
    if (draft) return "(it was read)";
    EXPECT_EQ(draft.refusal().problems.at(0).field, "file");
    return draft.refusal().problems.at(0).words;
}

// --- a published plan ----------------------------------------------------------------------------

const std::filesystem::path norfolk =
    OPENMASA_ROOT "/../shared/data/norfolk/business-plan-2025-26.docx";

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
    const auto start = std::chrono::steady_clock::now();
    const auto draft = read(word::read_word(bytes).value());
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(count(draft).actions, 54);
    EXPECT_LT(took, std::chrono::milliseconds(50));
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
              "This Word file has no tables, so there are no actions to read. Put the plan in a "
              "table with the headings Action, and Objective, Target date, Lead or Status, and "
              "choose it again.");
    EXPECT_THAT(refusal(document("no-plan-table.docx")),
                HasSubstr("has 2 tables, but none with the headings of a plan"));
}

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
