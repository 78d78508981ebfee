#include "plan/imports/headings.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <array>
#include <span>

namespace openmasa::imports {
namespace {

constexpr std::size_t longest_heading = 120;

template<std::size_t count>
bool starts_with_any(std::string_view text, const std::array<std::string_view, count>& phrases) {
    const std::string words = normalised(text);
    return std::ranges::any_of(
        phrases, [&](std::string_view phrase) { return words_start_with(words, phrase); });
}

constexpr std::array<std::string_view, 8> owner_labels{
    "owner", "lead",           "sponsor", "senior responsible owner",
    "sro",   "strategic lead", "led by",  "responsible group"};
constexpr std::array<std::string_view, 5> chair_labels{"chair", "chairs", "co chairs", "co chair",
                                                       "chaired by"};

/// Headings that stand above every section's table and name none.
constexpr std::array<std::string_view, 13> headings_that_name_nothing{
    "objectives", "actions",      "action",  "action plan", "delivery plan",
    "work plan",  "what we will", "how we",  "how will",    "what will",
    "outcomes",   "measures",     "progress"};

/// A heading of an objective within a section: "Objective 2.1: ...", "Aim: ...".
bool names_an_objective(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kinds{"objective", "aim", "goal", "outcome"};
    return starts_with_any(text, kinds);
}

bool may_be_a_heading(const word::Paragraph& paragraph) {
    Officers officers;
    return paragraph.text.size() <= longest_heading && !paragraph.is_list_item &&
           !ends_sentence(paragraph.text) && !read_officer(paragraph.text, officers);
}

/// Bold lines count as the lowest heading: they are what people write where they know no styles.
constexpr int bold_level = 10;

struct Heading {
    enum class Kind { section, objective, names_nothing };
    std::string words;
    /// Its block, counted from 1.
    std::size_t at = 0;
    int level = 0;
    Kind kind = Kind::section;
};

int level_of(const word::Paragraph& paragraph) {
    if (paragraph.heading_level > 0) return paragraph.heading_level;
    return paragraph.is_bold && may_be_a_heading(paragraph) ? bold_level : 0;
}

Heading::Kind kind_of(std::string_view words) {
    if (starts_with_any(words, headings_that_name_nothing)) return Heading::Kind::names_nothing;
    return names_an_objective(words) ? Heading::Kind::objective : Heading::Kind::section;
}

std::string words_of_paragraph(const word::Paragraph& paragraph) {
    return one_line(word::plain(paragraph.text));
}

std::vector<Heading> read_headings(const word::Document& document) {
    std::vector<Heading> headings;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const auto* paragraph = std::get_if<word::Paragraph>(&document.blocks[at]);
        const int level = paragraph == nullptr ? 0 : level_of(*paragraph);
        if (level == 0) continue;
        std::string words = words_of_paragraph(*paragraph);
        if (words.empty() || asks_what_difference(words)) continue;
        const auto kind = kind_of(words);
        headings.push_back({std::move(words), at + 1, level, kind});
    }
    return headings;
}

/// How far up a heading is looked for; no section has more headings within it.
constexpr std::ptrdiff_t most_headings_up = 200;
/// And a line that may be one, where there are no headings.
constexpr std::size_t most_lines_up = 20;

struct Above {
    const Heading* section = nullptr;
    const Heading* objective = nullptr;
    const Heading* names_nothing = nullptr;
};

/// Looks upwards through the headings above a table until one names the section.
Above look_up(std::span<const Heading> headings) {
    Above above;
    const auto end = std::min(std::ssize(headings), most_headings_up);
    for (std::ptrdiff_t up = 0; up < end && !above.section; ++up) {
        const Heading& here = headings[headings.size() - 1 - std::size_t(up)];
        if (here.kind == Heading::Kind::names_nothing)
            above.names_nothing = above.names_nothing ? above.names_nothing : &here;
        else if (here.kind == Heading::Kind::objective)
            above.objective = above.objective ? above.objective : &here;
        else if (!above.objective || here.level < above.objective->level)
            above.section = &here;
    }
    return above;
}

Heading line_above(const word::Document& document, std::size_t table) {
    for (std::size_t up = 1; up <= std::min(table, most_lines_up); ++up) {
        const std::size_t at = table - up;
        const auto* paragraph = std::get_if<word::Paragraph>(&document.blocks[at]);
        if (paragraph == nullptr) break;
        if (may_be_a_heading(*paragraph) && !asks_what_difference(paragraph->text))
            return {.words = words_of_paragraph(*paragraph), .at = at + 1};
    }
    return {.words = "Plan"};
}

Setting name_setting(const Above& above, const Heading& line) {
    Setting setting;
    const Heading& chosen = above.section         ? *above.section
                            : above.names_nothing ? *above.names_nothing
                            : above.objective     ? *above.objective
                                                  : line;
    setting.is_guessed = chosen.level == 0 || chosen.level == bold_level;
    if (above.objective && above.objective != &chosen) setting.objective = above.objective->words;
    setting.key = chosen.at;
    setting.heading = name_and_remark(chosen.words);
    return setting;
}

/// Reads what stands between the section's heading, or the table before, and the table.
void read_between(std::span<const word::Block> blocks, Setting& setting) {
    bool in_difference = false;
    for (const auto& block : blocks) {
        const auto* paragraph = std::get_if<word::Paragraph>(&block);
        if (paragraph == nullptr) continue;
        const std::string words = words_of_paragraph(*paragraph);
        if (words.empty()) continue;
        if (asks_what_difference(words)) {
            in_difference = true;
        } else if (paragraph->heading_level > 0) {
            in_difference = false;
        } else if (!read_officer(words, setting.officers) && in_difference &&
                   !is_lead_line(words)) {
            setting.difference.push_back(words);
        }
    }
}

bool has_heading_between(std::span<const Heading> above, std::size_t last_table) {
    return !above.empty() && above.back().at > last_table;
}

// --- the front of the document ------------------------------------------------------------------

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text) {
    return std::size_t(std::ranges::find_if_not(text, is_digit) - text.begin());
}

/// "2025-26" from "2025 - 26", "2025/2026", "2025 to 2028"; empty if the text has none.
std::string period_in(std::string_view text) {
    static constexpr std::array<std::string_view, 5> between{"-", "/", "\u2013", "\u2014", "to "};
    for (auto at = text.find("20"); at != text.npos; at = text.find("20", at + 1)) {
        if (at > 0 && is_digit(text[at - 1])) continue;
        if (digits_at(text.substr(at)) != 4) continue;
        auto rest = trimmed(text.substr(at + 4));
        const auto* mark =
            std::ranges::find_if(between, [&](auto one) { return rest.starts_with(one); });
        if (mark == between.end()) continue;
        rest = trimmed(rest.substr(mark->size()));
        const auto digits = digits_at(rest);
        if (digits != 2 && !(digits == 4 && rest.starts_with("20"))) continue;
        return std::string(text.substr(at, 4)) + "-" + std::string(rest.substr(digits - 2, 2));
    }
    return {};
}

bool tells_edition(std::string_view text) {
    static constexpr std::array<std::string_view, 9> starts{
        "last review",  "last reviewed", "last updated", "reviewed", "updated",
        "last revised", "revised",       "version",      "edition"};
    return text.size() <= longest_heading && starts_with_any(text, starts);
}

bool names_a_plan(std::string_view text) {
    const std::string words = " " + normalised(text) + " ";
    return words.find(" plan ") != words.npos || words.find(" strategy ") != words.npos;
}

/// How well a paragraph would do as the document's title.
int suits_as_title(const word::Paragraph& paragraph) {
    if (paragraph.is_title) return 4;
    if (paragraph.heading_level > 0) return names_a_plan(paragraph.text) ? 3 : 2;
    return may_be_a_heading(paragraph) ? 1 : 0;
}

/// "Neglect" of "1. Neglect" and "2.1) Neglect": chapters are numbered anew in every edition.
std::string_view without_number(std::string_view heading) {
    const auto end = heading.find_first_not_of("0123456789.)");
    const auto number = heading.substr(0, end);
    const bool is_number = end != heading.npos && end > 0 && heading[end] == ' ' &&
                           is_digit(number.front()) && !is_digit(number.back());
    return is_number ? trimmed(heading.substr(end)) : heading;
}

} // namespace

OfficerLabel officer_label(std::string_view text) {
    std::string words = normalised(text);
    if (words.size() > 40) return OfficerLabel::none;
    for (const std::string_view first : {"priority ", "section ", "group ", "executive "})
        if (words.starts_with(first)) words.erase(0, first.size());
    for (const std::string_view last : {" s", " group", " name", " agency"})
        if (words.ends_with(last)) words.erase(words.size() - last.size());
    if (words == "owners" || words == "leads" || std::ranges::count(owner_labels, words) > 0)
        return OfficerLabel::owner;
    return std::ranges::count(chair_labels, words) > 0 ? OfficerLabel::chair : OfficerLabel::none;
}

bool read_officer(std::string_view line, Officers& officers) {
    const auto colon = line.find(':');
    if (colon == line.npos) return false;
    const auto label = officer_label(line.substr(0, colon));
    if (label == OfficerLabel::none) return false;
    std::string& words = label == OfficerLabel::owner ? officers.owner : officers.chair;
    if (words.empty()) words = trimmed(line.substr(colon + 1));
    return true;
}

bool asks_what_difference(std::string_view text) {
    static constexpr std::array<std::string_view, 4> starts{
        "what difference", "what will be different", "the difference we", "how will we know"};
    return text.size() <= longest_heading && starts_with_any(text, starts);
}

NameAndRemark name_and_remark(std::string_view heading) {
    heading = without_number(trimmed(heading));
    const auto open = heading.rfind('(');
    const bool bracketed = open != heading.npos && open > 0 && heading.ends_with(')');
    if (!bracketed) return {std::string(heading), {}};
    const auto remark = heading.substr(open + 1, heading.size() - open - 2);
    if (std::ranges::none_of(remark, is_digit)) return {std::string(heading), {}};
    return {std::string(trimmed(heading.substr(0, open))), std::string(trimmed(remark))};
}

bool is_priority(std::string_view section_name) {
    static constexpr std::array<std::string_view, 7> anyway{"business crucial",
                                                            "business critical",
                                                            "core activity",
                                                            "core activities",
                                                            "core business",
                                                            "business as usual",
                                                            "bau"};
    const std::string words = " " + normalised(section_name) + " ";
    return std::ranges::none_of(anyway, [&](std::string_view phrase) {
        return words.find(" " + std::string(phrase) + " ") != words.npos;
    });
}

std::vector<Setting> read_settings(const word::Document& document) {
    const auto headings = read_headings(document);
    std::vector<Setting> settings;
    std::size_t above = 0, last_table = 0;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        if (!std::holds_alternative<word::Table>(document.blocks[at])) continue;
        while (above < headings.size() && headings[above].at <= at) ++above;
        const auto known = std::span(headings).first(above);
        Setting setting = name_setting(look_up(known), line_above(document, at));
        setting.follows_a_table = last_table > 0 && !has_heading_between(known, last_table);
        const std::size_t start = std::max(setting.key, last_table);
        read_between(std::span(document.blocks).subspan(start, at - start), setting);
        settings.push_back(std::move(setting));
        last_table = at + 1;
    }
    return settings;
}

Front read_front(const word::Document& document) {
    Front front;
    int best = 0;
    for (const auto& block : document.blocks) {
        const auto* paragraph = std::get_if<word::Paragraph>(&block);
        if (paragraph == nullptr) break;
        const std::string words = words_of_paragraph(*paragraph);
        if (front.edition.empty() && tells_edition(words)) front.edition = words;
        if (front.period.empty()) front.period = period_in(words);
        if (const int suits = suits_as_title(*paragraph); suits > best && !words.empty()) {
            best = suits;
            front.title = words;
            if (const auto period = period_in(words); !period.empty()) front.period = period;
        }
    }
    if (front.title.empty()) front.title = "Plan";
    return front;
}

} // namespace openmasa::imports
