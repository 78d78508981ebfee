#include "core/exchange/xlsx_cells.hpp"
#include "core/exchange/sheet.hpp"
#include "kernel/day.hpp"
#include "kernel/text.hpp"
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace openmasa::xlsx {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";

/// The character of "_x000D_" at the start of `text`; nothing when there is no such mark.
std::optional<unsigned> marked_character(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
    const auto digits = text.substr(2, 4);
    if (digits.find_first_not_of(hexadecimal) != digits.npos) return std::nullopt;
    unsigned code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    return code;
}

/// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
std::string without_marks(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = marked_character(text.substr(at));
        if (code && *code < 0x80) {
            plain += static_cast<char>(*code);
            at += 6;
        } else {
            plain += text[at];
        }
    }
    return cleaned(plain);
}

/// Source: ECMA-376 part 1, 18.8.30: the formats that every program knows by number.
bool is_known_format_of_days(std::int64_t number) {
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
           number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58;
}

std::string short_number(double number) {
    const bool whole = std::floor(number) == number && std::abs(number) < 1e15;
    return whole ? fmt::format("{}", static_cast<std::int64_t>(number)) : fmt::format("{}", number);
}

} // namespace

Result<Done> Cells::read_strings(PartReader reader) {
    std::string string;
    std::size_t whole = 0;
    bool inside = false;
    int phonetic = 0;
    while (reader.next()) {
        if (reader.starts("si")) string.clear();
        if (reader.starts("t")) inside = true;
        if (reader.starts("rPh")) ++phonetic;
        if (reader.is_text() && inside && phonetic == 0) string += reader.text();
        if (reader.ends("t")) inside = false;
        if (reader.ends("rPh")) --phonetic;
        if (!reader.ends("si")) continue;
        whole += string.size() + sizeof string;
        if (whole > sheet::most_text) return unpacks_to_too_much();
        strings_.push_back(without_marks(string));
    }
    if (reader.is_broken()) return damaged();
    return Done{};
}

Result<Done> Cells::read_styles(PartReader reader) {
    std::map<std::int64_t, bool> own;
    bool in_cells = false;
    while (reader.next()) {
        if (reader.starts("numFmt"))
            own[whole_number(reader.attribute("numFmtId")).value_or(-1)] =
                is_format_of_days(reader.attribute("formatCode"));
        if (reader.starts("cellXfs")) in_cells = true;
        if (reader.starts("xf") && in_cells) {
            const auto format = whole_number(reader.attribute("numFmtId")).value_or(0);
            const auto found = own.find(format);
            is_day_.push_back(found != own.end() ? found->second : is_known_format_of_days(format));
        }
        if (reader.ends("cellXfs")) in_cells = false;
        if (is_day_.size() > sheet::most_rows) return unpacks_to_too_much();
    }
    if (reader.is_broken()) return damaged();
    return Done{};
}

CellValue Cells::value_of(const RawCell& raw) const {
    if (raw.type == "s") {
        const auto at = whole_number(trimmed(raw.text));
        if (!at || *at < 0 || static_cast<std::size_t>(*at) >= strings_.size())
            return {{}, "This cell names words that the workbook does not hold."};
        return {strings_[static_cast<std::size_t>(*at)], {}};
    }
    if (raw.type == "inlineStr" || raw.type == "str") return {without_marks(raw.text), {}};
    if (raw.type == "b") return {trimmed(raw.text) == "1" ? "yes" : "no", {}};
    if (raw.type == "e")
        return {{}, fmt::format("This cell holds an error ({}).", cleaned(raw.text))};
    if (raw.type == "d") return {cleaned(raw.text.substr(0, 10)), {}};
    return number_of(raw);
}

CellValue Cells::number_of(const RawCell& raw) const {
    const auto digits = trimmed(raw.text);
    if (digits.empty()) return {};
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() ||
        !std::isfinite(number))
        return {cleaned(digits), {}};
    const auto style = whole_number(raw.style).value_or(0);
    const bool is_day = style >= 0 && static_cast<std::size_t>(style) < is_day_.size() &&
                        is_day_[static_cast<std::size_t>(style)];
    if (!is_day) return {short_number(number), {}};
    const bool in_reach = number >= 0 && number < 3e6;
    const auto day = in_reach ? day_of_serial(static_cast<std::int64_t>(number), from_1904_)
                              : std::optional<std::string>();
    if (!day) return {{}, fmt::format("{} is no day in this workbook's calendar.", digits)};
    return {*day, {}};
}

bool is_format_of_days(std::string_view code) {
    bool day = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == ';') break; // the part for negative numbers and for text
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', at + 1);
            at = end == code.npos ? code.size() : end;
        } else {
            day = day || c == 'd' || c == 'D' || c == 'y' || c == 'Y';
        }
    }
    return day;
}

std::optional<std::string> day_of_serial(std::int64_t serial, bool from_1904) {
    constexpr std::int64_t last_in_1900 = 2'958'465, from_first_to_second = 1462;
    if (from_1904) serial += from_first_to_second;
    // The 1900 system holds 29 February 1900 for a day, and counts from it.
    if (serial < 1 || serial == 60 || serial > last_in_1900) return std::nullopt;
    const auto start = serial < 60 ? day(1899, 12, 31) : day(1899, 12, 30);
    return iso(start + std::chrono::days{serial});
}

std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0, letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || letters == 4) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        ++letters;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

std::optional<Corners> corners_of(std::string_view range) {
    const auto colon = range.find(':');
    if (colon == range.npos) return std::nullopt;
    const auto row_of = [](std::string_view reference) {
        return whole_number(
            reference.substr(std::min(reference.find_first_of("0123456789"), reference.size())));
    };
    const auto first = range.substr(0, colon), last = range.substr(colon + 1);
    const auto left = column_of(first), right = column_of(last);
    const auto top = row_of(first), bottom = row_of(last);
    if (!left || !right || !top || !bottom || *bottom > 10'000'000) return std::nullopt;
    return Corners{static_cast<int>(*top), static_cast<int>(*bottom), *left, *right};
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace openmasa::xlsx
