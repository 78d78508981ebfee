#include "plan/imports/wording.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

constexpr std::size_t longest_lead = 80;
constexpr std::size_t longest_line = 160;

std::string_view without_colon(std::string_view text) {
    text = trimmed(text);
    return text.ends_with(':') ? trimmed(text.substr(0, text.size() - 1)) : text;
}

/// Where the mark of a continuation starts at the end of the text; npos if there is none.
std::size_t continued_at(std::string_view text) {
    static constexpr std::array<std::string_view, 6> marks{"(continued)", "(cont.)", "(cont)",
                                                           "(cont'd)",    "cont'd",  "cont."};
    const std::string small = lower(trimmed(text));
    for (const auto mark : marks)
        if (small.ends_with(mark)) return small.size() - mark.size();
    // "continued" is also a word like others: a comma or dash makes it a mark.
    const auto at = small.size() - std::min(small.size(), std::string_view("continued").size());
    const auto before = trimmed(std::string_view(small).substr(0, at));
    const bool is_mark = before.empty() || before.ends_with(',') || before.ends_with('-') ||
                         before.ends_with("\u2013");
    return small.ends_with("continued") && is_mark ? at : std::string_view::npos;
}

/// "Objective 1", "Aim": such words before a ":" name the kind, not the thing.
bool names_only_the_kind(std::string_view lead) {
    const std::string words = normalised(lead);
    for (const auto kind : {"objective", "aim", "goal", "outcome", "priority", "theme"})
        if (words_start_with(words, kind) && words.size() <= std::string_view(kind).size() + 4)
            return true;
    return false;
}

bool begins_with_dash(const word::Line& line) {
    const auto& mark = line.typed_mark;
    return mark == "-" || mark == "\u2013" || mark == "\u2014";
}

std::string_view first_sentence(std::string_view line) {
    const auto end = line.find(". ");
    return end == line.npos ? line : line.substr(0, end + 1);
}

} // namespace

bool starts_with_phrase(std::string_view text, std::string_view phrase) {
    return words_start_with(normalised(text), phrase);
}

bool words_start_with(std::string_view words, std::string_view phrase) {
    return words.starts_with(phrase) &&
           (words.size() == phrase.size() || words[phrase.size()] == ' ');
}

bool starts_small(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool ends_sentence(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && std::string_view(".!?;").find(text.back()) != std::string_view::npos;
}

bool is_lead_line(std::string_view text) {
    text = trimmed(text);
    return text.ends_with(':') && text.size() <= longest_lead && text.find('\n') == text.npos;
}

bool says_continued(std::string_view text) {
    return continued_at(text) != text.npos;
}

std::string without_continued(std::string_view text) {
    const auto mark = continued_at(text);
    if (mark == text.npos) return std::string(text);
    text = trimmed(text).substr(0, mark);
    const auto end = text.find_last_not_of(" ,-(");
    return std::string(end == text.npos ? std::string_view() : text.substr(0, end + 1));
}

std::string as_title(std::string_view line) {
    line = without_colon(line.substr(0, line.find('\n')));
    if (line.size() > longest_line) line = first_sentence(line);
    return shortened(line, longest_line);
}

std::string objective_title(std::span<const word::Line> lines) {
    if (lines.empty()) return {};
    const std::string& line = lines.front().text;
    const auto colon = line.find(':');
    if (colon <= longest_lead && !names_only_the_kind(line.substr(0, colon)))
        return std::string(trimmed(line.substr(0, colon)));
    if (!lines.front().bold_lead.empty() && colon == line.npos)
        return as_title(lines.front().bold_lead);
    return as_title(line);
}

std::string whole_text(std::span<const word::Line> lines) {
    std::vector<std::string> texts;
    for (const auto& line : lines)
        texts.push_back(line.mark == word::Mark::none ? line.text : "\u2022 " + line.text);
    return join(texts, "\n");
}

std::string words_of(std::span<const word::Line> lines) {
    // Where every line starts with a dash they are bullets; one alone carries on the line above, as
    // in "Dec 21" with "- Jun 22" below it.
    const bool bullets = lines.size() > 1 && std::ranges::all_of(lines, begins_with_dash);
    std::string words;
    for (const auto& line : lines) {
        const bool carries_on = !bullets && begins_with_dash(line);
        if (!words.empty()) words += carries_on ? ' ' : '\n';
        if (carries_on) words += line.typed_mark + " ";
        words += line.text;
    }
    return words;
}

std::string spelled(std::size_t number) {
    static constexpr std::array<std::string_view, 11> words{
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"};
    return number < words.size() ? std::string(words[number]) : fmt::format("{}", number);
}

} // namespace openmasa::imports
