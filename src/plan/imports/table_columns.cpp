#include "plan/imports/table_columns.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

namespace openmasa::imports {
namespace {

/// What stands above a column is short; a cell of the plan is not.
constexpr std::size_t longest_header = 60;

struct Phrase {
    std::string_view words;
    ColumnKind kind;
};

// The headers of partnerships' published plans, as normalised() writes them. Of those with which a
// header starts, the longest one holds: "action owner" is an owner, "action" an action.
constexpr std::array phrases{
    Phrase{"objective", ColumnKind::objective},
    Phrase{"objectives", ColumnKind::objective},
    Phrase{"our objective", ColumnKind::objective},
    Phrase{"strategic objective", ColumnKind::objective},
    Phrase{"key objective", ColumnKind::objective},
    Phrase{"aim", ColumnKind::objective},
    Phrase{"aims", ColumnKind::objective},
    Phrase{"goal", ColumnKind::objective},
    Phrase{"outcome", ColumnKind::objective},
    Phrase{"outcomes", ColumnKind::objective},
    Phrase{"desired outcome", ColumnKind::objective},
    Phrase{"intended outcome", ColumnKind::objective},
    Phrase{"priority", ColumnKind::objective},
    Phrase{"priority area", ColumnKind::objective},
    Phrase{"recommendation", ColumnKind::objective},
    Phrase{"what do we want to achieve", ColumnKind::objective},
    Phrase{"what we want to achieve", ColumnKind::objective},
    Phrase{"action", ColumnKind::action},
    Phrase{"actions", ColumnKind::action},
    Phrase{"key action", ColumnKind::action},
    Phrase{"key actions", ColumnKind::action},
    Phrase{"activity", ColumnKind::action},
    Phrase{"activities", ColumnKind::action},
    Phrase{"key activity", ColumnKind::action},
    Phrase{"key activities", ColumnKind::action},
    Phrase{"task", ColumnKind::action},
    Phrase{"tasks", ColumnKind::action},
    Phrase{"what", ColumnKind::action},
    Phrase{"what will we do", ColumnKind::action},
    Phrase{"what we will do", ColumnKind::action},
    Phrase{"how will we do it", ColumnKind::action},
    Phrase{"how we will do it", ColumnKind::action},
    Phrase{"target date", ColumnKind::date},
    Phrase{"target", ColumnKind::date},
    Phrase{"by when", ColumnKind::date},
    Phrase{"timescale", ColumnKind::date},
    Phrase{"timescales", ColumnKind::date},
    Phrase{"timeframe", ColumnKind::date},
    Phrase{"timeline", ColumnKind::date},
    Phrase{"deadline", ColumnKind::date},
    Phrase{"due", ColumnKind::date},
    Phrase{"when", ColumnKind::date},
    Phrase{"date", ColumnKind::date},
    Phrase{"end date", ColumnKind::date},
    Phrase{"completion date", ColumnKind::date},
    Phrase{"action date", ColumnKind::date},
    Phrase{"action by when", ColumnKind::date},
    Phrase{"lead", ColumnKind::owner},
    Phrase{"leads", ColumnKind::owner},
    Phrase{"owner", ColumnKind::owner},
    Phrase{"owners", ColumnKind::owner},
    Phrase{"responsible", ColumnKind::owner},
    Phrase{"responsibility", ColumnKind::owner},
    Phrase{"person responsible", ColumnKind::owner},
    Phrase{"who", ColumnKind::owner},
    Phrase{"by whom", ColumnKind::owner},
    Phrase{"action owner", ColumnKind::owner},
    Phrase{"action lead", ColumnKind::owner},
    Phrase{"action by", ColumnKind::owner},
    Phrase{"rag", ColumnKind::status},
    Phrase{"brag", ColumnKind::status},
    Phrase{"status", ColumnKind::status},
    Phrase{"action status", ColumnKind::status},
    Phrase{"action rag", ColumnKind::status},
    Phrase{"current status", ColumnKind::status},
    Phrase{"progress rag", ColumnKind::status},
    Phrase{"progress status", ColumnKind::status},
    Phrase{"progress", ColumnKind::progress},
    Phrase{"update", ColumnKind::progress},
    Phrase{"updates", ColumnKind::progress},
    Phrase{"latest update", ColumnKind::progress},
    Phrase{"status update", ColumnKind::progress},
    Phrase{"action update", ColumnKind::progress},
    Phrase{"action progress", ColumnKind::progress},
    Phrase{"ref", ColumnKind::reference},
    Phrase{"reference", ColumnKind::reference},
    Phrase{"no", ColumnKind::reference},
    Phrase{"number", ColumnKind::reference},
    Phrase{"id", ColumnKind::reference},
    Phrase{"action no", ColumnKind::reference},
    Phrase{"action ref", ColumnKind::reference},
    Phrase{"action id", ColumnKind::reference},
    Phrase{"action number", ColumnKind::reference},
    // Told apart from what they start with.
    Phrase{"what difference", ColumnKind::note},
    Phrase{"outcome measure", ColumnKind::note},
    Phrase{"date added", ColumnKind::note},
    Phrase{"date raised", ColumnKind::note},
    Phrase{"date completed", ColumnKind::note},
    Phrase{"start date", ColumnKind::note},
    Phrase{"action taken", ColumnKind::note},
};

/// A table of the document's own versions has actions and dates too.
constexpr std::array<std::string_view, 3> heads_of_other_tables{"version", "author", "amendment"};

ColumnKind kind_of(std::string_view header) {
    if (trimmed(header) == "#") return ColumnKind::reference;
    const std::string words = normalised(header);
    const Phrase* longest = nullptr;
    for (const auto& phrase : phrases)
        if (words_start_with(words, phrase.words) &&
            (longest == nullptr || phrase.words.size() > longest->words.size()))
            longest = &phrase;
    return longest == nullptr ? ColumnKind::note : longest->kind;
}

bool is_of_another_table(std::string_view header) {
    return std::ranges::any_of(heads_of_other_tables, [&](std::string_view head) {
        return starts_with_phrase(header, head);
    });
}

Column read_column(const word::Cell& cell) {
    const std::string header = one_line(word::plain(cell.text()));
    return {.kind = kind_of(header),
            .header = header.empty() ? fmt::format("Column {}", cell.column + 1) : header,
            .from = cell.column,
            .to = cell.column + cell.span};
}

/// Of two columns of a kind the first holds and the other is a note, save that a real "Objective"
/// goes before an "Outcome" or a "Priority".
void keep_one_of_each(std::vector<Column>& columns) {
    const auto objective = std::ranges::find_if(columns, [](const Column& column) {
        return column.kind == ColumnKind::objective &&
               normalised(column.header).find("objective") != std::string::npos;
    });
    for (auto at = columns.begin(); at != columns.end(); ++at) {
        const auto same = [&](const Column& other) { return other.kind == at->kind; };
        const bool is_second = std::any_of(columns.begin(), at, same);
        const bool gives_way =
            at->kind == ColumnKind::objective && objective != columns.end() && at != objective;
        if (is_second || gives_way) at->kind = ColumnKind::note;
    }
}

} // namespace

std::optional<std::vector<Column>> read_header(const word::Row& row) {
    std::vector<Column> columns;
    for (const auto& cell : row.cells) {
        const std::string words = cell.text();
        if (words.size() > longest_header || is_of_another_table(words)) return std::nullopt;
        columns.push_back(read_column(cell));
    }
    keep_one_of_each(columns);
    const auto belongs = std::ranges::count_if(
        columns, [](const Column& column) { return column.kind != ColumnKind::note; });
    if (belongs < 2 || !has(columns, ColumnKind::action)) return std::nullopt;
    return columns;
}

std::optional<std::vector<Column>> read_repeated_header(const word::Row& row,
                                                        const std::vector<Column>& columns) {
    auto repeated = read_header(row);
    if (!repeated) return std::nullopt;
    const auto certain = [&](const Column& column) {
        const std::string words = normalised(column.header);
        const auto says_so = [&](const auto& known) { return known == words; };
        return column.kind != ColumnKind::note &&
               (std::ranges::any_of(phrases, says_so, &Phrase::words) ||
                std::ranges::any_of(columns, says_so,
                                    [](const Column& known) { return normalised(known.header); }));
    };
    std::vector<Column> sure;
    std::ranges::copy_if(*repeated, std::back_inserter(sure), certain);
    if (sure.size() < 2 || !has(sure, ColumnKind::action)) return std::nullopt;
    return repeated;
}

const Column* column_of(const std::vector<Column>& columns, const word::Cell& cell) {
    const auto found = std::ranges::find_if(columns, [&](const Column& column) {
        return column.from <= cell.column && cell.column < column.to;
    });
    return found == columns.end() ? nullptr : &*found;
}

bool has(const std::vector<Column>& columns, ColumnKind kind) {
    return std::ranges::any_of(columns, [&](const Column& column) { return column.kind == kind; });
}

} // namespace openmasa::imports
