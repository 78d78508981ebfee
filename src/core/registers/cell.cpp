#include "core/registers/cell.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

Refusal wrong(const Column& column, std::string words) {
    return invalid(std::string(column.key), std::move(words));
}

std::string in_quotes(std::string_view text) {
    return fmt::format("\u201c{}\u201d", shortened(one_line(text), 60));
}

/// Small letters, and an underscore is a space: "At risk" is "at_risk".
std::string loosely(std::string_view text) {
    auto loose = lower(one_line(text));
    std::ranges::replace(loose, '_', ' ');
    return loose;
}

Result<std::string> day_in(const Column& column, std::string_view text) {
    if (const auto day = day_from_iso(text)) return iso(*day);
    const auto read = understand_date(text);
    if (read.kind == TargetDate::Kind::day && read.doubt.empty() && read.latest)
        return iso(*read.latest);
    return wrong(column, fmt::format("{} is no day. Write it as 31/01/2026 or 2026-01-31.",
                                     in_quotes(text)));
}

Result<std::string> number_in(const Column& column, std::string_view text) {
    const bool whole = text.size() <= 15 && text.find_first_not_of("0123456789") == text.npos;
    if (!whole) return wrong(column, fmt::format("{} is no whole number.", in_quotes(text)));
    const auto start = std::min(text.find_first_not_of('0'), text.size() - 1);
    return std::string(text.substr(start));
}

Result<std::string> yes_no_in(const Column& column, std::string_view text) {
    const auto word = lower(text);
    for (std::string_view yes : {"yes", "y", "true", "1"})
        if (word == yes) return std::string("yes");
    for (std::string_view no : {"no", "n", "false", "0"})
        if (word == no) return std::string("no");
    return wrong(column, fmt::format("{} is neither yes nor no.", in_quotes(text)));
}

Result<std::string> choice_in(const Column& column, std::string_view text) {
    std::string all;
    for (const auto& choice : column.choices) {
        if (loosely(text) == loosely(choice.value) || loosely(text) == loosely(choice.label))
            return std::string(choice.value);
        all += (all.empty() ? "" : ", ") + std::string(choice.label);
    }
    return wrong(column, fmt::format("{} is none of: {}.", in_quotes(text), all));
}

Result<std::string> reference_in(const Column& column, std::string_view written,
                                 const std::vector<std::string>& names,
                                 const terms::TermBook& book) {
    const auto text = book.meant_among(written, names);
    for (const auto& name : names)
        if (name == text) return name;
    for (const auto& name : names)
        if (loosely(name) == loosely(text)) return name;
    return wrong(column, fmt::format("Nobody and nothing here is called {}.", in_quotes(text)));
}

/// Each once, in the order of `names`, so that the same ones are always the same cell.
Result<std::string> references_in(const Column& column, std::string_view text,
                                  const std::vector<std::string>& names,
                                  const terms::TermBook& book) {
    std::vector<std::string> found, ordered;
    for (auto part : split(text, ';'))
        if (!trimmed(part).empty())
            found.push_back(TRY(reference_in(column, trimmed(part), names, book)));
    for (const auto& name : names)
        if (std::ranges::count(found, name) > 0) ordered.push_back(name);
    return join(ordered, "; ");
}

} // namespace

Result<std::string> understood(const Column& column, std::string_view cell,
                               const std::vector<std::string>& names, const terms::TermBook& book) {
    const auto text = trimmed(cell);
    if (text.empty()) {
        if (!must_be_filled(column)) return std::string();
        return wrong(column, fmt::format("{} is empty.", column.label));
    }
    if (text.size() > column.longest)
        return wrong(column, fmt::format("{} is too long: at most {} characters.", column.label,
                                         column.longest));
    switch (column.holds) {
    case Holds::words: return one_line(text);
    case Holds::long_words:
    case Holds::target_date: return std::string(text);
    case Holds::day: return day_in(column, text);
    case Holds::number: return number_in(column, text);
    case Holds::yes_no: return yes_no_in(column, text);
    case Holds::choice: return choice_in(column, text);
    case Holds::reference: return reference_in(column, text, names, book);
    case Holds::references: return references_in(column, text, names, book);
    }
    return wrong(column, "This column cannot be read.");
}

} // namespace openmasa::registers
