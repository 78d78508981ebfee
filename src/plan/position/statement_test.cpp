// What the statement says, on the page, in Word and in the workbook.
#include "core/exchange/sheet.hpp"
#include "core/exchange/word.hpp"
#include "plan/position/documents.hpp"
#include "plan/position/module.hpp"
#include "plan/position/statement_parts.hpp"
#include "plan/position/test_position.hpp"
#include "plan/position/views.hpp"

namespace openmasa::position {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

/// The cell of a line's first words: "Opened" gives "+2".
std::string figure(const Part& part, std::string_view line, std::size_t column = 1) {
    for (const auto& one : part.table.value_or(Table{}).lines)
        if (one.cells.at(0).words == line) return one.cells.at(column).words;
    return "no such line";
}

class PositionStatement : public TestPosition {
protected:
    /// Two are outstanding on 31 March 2025, one of them late; one closed, one waits, one stands
    /// with another.
    void fill() {
        listen = add("Listen <b>& write", day(2025, 1, 10));
        file(listen, Home::priority, Kind::workforce, day(2025, 2, 28));
        move(listen, State::accepted, day(2025, 1, 20), "Delegated <b>& partners");
        share = add("Share what is known", day(2024, 3, 1));
        file(share, Home::sector, {});
        move(share, State::in_progress, day(2024, 6, 1));
        ended = add("Publish a guide", day(2024, 3, 1));
        move(ended, State::accepted, day(2024, 4, 1));
        move(ended, State::embedded, day(2025, 3, 31));
        waiting = add("Wait for the board", day(2025, 3, 1));
    }
    StatementFacts facts(Day now, Day then, std::size_t most_listed = 100) {
        const auto scope = looking_back(now);
        const auto all = lives(test.db, scope);
        StatementFacts made{.position =
                                position_of(all, then, now, priority_names(test.db, scope, all)),
                            .names = {},
                            .deciders = {},
                            .partnership = "Example <b>& Partnership",
                            .made = test.now,
                            .is_past = true,
                            .most_listed = most_listed};
        const auto ids = ids_to_name(made.position, most_listed);
        made.names = named(test.db, scope, ids);
        made.deciders = deciders_after(test.db, scope, ids, then);
        test.db.finish();
        return made;
    }
    StatementFacts at_year_end() { return facts(day(2025, 3, 31), day(2024, 12, 31)); }
    std::string page(const std::string& query = "") {
        return test.get(module(), test.reader, "/recommendations/position" + query).body;
    }
    RecommendationId listen, share, ended, waiting;
};

TEST_F(PositionStatement, The_number_comes_first_and_what_waits_is_said_by_itself) {
    fill();
    const auto said = statement_of(at_year_end());
    EXPECT_EQ(said.headline, "2 recommendations were outstanding on 31 March 2025.");
    EXPECT_THAT(said.sentences,
                ElementsAre(Field(&Cell::words,
                                  "Since 31 December 2024, 1 was opened and 1 closed: as many."),
                            AllOf(Field(&Cell::words, "1 more waited for a decision and was not "
                                                      "counted among them."),
                                  Field(&Cell::href, "/recommendations?standing=waits"))));
}

TEST_F(PositionStatement, Each_figure_leads_to_the_list_it_counts_and_nought_leads_nowhere) {
    fill();
    const auto part = homes_part(at_year_end());
    ASSERT_EQ(part.table->lines.size(), 3U);
    const auto& priority = part.table->lines[0].cells;
    EXPECT_EQ(priority[0].words, "Vulnerable <b>& adolescents");
    EXPECT_EQ(priority[2].words, "1");
    EXPECT_EQ(priority[2].href, "/recommendations?standing=outstanding&home=priority&priority="
                                "Vulnerable%20%3Cb%3E%26%20adolescents&kind=workforce");
    EXPECT_EQ(priority[1].words, "0");
    EXPECT_EQ(priority[1].href, "");
    const auto& sector = part.table->lines[1].cells;
    EXPECT_EQ(sector[5].words, "1");
    EXPECT_EQ(sector[5].href, "") << "the list has no filter for a sector";
    const auto& all = part.table->lines[2].cells;
    EXPECT_EQ(all[6].words, "2");
    EXPECT_EQ(all[6].href, "/recommendations?standing=outstanding");
    const HomeRow nowhere{};
    EXPECT_EQ(list_address(&nowhere, kind_columns - 1),
              "/recommendations?standing=outstanding&home=-&kind=-");
    const HomeRow unnamed{.home = Home::priority};
    EXPECT_EQ(list_address(&unnamed, std::nullopt),
              "/recommendations?standing=outstanding&home=priority&priority=-");
}

TEST_F(PositionStatement, From_the_earlier_day_to_the_later_one_the_lines_add_up) {
    fill();
    const auto facts = at_year_end();
    const auto part = flow_part(facts);
    EXPECT_EQ(figure(part, "Outstanding on 31 December 2024"), "2");
    EXPECT_EQ(figure(part, "Opened"), "+1");
    EXPECT_EQ(figure(part, "Closed"), "\u22121");
    EXPECT_EQ(figure(part, "Embedded"), "\u22121");
    EXPECT_EQ(figure(part, "Superseded"), "0");
    EXPECT_EQ(figure(part, "Joined to another one"), "no such line") << "it did not happen";
    EXPECT_EQ(figure(part, "Outstanding on 31 March 2025"), "2");
    std::int64_t sum = 0;
    for (const auto& line : part.table->lines)
        if (line.is == Line::Is::itself && line.cells[0].words != "Net")
            sum += *line.cells[1].number;
    EXPECT_EQ(facts.position.flow.then + sum, facts.position.flow.now);
}

TEST_F(PositionStatement, What_stands_with_another_is_named_where_it_went) {
    fill();
    join(share, listen);
    const auto then = test.today - std::chrono::days{1};
    const auto made = facts(test.today, then);
    EXPECT_EQ(figure(flow_part(made), "Joined to another one"), "\u22121");
    EXPECT_THAT(statement_of(made).sentences[0].words,
                HasSubstr("1 joined to another one: 1 fewer."));
    const auto moved = moved_part(made);
    ASSERT_EQ(moved.table->lines.size(), 1U);
    EXPECT_EQ(moved.table->lines[0].cells[3].words, "With " + whole(listen).it.reference);
    EXPECT_THAT(homes_part(made).notes[1], HasSubstr("1 stands with another one"));
}

TEST_F(PositionStatement, The_longest_late_stands_first_with_its_lead_and_its_day_as_written) {
    fill();
    const auto part = late_part(at_year_end());
    ASSERT_TRUE(part.table);
    const auto& cells = part.table->lines.at(0).cells;
    EXPECT_EQ(cells[0].words, "Listen <b>& write");
    EXPECT_EQ(cells[0].href, "/recommendations/" + listen.str());
    EXPECT_EQ(cells[1].words, "Nobody");
    EXPECT_EQ(cells[3].words, "28 Feb 2025");
    EXPECT_EQ(cells[4].words, "31");
}

TEST_F(PositionStatement, What_moved_says_from_where_to_where_on_which_day_and_who_decided) {
    fill();
    const auto made = at_year_end();
    const auto part = moved_part(made);
    std::vector<std::string> said;
    for (const auto& line : part.table->lines)
        said.push_back(line.cells[0].words + " " + line.cells[2].words + " > " +
                       line.cells[3].words);
    EXPECT_THAT(said, ElementsAre("31 Mar 2025 Accepted > Embedded", "1 Mar 2025 New > Proposed",
                                  "20 Jan 2025 Proposed > Accepted", "10 Jan 2025 New > Proposed"));
    EXPECT_EQ(part.table->lines[2].cells[4].words, "Delegated <b>& partners");
}

TEST_F(PositionStatement, A_long_list_says_how_much_was_left_out) {
    fill();
    const auto part = moved_part(facts(day(2025, 3, 31), day(2024, 12, 31), 3));
    EXPECT_EQ(part.table->lines.size(), 3U);
    EXPECT_EQ(part.left_out, 1);
}

TEST(PositionWords, An_age_is_in_days_and_from_two_months_on_in_months) {
    EXPECT_EQ(in_months(1, day(2025, 3, 31)), "1 day");
    EXPECT_EQ(in_months(45, day(2025, 3, 31)), "45 days");
    EXPECT_EQ(in_months(214, day(2025, 3, 31)), "7 months");
    EXPECT_EQ(compared(-3), "3 fewer");
    EXPECT_EQ(compared(0), "as many");
    EXPECT_EQ(compared(12), "12 more");
}

TEST_F(PositionStatement, The_page_shows_it_escaped_with_a_form_for_both_days) {
    fill();
    const auto body = page("?since=31+December+2024");
    EXPECT_THAT(body, HasSubstr("2 recommendations are outstanding on 22 January 2026."));
    EXPECT_THAT(body, HasSubstr("Vulnerable &lt;b&gt;&amp; adolescents"));
    EXPECT_THAT(body, HasSubstr("Delegated &lt;b&gt;&amp; partners"));
    EXPECT_THAT(body, Not(HasSubstr("<b>&")));
    EXPECT_THAT(body, HasSubstr("name=\"as-at\""));
    EXPECT_THAT(body, HasSubstr("value=\"31 December 2024\""));
    EXPECT_THAT(body, HasSubstr("/recommendations/position.docx?since=2024-12-31"));
    EXPECT_THAT(page(), HasSubstr("What moved since 31 December 2025"));
}

TEST_F(PositionStatement, A_day_that_is_none_or_is_not_before_is_said_and_what_was_typed_stays) {
    fill();
    for (const auto* wrong : {"soon", "2026-01-22", "2030-01-01"}) {
        const auto answer = test.get(module(), test.reader,
                                     std::string("/recommendations/position?since=") + wrong);
        EXPECT_EQ(answer.status, 422);
        EXPECT_THAT(answer.body, HasSubstr("There is a problem"));
        EXPECT_THAT(answer.body, HasSubstr(std::string("value=\"") + wrong + "\""));
    }
}

TEST_F(PositionStatement, Where_there_is_nothing_it_says_what_will_be_counted) {
    const auto body = page();
    EXPECT_THAT(body, HasSubstr("Nobody had recommended anything by 22 January 2026."));
    EXPECT_THAT(body, HasSubstr("href=\"/recommendations\""));
    EXPECT_THAT(body, Not(HasSubstr("position.docx")));
    add("Wait for the board", day(2025, 3, 1));
    EXPECT_THAT(page(), HasSubstr("No recommendation is outstanding on 22 January 2026."));
}

TEST_F(PositionStatement, Who_may_not_read_the_plan_finds_no_page) {
    EXPECT_EQ(test.get(module(), test.outsider, "/recommendations/position").status, 404);
}

// --- documents -----------------------------------------------------------------------------------

/// Every figure and name of the statement.
std::vector<std::string> cells_of(const Statement& statement) {
    std::vector<std::string> cells;
    for (const auto& part : statement.parts)
        for (const auto& line : part.table.value_or(Table{}).lines)
            for (const auto& cell : line.cells) cells.push_back(cell.words);
    return cells;
}

TEST_F(PositionStatement, The_word_document_says_the_same) {
    fill();
    const auto made = at_year_end();
    const auto statement = statement_of(made);
    const auto document = word::read_word(
        documents::write_word(statement_as_word(statement, made, "https://masa.example.org")));
    ASSERT_TRUE(document);
    std::string text;
    std::vector<std::string> cells;
    for (const auto& block : document->blocks) {
        if (const auto* paragraph = std::get_if<word::Paragraph>(&block))
            text += paragraph->text + "\n";
        else if (const auto* table = std::get_if<word::Table>(&block))
            for (const auto& row : table->rows)
                for (const auto& cell : row.cells)
                    for (const auto& line : cell.lines) text += line.text + "\n";
    }
    EXPECT_THAT(text, HasSubstr(statement.headline));
    EXPECT_THAT(text, HasSubstr("Example <b>& Partnership"));
    for (const auto& part : statement.parts) {
        EXPECT_THAT(text, HasSubstr(part.heading));
        for (const auto& note : part.notes) EXPECT_THAT(text, HasSubstr(note));
    }
    for (const auto& cell : cells_of(statement)) EXPECT_THAT(text, HasSubstr(cell));
}

TEST_F(PositionStatement, The_workbook_has_all_lines_and_its_figures_are_numbers) {
    fill();
    const auto made = facts(day(2025, 3, 31), day(2024, 12, 31), SIZE_MAX);
    const auto bytes = statement_as_workbook(statement_of(made), made);
    const auto sheet = sheet::read_sheet(bytes);
    ASSERT_TRUE(sheet);
    EXPECT_THAT(sheet->names, ElementsAre("Position statement"));
    std::vector<std::string> lines;
    for (const auto& row : sheet->rows) lines.push_back(row.cells.at(0));
    EXPECT_THAT(lines, Contains("2 recommendations were outstanding on 31 March 2025."));
    EXPECT_THAT(lines, Contains("As it is known now, with what was recorded after that day"));
}

} // namespace
} // namespace openmasa::position
