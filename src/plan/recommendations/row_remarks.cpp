#include "plan/recommendations/already.hpp"
#include "plan/recommendations/register.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

/// From here on it says "much the same": beside the rows of a file nothing less is worth a look.
constexpr double least_remarked = 0.5;

std::string words_of(const registers::Cells& row) {
    const auto& columns = recommendation_register.columns;
    return row[registers::place_of(columns, "words")] + "\n" +
           row[registers::place_of(columns, "title")];
}

registers::RowRemark remark_of(const Already& found, const Known& it) {
    return {.words = fmt::format("{} as", spoken_likeness(found.likeness)),
            .name = fmt::format("{} {}", it.reference, it.title),
            .address = fmt::format("/recommendations/{}", it.id.view())};
}

} // namespace

std::vector<std::optional<registers::RowRemark>>
remarks_on_rows(store::Db& db, const Scope& scope, std::span<const registers::Cells> rows) {
    constexpr std::size_t most = 3;
    std::vector<std::string> words;
    for (const auto& row : rows) words.push_back(words_of(row));
    auto found = already_recommended(db, scope, words, most);
    std::vector<Already> all;
    for (auto& of_row : found) {
        std::erase_if(of_row, [](const Already& one) { return one.likeness < least_remarked; });
        all.insert(all.end(), of_row.begin(), of_row.end());
    }
    const auto known = known_of(db, scope, all);
    std::vector<std::optional<registers::RowRemark>> remarks(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
        for (const auto& one : found[at]) {
            const auto it = std::ranges::find(known, one.id, &Known::id);
            if (remarks[at] || it == known.end()) continue;
            remarks[at] = remark_of(one, *it);
        }
    return remarks;
}

} // namespace openmasa::recommendations
