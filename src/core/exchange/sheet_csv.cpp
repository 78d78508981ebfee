#include "core/exchange/csv.hpp"
#include "core/exchange/sheet.hpp"
#include "core/exchange/text_encoding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::sheet {
namespace {

/// The separator that stands most often outside quotes in the first line that has any.
char separator_of(std::string_view text) {
    constexpr std::string_view candidates = ",;\t";
    std::size_t counts[3] = {};
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (quoted) continue;
        const auto which = candidates.find(c);
        if (which != candidates.npos) ++counts[which];
        if (c == '\n' && *std::ranges::max_element(counts) > 0) break;
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

/// "sep=;" as Excel writes it before the names; taken off the text.
char said_separator(std::string_view& text) {
    if (!starts_with_ignoring_case(text, "sep=") || text.size() < 5) return '\0';
    const char said = text[4];
    const auto end = text.find('\n');
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return said;
}

} // namespace

Result<Sheet> read_csv(std::string_view bytes) {
    if (bytes.find('\0') != bytes.npos && !is_utf16(bytes))
        return invalid("file", "This is no spreadsheet. Choose an .xlsx, a .csv or a .json file.");
    const auto text = to_utf8(bytes);
    std::string_view rest = text;
    const char said = said_separator(rest);
    csv::Lines lines(rest, said != '\0' ? said : separator_of(rest));
    Builder builder;
    std::vector<std::string> cells;
    while (lines.next(cells)) {
        for (auto& cell : cells) cell = cleaned(csv::without_guard(cell));
        if (!builder.add(lines.number(), std::exchange(cells, {}))) break;
    }
    if (lines.has_open_quote())
        return invalid(
            "file", fmt::format("The quote that opens in line {} does not close.", lines.number()));
    return builder.take();
}

} // namespace openmasa::sheet
