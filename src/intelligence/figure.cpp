#include "intelligence/figure.hpp"
#include "kernel/statistics/rounding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

struct SymbolRow {
    std::string_view cell;
    Symbol symbol;
};
constexpr SymbolRow symbols[] = {
    {"", Symbol::not_given},          {"c", Symbol::confidential},
    {"x", Symbol::not_available},     {":", Symbol::not_available},
    {"z", Symbol::not_applicable},    {"u", Symbol::low_reliability},
    {"k", Symbol::rounds_to_nothing}, {"low", Symbol::rounds_to_nothing},
};

/// Commas are read where they part thousands, and nowhere else.
bool parts_thousands(std::string_view whole) {
    const auto first = whole.find(',');
    if (first == whole.npos) return true;
    if (first == 0 || first > 3) return false;
    for (std::size_t at = first; at < whole.size(); at += 4)
        if (whole[at] != ',' || at + 4 > whole.size() ||
            whole.substr(at + 1, 3).find_first_not_of("0123456789") != whole.npos)
            return false;
    return true;
}

std::optional<double> number_of(std::string_view text) {
    const auto parse = [](std::string_view digits) -> std::optional<double> {
        double value = 0;
        const auto* end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, value);
        if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
        return value;
    };
    if (text.empty()) return std::nullopt;
    const bool starts_well =
        text.front() == '-' || text.front() == '.' || (text.front() >= '0' && text.front() <= '9');
    if (!starts_well) return std::nullopt;
    if (text.find(',') == text.npos) return parse(text);
    auto digits = std::string(text);
    const auto whole = std::string_view(digits).substr(digits.front() == '-');
    if (!parts_thousands(whole.substr(0, whole.find('.')))) return std::nullopt;
    std::erase(digits, ',');
    return parse(digits);
}

std::string with_commas(const std::string& digits) {
    const auto point = std::min(digits.find('.'), digits.size());
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && at < point && (point - at) % 3 == 0 && digits[at - 1] != '-') text += ',';
        text += digits[at];
    }
    return text;
}

} // namespace

std::string_view spoken(Symbol symbol) {
    switch (symbol) {
    case Symbol::not_given: return "not given";
    case Symbol::confidential: return "confidential: too few to publish";
    case Symbol::not_available: return "not available";
    case Symbol::not_applicable: return "not applicable";
    case Symbol::low_reliability: return "of low reliability, so not published";
    case Symbol::rounds_to_nothing: return "above nought, and too small to show";
    }
    return {};
}

std::optional<Figure> read_figure(std::string_view cell) {
    const auto text = trimmed(cell);
    if (const auto number = number_of(text)) return Figure{.number = number, .symbol = {}};
    if (text.size() > 3) return std::nullopt;
    const auto word = lower(text);
    for (const auto& row : symbols)
        if (row.cell == word) return Figure{.number = {}, .symbol = row.symbol};
    return std::nullopt;
}

std::string plain(double number) {
    auto text = fmt::format("{:.15g}", number);
    if (text.find('e') != text.npos) {
        text = fmt::format("{:.15f}", number);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string shown(double number, std::optional<int> decimals) {
    auto digits = decimals ? fmt::format("{:.{}f}", statistics::round_half_up(number, *decimals),
                                         std::max(0, *decimals))
                           : plain(number);
    if (digits.find_first_not_of("-0.") == digits.npos && digits.starts_with('-'))
        digits.erase(0, 1); // no minus before nought
    auto text = with_commas(digits);
    return text.starts_with('-') ? "\u2212" + text.substr(1) : text;
}

std::string shown(std::string_view cell, std::optional<int> decimals) {
    const auto figure = read_figure(cell);
    if (!figure || !figure->number) return std::string(trimmed(cell));
    return shown(*figure->number, decimals);
}

} // namespace openmasa::intelligence
