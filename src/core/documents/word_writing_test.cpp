#include "core/documents/word_file.hpp"
#include "core/exchange/word.hpp"
#include "core/exchange/word_archive.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::documents {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

word::Document read(const WordFile& file) {
    auto document = word::read_word(write_word(file));
    if (document) return std::move(document).value();
    ADD_FAILURE() << document.refusal().problems.at(0).words;
    return {};
}

/// A part of the file as it is written.
std::string part(const WordFile& file, const std::string& name) {
    const std::string bytes = write_word(file);
    auto archive = word::Archive::open(bytes);
    if (!archive) return "(no archive)";
    auto text = archive->read(name);
    return text ? *text : "(no part)";
}

WordFile with(WordBlock block) {
    WordFile file{.title = "Plan", .author = "Partnership"};
    file.blocks.push_back(std::move(block));
    return file;
}

WordCell cell(std::string words, WordCell::Reach reach = WordCell::Reach::one_row) {
    return {.paragraphs = {{"", {{.text = std::move(words)}}}}, .reach = reach};
}

TEST(Word_file, What_is_written_is_read_again) {
    WordFile file{.title = "Plan", .author = "Partnership"};
    file.blocks.push_back(WordParagraph{"Title", {{.text = "The <plan> & \"more\""}}});
    file.blocks.push_back(WordParagraph{"Heading2", {{.text = "Neglect"}}});
    file.blocks.push_back(WordParagraph{"ListBullet", {{.text = "Children are safer"}}});
    const auto document = read(file);
    ASSERT_EQ(document.blocks.size(), 3u);
    const auto& title = std::get<word::Paragraph>(document.blocks[0]);
    EXPECT_EQ(title.text, "The <plan> & \"more\"");
    EXPECT_TRUE(title.is_title);
    EXPECT_EQ(std::get<word::Paragraph>(document.blocks[1]).heading_level, 2);
    EXPECT_TRUE(std::get<word::Paragraph>(document.blocks[2]).is_list_item);
}

TEST(Word_file, A_table_repeats_its_header_and_its_cells_reach_down) {
    using enum WordCell::Reach;
    WordTable table{.described = "Actions", .widths = {3000, 4000}};
    table.rows.push_back({.cells = {cell("Objective"), cell("Action")}, .is_header = true});
    table.rows.push_back({.cells = {cell("Prevent", starts), cell("Train")}});
    table.rows.push_back({.cells = {{.reach = goes_on}, cell("Listen")}});
    const auto document = read(with(table));
    const auto& seen = std::get<word::Table>(document.blocks.at(0));
    ASSERT_EQ(seen.rows.size(), 3u);
    EXPECT_TRUE(seen.rows[0].is_header);
    EXPECT_FALSE(seen.rows[1].is_header);
    EXPECT_FALSE(seen.rows[1].cells[0].merged_from_above);
    EXPECT_TRUE(seen.rows[2].cells[0].merged_from_above);
    EXPECT_EQ(seen.rows[2].cells[1].text(), "Listen");
    EXPECT_THAT(part(with(table), "word/document.xml"),
                HasSubstr(R"(<w:tblW w:w="7000" w:type="dxa"/>)"));
}

TEST(Word_file, Words_of_a_style_of_our_own_are_read_exactly_as_they_stand) {
    const std::string hostile = "- **not** a bullet\t\u00AD\u200B x  y\n\n* \u2022 o 1. <b>&amp;";
    WordFile file = with(WordParagraph{"Own", {{.text = hostile}}});
    EXPECT_NE(std::get<word::Paragraph>(read(file).blocks.at(0)).text, hostile);
    file.styles = {{WordStyle::Of::paragraph, "Own", "OpenMASA words", "Normal"}};
    const auto read_again = std::get<word::Paragraph>(read(file).blocks.at(0));
    EXPECT_EQ(read_again.text, hostile);
    EXPECT_EQ(read_again.style, "words");
}

TEST(Word_file, What_is_said_around_words_of_our_own_is_none_of_them) {
    WordFile file = with(
        WordParagraph{"Own", {{.text = "Owner: ", .style = "Said"}, {.text = "Constabulary"}}});
    file.styles = {{WordStyle::Of::paragraph, "Own", "OpenMASA owner", "Normal"},
                   {WordStyle::Of::words, "Said", "OpenMASA label", "QuietWords"}};
    EXPECT_EQ(std::get<word::Paragraph>(read(file).blocks.at(0)).text, "Constabulary");
}

TEST(Word_file, Words_that_run_from_the_right_are_said_to_and_others_are_not) {
    const auto xml_of = [](const char* words) {
        return part(with(WordParagraph{"", {{.text = words}}}), "word/document.xml");
    };
    EXPECT_THAT(xml_of("1. \u05E9\u05DC\u05D5\u05DD world"), HasSubstr("<w:bidi/>"));
    EXPECT_THAT(xml_of("\u0633\u0644\u0627\u0645"), HasSubstr("<w:rtl/>"));
    for (const auto* words : {"Peace \u05E9\u05DC\u05D5\u05DD", "\u00C9t\u00E9", "\u2022 12", ""})
        EXPECT_THAT(xml_of(words), Not(HasSubstr("<w:bidi/>"))) << words;
}

TEST(Word_file, A_link_leads_where_it_says_and_nothing_else_is_outside_the_file) {
    const auto file = with(WordParagraph{
        "", {{.text = "3 late", .link = "https://masa.example.org/a?due=late&x=\"1\""}}});
    const auto relations = part(file, "word/_rels/document.xml.rels");
    EXPECT_THAT(relations,
                HasSubstr("Target=\"https://masa.example.org/a?due=late&amp;x=&quot;1&quot;\""));
    EXPECT_THAT(part(file, "word/document.xml"), HasSubstr(R"(<w:hyperlink r:id="link1">)"));
}

TEST(Word_file, What_xml_cannot_hold_does_not_break_the_file) {
    const auto document = read(with(WordParagraph{"", {{.text = "a\x01\xEF\xBF\xBF\xFF z"}}}));
    EXPECT_EQ(std::get<word::Paragraph>(document.blocks.at(0)).text, "a\uFFFD\uFFFD z");
}

TEST(Word_file, The_same_document_is_the_same_bytes) {
    auto file = with(WordParagraph{"", {{.text = "Words"}}});
    file.made = *moment_from_iso("2026-01-22T10:42:00.000Z");
    EXPECT_EQ(write_word(file), write_word(file));
}

TEST(Word_file, Its_properties_say_what_it_is_and_when_it_was_made) {
    WordFile file{.title = "A & B", .author = "Partnership", .made = Moment{}};
    const auto properties = part(file, "docProps/core.xml");
    EXPECT_THAT(properties, HasSubstr("<dc:title>A &amp; B</dc:title>"));
    EXPECT_THAT(properties, HasSubstr(">1970-01-01T00:00:00Z<"));
}

} // namespace
} // namespace openmasa::documents
