#include "core/registers/selection.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

int read_page(std::string_view text) {
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, 1'000'000);
}

/// "name" or "-name".
void read_sort(const Register& which, std::string_view text, Selection& selection) {
    const bool descending = text.starts_with('-');
    const auto place = place_of(which.columns, text.substr(descending ? 1 : 0));
    if (place == which.columns.size()) return;
    selection.sort = place;
    selection.descending = descending;
}

void add(std::string& query, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, http::percent_encoded(value));
}

} // namespace

std::string_view Selection::value_of(std::size_t column) const {
    const auto found = std::ranges::find(chosen, column, &Chosen::column);
    return found == chosen.end() ? std::string_view() : std::string_view(found->value);
}

Selection read_selection(const Register& which, const http::Form& query) {
    Selection selection;
    selection.words = within(trimmed(query.text("words")), 200);
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& column = which.columns[at];
        if (!column.filters) continue;
        const auto value = within(query.text(column.key), column.longest);
        if (!value.empty()) selection.chosen.push_back({at, std::string(value)});
    }
    read_sort(which, query.text("sort"), selection);
    selection.columns = columns_named(which.columns, query);
    selection.page = read_page(query.text("page"));
    return selection;
}

std::string to_query(const Register& which, const Selection& selection) {
    std::string query;
    add(query, "words", selection.words);
    for (const auto& one : selection.chosen) add(query, which.columns[one.column].key, one.value);
    if (selection.sort)
        add(query, "sort",
            fmt::format("{}{}", selection.descending ? "-" : "",
                        which.columns[*selection.sort].key));
    add(query, "columns", names_of_columns(which.columns, selection.columns));
    if (selection.page > 1) add(query, "page", std::to_string(selection.page));
    return query;
}

std::string canonical_query(const Register& which, std::string_view query) {
    auto selection = read_selection(which, http::read_query(query));
    selection.page = 1;
    return to_query(which, selection);
}

std::vector<std::string> in_words(const Register& which, const Selection& selection) {
    std::vector<std::string> words;
    if (!selection.words.empty()) words.push_back(fmt::format("Words: {}", selection.words));
    for (const auto& [at, value] : selection.chosen)
        words.push_back(fmt::format("{}: {}", which.columns[at].label,
                                    value == nothing ? std::string("nothing")
                                                     : spoken_cell(which.columns[at], value)));
    if (selection.sort)
        words.push_back(fmt::format("In order of {}{}", lower(which.columns[*selection.sort].label),
                                    selection.descending ? ", the last first" : ""));
    std::vector<std::string> labels;
    for (auto at : selection.columns) labels.emplace_back(which.columns[at].label);
    if (!labels.empty()) words.push_back("Columns: " + join(labels, ", "));
    return words;
}

std::vector<std::string> words_to_find(const Selection& selection) {
    constexpr std::size_t most = 12;
    std::vector<std::string> words;
    const auto line = lower(one_line(selection.words));
    for (auto word : split(line, ' '))
        if (!word.empty() && words.size() < most) words.emplace_back(word);
    return words;
}

bool is_searched(const Column& column) {
    return column.use != Use::id && column.use != Use::version;
}

std::string_view within(std::string_view words, std::size_t bytes) {
    const auto is_inside = [&](std::size_t at) { return (words[at] & 0xC0) == 0x80; };
    if (words.size() <= bytes) return words;
    while (bytes > 0 && is_inside(bytes)) --bytes;
    return trimmed(words.substr(0, bytes));
}

std::vector<std::size_t> columns_named(std::span<const Column> columns, const http::Form& query) {
    std::vector<std::size_t> named;
    for (auto names : query.all("columns"))
        for (auto name : split(names, ',')) {
            const auto place = place_of(columns, trimmed(name));
            if (place < columns.size() && std::ranges::count(named, place) == 0)
                named.push_back(place);
        }
    return named;
}

std::string names_of_columns(std::span<const Column> columns, std::span<const std::size_t> chosen) {
    std::string names;
    for (auto at : chosen) names += (names.empty() ? "" : ",") + std::string(columns[at].key);
    return names;
}

std::vector<std::size_t> usual_columns(std::span<const Column> columns) {
    std::vector<std::size_t> usual;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at].shown) usual.push_back(at);
    return usual;
}

std::string spoken_cell(const Column& column, const std::string& cell) {
    for (const auto& choice : column.choices)
        if (choice.value == cell) return std::string(choice.label);
    if (column.holds == Holds::yes_no && !cell.empty()) return cell == "yes" ? "Yes" : "No";
    const auto day = column.holds == Holds::day ? day_from_iso(cell) : std::nullopt;
    return day ? spoken(*day) : cell;
}

} // namespace openmasa::registers
