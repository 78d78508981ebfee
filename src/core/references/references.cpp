#include "core/references/references.hpp"
#include "kernel/text.hpp"
#include <charconv>
#include <fmt/format.h>

namespace openmasa::references {
namespace {

using store::None;
using store::Query;

struct Row {
    std::string letter;
    int year, number;
};
constexpr Query<Row(std::string_view, std::string_view)> find_of{
    "references.find_of",
    "SELECT letter, year, number FROM reference WHERE kind = $1 AND record_id = $2"};
struct RowOf {
    std::string letter;
    int year, number;
    std::string record;
};
constexpr Query<RowOf(std::string_view)> list_of_kind{
    "references.list_of_kind",
    "SELECT letter, year, number, record_id FROM reference WHERE kind = $1 ORDER BY record_id"};
constexpr Query<Found(std::string_view, int, int)> find_by{
    "references.find",
    "SELECT kind, record_id FROM reference WHERE letter = $1 AND year = $2 AND number = $3"};
constexpr Query<None(std::string_view, int)> count_up{"references.count_up", R"sql(
    INSERT INTO reference_counter (letter, year, last) VALUES ($1, $2, 1)
    ON CONFLICT (letter, year) DO UPDATE SET last = reference_counter.last + 1)sql"};
constexpr Query<int(std::string_view, int)> find_last{
    "references.find_last", "SELECT last FROM reference_counter WHERE letter = $1 AND year = $2"};
constexpr Query<None(std::string_view, int, int, std::string_view, std::string_view)> insert_one{
    "references.add",
    "INSERT INTO reference (letter, year, number, kind, record_id) VALUES ($1, $2, $3, $4, $5)"};

/// Takes the digits at the start off `words`.
std::optional<int> take_number(std::string_view& words) {
    int number = 0;
    const auto* end = words.data() + words.size();
    const auto read = std::from_chars(words.data(), end, number);
    if (read.ec != std::errc() || number < 0) return std::nullopt;
    words.remove_prefix(static_cast<std::size_t>(read.ptr - words.data()));
    return number;
}

void skip_separators(std::string_view& words) {
    while (!words.empty() && std::string_view(" -/.").find(words.front()) != std::string_view::npos)
        words.remove_prefix(1);
}

} // namespace

std::string written(std::string_view letter, int year, int number) {
    return fmt::format("{}-{}-{:03}", letter, year, number);
}

std::optional<Parts> read(std::string_view words) {
    const auto typed = one_line(words);
    std::string_view left = typed;
    Parts parts;
    while (!left.empty() && ((left.front() >= 'a' && left.front() <= 'z') ||
                             (left.front() >= 'A' && left.front() <= 'Z'))) {
        parts.letter += left.front() >= 'a' ? static_cast<char>(left.front() - 32) : left.front();
        left.remove_prefix(1);
    }
    skip_separators(left);
    if (parts.letter.empty() || left.size() < 5) return std::nullopt;
    auto year_digits = left.substr(0, 4);
    const auto year = take_number(year_digits);
    if (!year || !year_digits.empty()) return std::nullopt;
    left.remove_prefix(4);
    skip_separators(left);
    const auto number = take_number(left);
    if (!number || *number == 0 || !left.empty()) return std::nullopt;
    parts.year = *year;
    parts.number = *number;
    return parts;
}

std::string of(store::Db& db, std::string_view kind, std::string_view id) {
    const auto row = db.one(find_of, kind, id);
    return row ? written(row->letter, row->year, row->number) : std::string();
}

std::map<std::string, std::string> of_all(store::Db& db, std::string_view kind) {
    std::map<std::string, std::string> all;
    for (auto& row : db.all(list_of_kind, kind))
        all.emplace(std::move(row.record), written(row.letter, row.year, row.number));
    return all;
}

std::optional<Found> find(store::Db& db, std::string_view words) {
    const auto parts = read(words);
    if (!parts) return std::nullopt;
    return db.one(find_by, parts->letter, parts->year, parts->number);
}

std::string give(store::Db& db, const Scope& scope, const Kind& kind, std::string_view id) {
    if (auto known = of(db, kind.kind, id); !known.empty()) return known;
    const int year = int(std::chrono::year_month_day(london_day(scope.now)).year());
    db.run(count_up, kind.letter, year);
    const int number = *db.one(find_last, kind.letter, year);
    db.run(insert_one, kind.letter, year, number, kind.kind, id);
    return written(kind.letter, year, number);
}

} // namespace openmasa::references
