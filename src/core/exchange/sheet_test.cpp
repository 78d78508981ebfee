#include "core/exchange/sheet.hpp"
#include "core/exchange/sheet_record.hpp"
#include "core/exchange/test_workbook.hpp"
#include "core/exchange/xlsx_cells.hpp"
#include <gtest/gtest.h>

namespace openmasa::sheet {
namespace {

using Cells = std::vector<std::string>;

Sheet read(std::string_view bytes) {
    auto sheet = read_sheet(bytes);
    if (!sheet) ADD_FAILURE() << sheet.refusal().problems.front().words;
    return sheet ? std::move(*sheet) : Sheet{};
}

std::string why_not(std::string_view bytes) {
    const auto sheet = read_sheet(bytes);
    return sheet ? "" : sheet.refusal().problems.front().words;
}

TEST(Sheet, Reads_csv_with_commas_semicolons_or_tabs) {
    for (const std::string_view text :
         {"name,sector\nA,Health\n", "name;sector\r\nA;Health\r\n", "name\tsector\nA\tHealth\n",
          "sep=;\r\nname;sector\r\nA;Health", "\xEF\xBB\xBF\"name\",\"sector\"\n\"A\",Health\n"}) {
        const auto sheet = read(text);
        EXPECT_EQ(sheet.names, (Cells{"name", "sector"})) << text;
        ASSERT_EQ(sheet.rows.size(), 1u) << text;
        EXPECT_EQ(sheet.rows[0].cells, (Cells{"A", "Health"})) << text;
    }
}

TEST(Sheet, Reads_the_encodings_that_spreadsheets_save) {
    EXPECT_EQ(read("name,b\nQueen\x92s \x96 Lynn,x\n").rows[0].cells[0],
              "Queen\u2019s \u2013 Lynn");
    EXPECT_EQ(read("name,b\nCaf\u00e9,x\n").rows[0].cells[0], "Caf\u00e9");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string_view("name\tb\nA\tx\n")) wide += {c, '\0'};
    EXPECT_EQ(read(wide).rows[0].cells, (Cells{"A", "x"}));
}

TEST(Sheet, Counts_lines_over_quoted_line_breaks_and_leaves_blank_ones_out) {
    const auto sheet = read("name,b\n\"one\ntwo\",1\n\n,\nthree,2\n");
    ASSERT_EQ(sheet.rows.size(), 2u);
    EXPECT_EQ(sheet.rows[0].cells[0], "one\ntwo");
    EXPECT_EQ(sheet.rows[0].number, 2);
    EXPECT_EQ(sheet.rows[1].number, 6);
}

TEST(Sheet, The_apostrophe_that_guards_a_formula_is_taken_off_and_no_other) {
    const auto sheet = read("name,b\n'=1+1,'tis\n''quoted,x\n");
    EXPECT_EQ(sheet.rows[0].cells, (Cells{"=1+1", "'tis"}));
    EXPECT_EQ(sheet.rows[1].cells[0], "'quoted");
}

TEST(Sheet, A_row_with_more_cells_than_names_is_a_fault_of_that_row) {
    const auto sheet = read("name,b\nA,1,2\nB,1\n");
    ASSERT_EQ(sheet.faults.size(), 1u);
    EXPECT_EQ(sheet.faults[0].row, 2);
    EXPECT_EQ(sheet.rows.size(), 2u);
}

TEST(Sheet, Reads_json_with_numbers_yes_and_nothing) {
    const auto sheet = read(R"([{"name": "A", "steps": 3}, {"name": null, "funds": true}])");
    EXPECT_EQ(sheet.names, (Cells{"name", "steps", "funds"}));
    EXPECT_EQ(sheet.rows[0].cells, (Cells{"A", "3", ""}));
    EXPECT_EQ(sheet.rows[1].cells, (Cells{"", "", "yes"}));
    EXPECT_EQ(read(R"([{"name": ["A"], "b": 1}])").faults.size(), 1u);
}

TEST(Sheet, Refuses_what_is_no_table_and_says_what_to_do) {
    EXPECT_NE(why_not("").find("empty"), std::string::npos);
    EXPECT_NE(why_not("%PDF-1.7").find("PDF"), std::string::npos);
    EXPECT_NE(why_not("PK\x03\x04 cut short").find("damaged"), std::string::npos);
    EXPECT_NE(why_not("name,b\n\"open,1\n").find("line 2"), std::string::npos);
    EXPECT_NE(why_not("name,name\nA,B\n").find("Two columns"), std::string::npos);
    EXPECT_NE(why_not("[1, 2]").find("list of rows"), std::string::npos);
    EXPECT_NE(why_not("[{\"a\": }]").find("character"), std::string::npos);
    EXPECT_NE(why_not(std::string("\0\1\2", 3)).find("no spreadsheet"), std::string::npos);
}

TEST(Sheet, Reads_a_workbook_with_titles_hidden_rows_merged_cells_and_every_kind_of_cell) {
    TestWorkbook book;
    book.shared = R"(<si><t>Norfolk</t></si><si><r><t>Health </t></r><r><t>care</t></r></si>)";
    book.rows = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Agencies 2026</t></is></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>name</t></is></c><c r="B3" t="str"><v>sector</v></c><c r="C3" t="inlineStr"><is><t>from</t></is></c><c r="D3" t="inlineStr"><is><t>funds</t></is></c></row>
<row r="4" hidden="1"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c><c r="C4" s="1"><v>45000</v></c><c r="D4" t="b"><v>1</v></c></row>
<row r="6"><c r="A6" t="inlineStr"><is><t>_x0041_ &amp; b</t></is></c><c r="C6"><v>0.1</v></c><c r="D6" t="e"><v>#N/A</v></c></row>)";
    book.after = R"(<mergeCells count="1"><mergeCell ref="B4:B6"/></mergeCells>)";
    const auto sheet = read(book.bytes());
    EXPECT_EQ(sheet.names, (Cells{"name", "sector", "from", "funds"}));
    ASSERT_EQ(sheet.rows.size(), 2u);
    EXPECT_EQ(sheet.rows[0].cells, (Cells{"Norfolk", "Health care", "2023-03-15", "yes"}));
    EXPECT_EQ(sheet.rows[1].cells, (Cells{"A & b", "Health care", "0.1", ""}));
    EXPECT_EQ(sheet.rows[1].number, 6);
    ASSERT_EQ(sheet.faults.size(), 1u);
    EXPECT_NE(sheet.faults[0].words.find("#N/A"), std::string::npos);
    ASSERT_EQ(sheet.remarks.size(), 1u);
    EXPECT_NE(sheet.remarks[0].find("1 row is hidden"), std::string::npos);
}

TEST(Sheet, A_workbook_that_declares_a_document_type_or_breaks_off_is_refused) {
    TestWorkbook book;
    book.before =
        R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>)";
    book.rows = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>)";
    EXPECT_NE(why_not(book.bytes()).find("damaged"), std::string::npos);
    TestWorkbook cut;
    cut.rows = "<row r=\"1\"><c r=\"A1\"><v>1</v>";
    EXPECT_NE(why_not(cut.bytes()).find("damaged"), std::string::npos);
}

TEST(Sheet, A_workbook_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked) {
    TestWorkbook book;
    book.rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + std::string(40u << 20, 'a') +
                "</t></is></c></row>";
    EXPECT_NE(why_not(book.bytes()).find("unpacks"), std::string::npos);
}

TEST(Sheet, Days_count_from_both_epochs) {
    EXPECT_EQ(xlsx::day_of_serial(1, false), "1900-01-01");
    EXPECT_EQ(xlsx::day_of_serial(59, false), "1900-02-28");
    EXPECT_EQ(xlsx::day_of_serial(60, false), std::nullopt);
    EXPECT_EQ(xlsx::day_of_serial(61, false), "1900-03-01");
    EXPECT_EQ(xlsx::day_of_serial(45'000, false), "2023-03-15");
    EXPECT_EQ(xlsx::day_of_serial(43'538, true), "2023-03-15");
    EXPECT_EQ(xlsx::day_of_serial(2'958'466, false), std::nullopt);
}

TEST(Sheet, Formats_of_days_are_told_from_others) {
    for (const auto* code : {"dd/mm/yyyy", "[$-809]d mmmm yyyy;@", "yyyy\\-mm\\-dd"})
        EXPECT_TRUE(xlsx::is_format_of_days(code)) << code;
    for (const auto* code : {"0.00", "hh:mm", "\"day\" 0", "[Red]0", "0;\"d\"", "General"})
        EXPECT_FALSE(xlsx::is_format_of_days(code)) << code;
}

TEST(Sheet, What_is_kept_of_an_upload_reads_back_the_same) {
    auto sheet = read("name,b\n\"=x \u05d0\n\",1\nB,2,3\n");
    sheet.remarks.emplace_back("A remark");
    const auto again = sheet_from_record(record_of(sheet));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->names, sheet.names);
    ASSERT_EQ(again->rows.size(), sheet.rows.size());
    EXPECT_EQ(again->rows[0].cells, sheet.rows[0].cells);
    EXPECT_EQ(again->rows[1].number, sheet.rows[1].number);
    EXPECT_EQ(again->faults.size(), sheet.faults.size());
    EXPECT_EQ(again->remarks, sheet.remarks);
    EXPECT_FALSE(sheet_from_record("{}"));
}

} // namespace
} // namespace openmasa::sheet
