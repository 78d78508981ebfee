#include "plan/position/documents.hpp"
#include "core/exchange/xlsx_out.hpp"
#include <fmt/format.h>
#include <numeric>

namespace openmasa::position {
namespace {

using documents::WordFile;
using documents::WordParagraph;
using documents::WordRow;
using documents::WordTable;

// --- Word ---------------------------------------------------------------------------------------

/// Between the margins of an upright page (core/documents/word_file.hpp).
constexpr int width_of_a_page = 10'206;

void add(WordFile& file, std::string style, std::string words) {
    file.blocks.push_back(WordParagraph{std::move(style), {{.text = std::move(words)}}});
}

/// The records as at the day: tomorrow they may be others.
std::string link_to(const Cell& cell, const std::string& site, Day day) {
    if (site.empty() || cell.href.empty()) return {};
    const bool has_query = cell.href.find('?') != cell.href.npos;
    return fmt::format("{}{}{}as-at={}", site, cell.href, has_query ? '&' : '?', iso(day));
}

documents::WordCell word_cell(const Cell& cell, Line::Is is, std::string link) {
    WordParagraph paragraph;
    paragraph.runs.push_back({.text = (is == Line::Is::part ? "    " : "") + cell.words,
                              .bold = is == Line::Is::sum,
                              .link = std::move(link)});
    if (!cell.more.empty())
        paragraph.runs.push_back({.text = "\n" + cell.more, .style = "QuietWords"});
    return {.paragraphs = {std::move(paragraph)}};
}

/// Words need more room than figures.
std::vector<int> widths_of(const Table& table) {
    std::vector<int> shares;
    for (const auto& head : table.heads) shares.push_back(head.is_number ? 3 : 4);
    shares.front() = table.heads.back().is_number ? 6 : 4;
    const auto all = std::accumulate(shares.begin(), shares.end(), 0);
    for (auto& share : shares) share = width_of_a_page * share / all;
    return shares;
}

WordTable word_table(const Table& table, const std::string& site, Day day) {
    WordTable made{.described = table.caption, .widths = widths_of(table), .rows = {}};
    WordRow heads{.is_header = true};
    for (const auto& head : table.heads)
        heads.cells.push_back({.paragraphs = {{"", {{.text = head.words}}}}});
    made.rows.push_back(std::move(heads));
    for (const auto& line : table.lines) {
        WordRow row;
        for (std::size_t at = 0; at < line.cells.size(); ++at) {
            const auto& cell = line.cells[at];
            const auto is = line.is == Line::Is::part && at > 0 ? Line::Is::itself : line.is;
            row.cells.push_back(word_cell(cell, is, cell.number ? "" : link_to(cell, site, day)));
        }
        made.rows.push_back(std::move(row));
    }
    return made;
}

void add_part(WordFile& file, const Part& part, const StatementFacts& facts,
              const std::string& site) {
    add(file, "Heading2", part.heading);
    for (const auto& sentence : part.sentences) add(file, "", sentence);
    if (part.table) file.blocks.emplace_back(word_table(*part.table, site, facts.position.now));
    if (part.left_out > 0)
        add(file, "Quiet",
            fmt::format("And {} more; the workbook has all of them.", part.left_out));
    for (const auto& note : part.notes) add(file, "Quiet", note);
}

// --- the workbook -------------------------------------------------------------------------------

void write_lines(xlsx::Workbook& book, const Statement& statement, const StatementFacts& facts) {
    const xlsx::ColumnLook column{.head = statement.title, .width = 90, .wraps = true};
    book.begin_sheet("Position", {&column, 1});
    const auto say = [&](std::string_view words) {
        book.words(words);
        book.end_row();
    };
    for (const auto& line : document_lines(facts)) say(line);
    say(statement.headline);
    for (const auto& sentence : statement.sentences) say(sentence.words);
    for (const auto& part : statement.parts) {
        say("");
        say(part.heading);
        for (const auto& sentence : part.sentences) say(sentence);
        for (const auto& note : part.notes) say(note);
    }
}

void write_cell(xlsx::Workbook& book, const Cell& cell, bool with_more) {
    if (cell.number)
        book.number(*cell.number);
    else if (cell.day)
        book.day(*cell.day);
    else
        book.words(cell.words);
    if (with_more) book.words(cell.more);
}

/// A second line has a column of its own.
void write_table(xlsx::Workbook& book, const Part& part) {
    const auto& table = *part.table;
    std::vector<xlsx::ColumnLook> looks;
    std::vector<bool> with_more;
    for (std::size_t at = 0; at < table.heads.size(); ++at) {
        const auto& head = table.heads[at];
        looks.push_back({.head = head.words, .width = head.is_number ? 16.0 : 40.0});
        with_more.push_back(!head.more.empty());
        if (with_more.back()) looks.push_back({.head = head.more, .width = 24});
    }
    book.begin_sheet(part.sheet, looks);
    for (const auto& line : table.lines) {
        for (std::size_t at = 0; at < line.cells.size(); ++at)
            write_cell(book, line.cells[at], with_more[at]);
        book.end_row();
    }
}

} // namespace

std::vector<std::string> document_lines(const StatementFacts& facts) {
    std::vector<std::string> lines;
    if (!facts.partnership.empty()) lines.push_back(facts.partnership);
    lines.push_back(fmt::format("From {} to {}", spoken_long(facts.position.then),
                                spoken_long(facts.position.now)));
    if (facts.as_known_then)
        lines.emplace_back("As it was known at the end of that day");
    else if (facts.is_past)
        lines.emplace_back("As it is known now, with what was recorded after that day");
    else
        lines.push_back("As it is known on " + spoken_long(london_day(facts.made)));
    return lines;
}

WordFile statement_as_word(const Statement& statement, const StatementFacts& facts,
                           const std::string& site) {
    WordFile file{.title = statement.title, .author = facts.partnership, .made = facts.made};
    file.footer = fmt::format("{}, {}", statement.title, spoken_long(facts.position.now));
    add(file, "Title", statement.title);
    for (const auto& line : document_lines(facts)) add(file, "Quiet", line);
    file.blocks.push_back(WordParagraph{"", {{.text = statement.headline, .bold = true}}});
    for (const auto& sentence : statement.sentences) add(file, "", sentence.words);
    for (const auto& part : statement.parts) add_part(file, part, facts, site);
    return file;
}

std::string statement_as_workbook(const Statement& statement, const StatementFacts& facts) {
    xlsx::Workbook book;
    write_lines(book, statement, facts);
    for (const auto& part : statement.parts)
        if (part.table) write_table(book, part);
    std::string bytes;
    book.finish([&](std::string_view piece) { bytes += piece; });
    return bytes;
}

std::string file_name(const StatementFacts& facts, std::string_view extension) {
    return fmt::format("position-{}.{}", iso(facts.position.now), extension);
}

} // namespace openmasa::position
