#include "plan/documents/report_word.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "web/ui/marks.hpp"
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

using documents::WordFile;
using documents::WordParagraph;
using documents::WordRun;
using documents::WordTable;

void add(WordFile& file, std::string style, std::string words) {
    file.blocks.push_back(WordParagraph{std::move(style), {{.text = std::move(words)}}});
}

void add_cover(WordFile& file, const CoveringWords& cover) {
    if (!cover.words.empty()) add(file, "", cover.words);
    if (!cover.asks.empty())
        file.blocks.push_back(WordParagraph{
            "", {{.text = "Asked of the partners: ", .bold = true}, {.text = cover.asks}}});
    add(file, "Quiet", fmt::format("{}, {}", cover.who, spoken_long(london_day(cover.at))));
}

void add_purpose(WordFile& file, const ReportFacts& facts) {
    add(file, "Heading2", "What it is for");
    std::vector<std::string> titles;
    for (const auto& objective : facts.objectives) titles.push_back(one_line(objective.title));
    if (!titles.empty()) add(file, "", join(titles, "; ") + ".");
    for (const auto line : split(facts.section.difference, '\n'))
        if (!trimmed(line).empty()) add(file, "ListBullet", one_line(line));
    for (const auto& one : plan::impact_statements(facts.section))
        file.blocks.push_back(WordParagraph{"",
                                            {{.text = fmt::format("{}: ", one.name), .bold = true},
                                             {.text = std::string(one.words)}}});
}

/// Between the margins (core/documents/word_file.hpp).
constexpr int width_of_a_page = 10'206;

/// One row of numbers, each under what it counts.
void add_numbers(WordFile& file, const ReportFacts& facts) {
    WordTable table{.described = "How the actions stand", .widths = {}, .rows = {}};
    documents::WordRow heads{.is_header = true}, numbers;
    const auto add_column = [&](std::string_view head, int number) {
        heads.cells.push_back({.paragraphs = {{"", {{.text = std::string(head)}}}}});
        numbers.cells.push_back({.paragraphs = {{"", {{.text = std::to_string(number)}}}}});
    };
    add_column("Actions", facts.tally.actions);
    for (const auto standing : ui::standings_in_bars)
        add_column(spoken(standing), facts.tally.of(standing));
    table.widths.assign(heads.cells.size(), width_of_a_page / int(heads.cells.size()));
    table.rows = {std::move(heads), std::move(numbers)};
    add(file, "Heading2", "How it is doing");
    file.blocks.emplace_back(std::move(table));
}

void add_item(WordFile& file, const ReportItem& item, const std::string& site) {
    WordParagraph paragraph{"ListBullet", {}};
    paragraph.runs.push_back(
        {.text = fmt::format("{} {}", item.reference, item.title),
         .link = site.empty() ? "" : fmt::format("{}/actions/{}", site, item.action.view())});
    paragraph.runs.push_back({.text = ": " + item.says, .bold = true});
    if (!item.owner.empty()) paragraph.runs.push_back({.text = " \u00B7 " + item.owner});
    for (const auto& line : item.more)
        paragraph.runs.push_back({.text = "\n" + line, .style = "QuietWords"});
    file.blocks.emplace_back(std::move(paragraph));
}

void add_part(WordFile& file, const ReportPart& part, const std::string& site) {
    add(file, "Heading2", part.heading);
    if (part.items.empty()) return add(file, "", part.nothing);
    for (const auto& item : part.items) add_item(file, item, site);
    if (const auto left = part.in_all - int(part.items.size()); left > 0)
        add(file, "Quiet", fmt::format("And {} more.", left));
}

std::string facts_line(const ReportFacts& facts) {
    std::vector<std::string> line{facts.plan.title};
    if (!facts.reference.empty()) line.push_back(facts.reference);
    line.push_back(facts.section.owner_name ? "Owner " + *facts.section.owner_name : "No owner");
    if (!facts.section.chair.empty()) line.push_back("Chair " + facts.section.chair);
    line.push_back(fmt::format("{} to {}", spoken(facts.since), spoken(facts.today)));
    return join(line, " \u00B7 ");
}

} // namespace

WordFile report_as_word(const ReportFacts& facts, const std::string& site) {
    WordFile file{.title = "Highlight report: " + facts.section.name,
                  .author = facts.partnership,
                  .made = facts.made};
    file.footer = facts.section.name;
    add(file, "Quiet", facts.partnership + " \u00B7 Highlight report");
    add(file, "Title", facts.section.name);
    add(file, "Quiet", facts_line(facts));
    if (facts.cover) add_cover(file, *facts.cover);
    add_numbers(file, facts);
    add_purpose(file, facts);
    for (const auto& part : parts_of(facts)) add_part(file, part, site);
    return file;
}

} // namespace openmasa::plan_documents
