#include "core/exchange/word.hpp"
#include "kernel/test_repository.hpp"
#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <utility>
#include <zip.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string file(const std::string& name) {
    std::ifstream in(in_repository("tests/fixtures/word/") + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), {}};
}

/// What the refusal says; it must stand under the field "file" and say what to do.
std::string refused(std::string_view bytes) {
    const auto document = word::read_word(bytes);
    if (document) return "(it was read)";
    const auto& problems = document.refusal().problems;
    EXPECT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].field, "file");
    EXPECT_THAT(problems[0].words, testing::EndsWith("."));
    EXPECT_THAT(problems[0].words, testing::Not(HasSubstr("please")));
    return problems[0].words;
}

std::string archive(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    EXPECT_EQ(zip_close(zip), 0);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(std::size_t(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

std::string docx(const std::string& body) {
    return archive({{"word/document.xml",
                     "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}});
}

std::string times(int count, const std::string& text) {
    std::string all;
    for (int at = 0; at < count; ++at) all += text;
    return all;
}

word::Document document(std::string_view bytes) {
    auto read = word::read_word(bytes);
    if (!read) {
        ADD_FAILURE() << read.refusal().problems[0].words;
        return {};
    }
    return std::move(read).value();
}

word::Table table(std::string_view bytes) {
    for (auto& block : document(bytes).blocks)
        if (const auto* found = std::get_if<word::Table>(&block)) return *found;
    ADD_FAILURE() << "no table";
    return {};
}

word::Paragraph paragraph(const std::string& xml) {
    auto read = document(docx(xml));
    if (read.blocks.empty()) return {};
    return std::get<word::Paragraph>(read.blocks.front());
}

std::string row(const word::Table& table, std::size_t number) {
    std::string text;
    const auto& cells = table.rows.at(number - 1).cells;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) text += " | ";
        text += cell.merged_from_above ? "^" : cell.text();
        if (cell.span > 1) text += " x" + std::to_string(cell.span);
    }
    return text;
}

// --- what a document says ------------------------------------------------------------------------

TEST(Word, Cells_merged_downwards_know_it_and_cells_merged_across_know_their_columns) {
    const auto merged = table(file("merged-cells.docx"));
    EXPECT_EQ(merged.columns, 4);
    EXPECT_EQ(row(merged, 1), "Owner: Neglect strategy group x4");
    EXPECT_EQ(row(merged, 4), "^ | Train school leads in the toolkit | ^ | ^");
    EXPECT_EQ(row(merged, 6), "^ | ^ | Chief Constable | Dec 2026");
    EXPECT_EQ(merged.rows[7].cells[2].column, 3);
}

TEST(Word, Old_horizontal_merges_count_as_one_cell) {
    const auto merged = table(docx(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>a</w:t>"
        "</w:r></w:p></w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>"
        "</w:tr></w:tbl>"));
    EXPECT_EQ(row(merged, 1), "a x2 | ");
}

TEST(Word, Lists_line_breaks_and_typed_bullets_are_lines) {
    const auto lists = table(file("lists-and-breaks.docx"));
    const auto& mapped = lists.rows[1].cells[1].lines;
    ASSERT_EQ(mapped.size(), 4u);
    EXPECT_EQ(mapped[0].mark, word::Mark::none);
    EXPECT_EQ(mapped[1].text, "walk through ten referrals");
    EXPECT_EQ(mapped[1].mark, word::Mark::bullet);
    EXPECT_EQ(mapped[1].typed_mark, "");
    EXPECT_EQ(lists.rows[2].cells[1].lines[1].mark, word::Mark::number);
    const auto& typed = lists.rows[3].cells[1].lines;
    EXPECT_EQ(typed[1].text, "letters to schools");
    EXPECT_EQ(typed[1].typed_mark, "\u2022");
    EXPECT_TRUE(typed[1].after_break);
    EXPECT_EQ(lists.rows[1].cells[2].text(), "30 Sep 2025\n31 Dec 2025\n31 Mar 2026");
}

TEST(Word, A_mark_is_a_bullet_only_where_it_can_be_one) {
    const auto text = [](const std::string& words) {
        const auto read = paragraph("<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>");
        return (read.is_list_item ? "bullet: " : "") + read.text;
    };
    EXPECT_EQ(text("\u2022Train"), "bullet: Train");
    EXPECT_EQ(text("- Train"), "bullet: Train");
    EXPECT_EQ(text("\u2013 Train"), "bullet: Train");
    EXPECT_EQ(text("* Train"), "bullet: Train");
    EXPECT_EQ(text("? Train"), "bullet: Train");
    EXPECT_EQ(text("o Train"), "bullet: Train");
    EXPECT_EQ(text("one family"), "one family");
    EXPECT_EQ(text("-5 degrees"), "-5 degrees");
    EXPECT_EQ(text("*Working Together*"), "*Working Together*");
    EXPECT_EQ(text("Why? Train"), "Why? Train");
}

TEST(Word, Tracked_changes_are_read_as_accepted) {
    const auto changed = table(file("tracked-changes.docx"));
    ASSERT_EQ(changed.rows.size(), 4u);
    EXPECT_EQ(row(changed, 2), "Recognise neglect early | Publish the toolkit | 31 Mar 2026");
    EXPECT_EQ(row(changed, 3), " | Train school leads | June 2026");
    EXPECT_EQ(row(changed, 4), " | Audit its use | Dec 2026");
}

TEST(Word, Content_controls_are_opened_and_their_placeholders_left_out) {
    const auto controls = table(file("content-controls.docx"));
    EXPECT_EQ(row(controls, 2), "Recognise neglect early | Publish the toolkit | 31 Mar 2026");
    EXPECT_EQ(row(controls, 3), " | Train school leads | ");
}

TEST(Word, A_table_in_a_cell_gives_the_cell_its_lines) {
    const auto outer = table(file("nested-tables.docx"));
    EXPECT_EQ(outer.rows[1].cells[1].text(),
              "Hold three briefings:\nfor schools\nfor health\nfor police");
}

TEST(Word, Fields_links_hidden_words_and_soft_hyphens_read_as_on_paper) {
    const auto print = table(file("small-print.docx"));
    EXPECT_EQ(row(print, 2),
              "Recognise neglect early | Publish the toolkit, see page 4 once | 31 Mar 2026");
}

TEST(Word, Heading_rows_that_repeat_on_every_page_are_told) {
    const auto repeated = table(file("repeated-headers.docx"));
    EXPECT_TRUE(repeated.rows[0].is_header);
    EXPECT_FALSE(repeated.rows[2].is_header);
}

TEST(Word, Headings_are_told_from_styles_based_on_others) {
    const auto read = document(file("tracked-changes.docx"));
    EXPECT_EQ(std::get<word::Paragraph>(read.blocks[0]).heading_level, 2);
}

TEST(Word, Outline_levels_make_headings_without_a_style) {
    EXPECT_EQ(paragraph("<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>a</w:t></w:r>"
                        "</w:p>")
                  .heading_level,
              3);
}

TEST(Word, Styles_based_on_each_other_do_not_hang) {
    const std::string styles =
        "<w:styles><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
        "<w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";
    const auto bytes = archive(
        {{"word/document.xml", "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>"
                               "<w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>"},
         {"word/styles.xml", styles}});
    EXPECT_EQ(std::get<word::Paragraph>(document(bytes).blocks.at(0)).heading_level, 0);
}

TEST(Word, Words_in_bold_before_others_are_kept_as_the_lead) {
    const auto cells = table(docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Front "
                                  "door</w:t></w:r><w:r><w:t> One door for all</w:t></w:r></w:p>"
                                  "</w:tc></w:tr></w:tbl>"));
    EXPECT_EQ(cells.rows[0].cells[0].lines[0].bold_lead, "Front door");
    EXPECT_EQ(cells.rows[0].cells[0].text(), "Front door One door for all");
}

TEST(Word, Stray_markdown_is_taken_off_and_other_stars_stay) {
    EXPECT_EQ(word::plain("**What difference?**"), "What difference?");
    EXPECT_EQ(word::plain("**Norfolk"), "Norfolk");
    EXPECT_EQ(word::plain("in *Working Together 2023*."), "in Working Together 2023.");
    EXPECT_EQ(word::plain("5 * 3 is 15*"), "5 * 3 is 15*");
}

TEST(Word, Another_prefix_for_the_same_names_is_understood) {
    const auto bytes = archive(
        {{"word/document.xml", "<ns0:document><ns0:body><ns0:p><ns0:r><ns0:t>a</ns0:t></ns0:r>"
                               "</ns0:p></ns0:body></ns0:document>"}});
    EXPECT_EQ(std::get<word::Paragraph>(document(bytes).blocks.at(0)).text, "a");
}

TEST(Word, Bytes_that_are_not_UTF_8_are_replaced_and_not_passed_on) {
    EXPECT_EQ(paragraph("<w:p><w:r><w:t>a\xFFz</w:t></w:r></w:p>").text, "a\uFFFDz");
}

// --- what is refused -----------------------------------------------------------------------------

TEST(Word_refusals, Each_kind_of_file_is_named) {
    using std::string_view_literals::operator""sv;
    EXPECT_EQ(refused("\x89PNG\r\n\x1A\n"sv),
              "This is a picture, not a Word file. Save the [plan] as .docx and "
              "choose it again.");
    EXPECT_THAT(refused("\xFF\xD8\xFF\xE0"sv), StartsWith("This is a picture"));
    EXPECT_THAT(refused("%PDF-1.7\n"), StartsWith("This is a PDF"));
    EXPECT_THAT(refused("<!DOCTYPE html><html>"), StartsWith("This is a web page"));
    EXPECT_THAT(refused("{\\rtf1\\ansi"), StartsWith("This is a Rich Text file"));
    EXPECT_THAT(refused("Objective,Action\n"), StartsWith("This is plain text"));
    EXPECT_THAT(refused(""), StartsWith("This file is empty"));
    EXPECT_THAT(refused("\0\1\2\3"sv), StartsWith("This is not a Word file"));
}

TEST(Word_refusals, A_protected_document_is_told_from_an_old_one) {
    EXPECT_EQ(refused(file("protected.docx")),
              "This Word file is protected by a password. Remove the password in Word (File, Info, "
              "Protect Document) and choose it again.");
    std::string old(1536, '\0');
    old.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (std::size_t at = 0; const char c : std::string_view("WordDocument"))
        old[1024 + 2 * at++] = c;
    EXPECT_THAT(refused(old), HasSubstr("old kind (.doc)"));
}

TEST(Word_refusals, Other_archives_are_named) {
    EXPECT_THAT(refused(archive({{"xl/workbook.xml", "<workbook/>"}})), HasSubstr("Excel"));
    EXPECT_THAT(refused(archive({{"ppt/presentation.xml", "<p/>"}})), HasSubstr("PowerPoint"));
    EXPECT_THAT(refused(archive({{"mimetype", "m"}, {"content.xml", "<c/>"}})),
                HasSubstr("OpenDocument"));
    EXPECT_THAT(refused(archive({{"holiday.txt", "sun"}})), HasSubstr("zip file without"));
}

TEST(Word_refusals, A_damaged_file_is_told) {
    const auto whole = file("tracked-changes.docx");
    EXPECT_THAT(refused(whole.substr(0, whole.size() / 2)), HasSubstr("damaged"));
    auto changed = whole;
    for (std::size_t at = 500; at < 600; ++at) changed[at] = char(changed[at] ^ 0x5A);
    EXPECT_THAT(refused(changed), HasSubstr("damaged"));
    EXPECT_THAT(refused(archive({{"word/document.xml", "<w:document><w:body>"}})),
                HasSubstr("damaged"));
}

TEST(Word_refusals, A_document_of_another_kind_in_the_right_place_is_told) {
    EXPECT_THAT(refused(archive({{"word/document.xml", "<svg/>"}})),
                HasSubstr("no Word document in it"));
}

TEST(Word_refusals, Three_hundred_columns_are_too_many_however_they_come_about) {
    EXPECT_EQ(refused(file("300-columns.docx")),
              "A table in this Word file has 300 columns, and up to 200 can be read. Take out the "
              "columns that are not part of the [plan] and choose it again.");
    EXPECT_THAT(refused(docx("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"300\"/></w:tcPr>"
                             "</w:tc></w:tr></w:tbl>")),
                HasSubstr("300 columns"));
    EXPECT_THAT(refused(docx("<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr>"
                             "<w:tc/></w:tr></w:tbl>")),
                HasSubstr("columns"));
}

TEST(Word_refusals, Twenty_thousand_rows_are_read_and_one_more_is_not) {
    const std::string one = "<w:tr><w:tc><w:p/></w:tc></w:tr>";
    EXPECT_EQ(table(docx("<w:tbl>" + times(20'000, one) + "</w:tbl>")).rows.size(), 20'000u);
    EXPECT_THAT(refused(docx("<w:tbl>" + times(20'001, one) + "</w:tbl>")), HasSubstr("20,000"));
}

TEST(Word_refusals, A_small_file_that_unpacks_to_a_huge_one_is_not_unpacked) {
    const std::string bomb = docx("<w:p>" + std::string(60u << 20, ' ') + "</w:p>");
    ASSERT_LT(bomb.size(), 200'000u);
    EXPECT_THAT(refused(bomb), HasSubstr("unpacks to far more"));
}

TEST(Word_refusals, An_archive_that_declares_less_than_it_holds_is_not_believed) {
    std::string bomb = docx("<w:p>" + std::string(70u << 20, ' ') + "</w:p>");
    // The size in the directory of the archive: 24 bytes after its signature. APPNOTE.TXT 4.3.12.
    const auto directory = bomb.rfind("PK\x01\x02");
    ASSERT_NE(directory, bomb.npos);
    bomb.replace(directory + 24, 4, std::string("\xE8\x03\0\0", 4));
    EXPECT_THAT(refused(bomb),
                testing::AnyOf(HasSubstr("unpacks to far more"), HasSubstr("damaged")));
}

TEST(Word_refusals, Nesting_without_end_is_refused_before_it_is_followed) {
    EXPECT_THAT(refused(docx(times(100'000, "<w:sdt>"))), HasSubstr("damaged"));
    EXPECT_THAT(refused(docx(times(100'000, "<w:p>") + times(100'000, "</w:p>"))),
                HasSubstr("far too complicated"));
}

TEST(Word_refusals, Entities_are_not_expanded) {
    const std::string laughs =
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        "<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    const auto read = document(archive({{"word/document.xml", laughs}}));
    EXPECT_EQ(std::get<word::Paragraph>(read.blocks.at(0)).text, "&b;");
}

TEST(Word_refusals, Twenty_five_megabytes_are_refused_at_once) {
    const std::string large(25u << 20, 'x');
    const auto start = std::chrono::steady_clock::now();
    const std::string words = refused(large);
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_THAT(words, StartsWith("This file is 25 MB, and [a plan] can be up to 20 MB."));
    EXPECT_LT(took, std::chrono::milliseconds(50));
}

} // namespace
} // namespace openmasa
