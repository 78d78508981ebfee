#include "core/registers/as_at.hpp"
#include "core/history/history.hpp"
#include "core/references/references.hpp"
#include "core/registers/reference_names.hpp"

namespace openmasa::registers {
namespace {

struct NewestRow {
    std::string id, version, content;
};
constexpr store::Query<NewestRow(std::string_view)> list_newest{"registers.newest_versions", R"sql(
    SELECT h.record_id, CAST(h.version AS TEXT), h.content FROM history h
    WHERE h.kind = $1 AND h.destroyed_under IS NULL
    AND h.version = (SELECT max(x.version) FROM history x WHERE x.kind = h.kind AND x.record_id = h.record_id)
    ORDER BY h.record_id)sql"};

using References = std::map<std::string, std::string>;

/// What is said aloud never changes, so that no version holds it.
constexpr std::string_view said_aloud = "reference";

Cells cells_of(const Register& which, Day day, const NewestRow& row, const NamesById& names,
               References& references) {
    const auto content = history::content_without_day(row.content);
    Cells cells(which.columns.size());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto& column = which.columns[at];
        if (column.use == Use::id) cells[at] = row.id;
        if (column.key == said_aloud) cells[at] = references[row.id];
        if (column.use == Use::version) cells[at] = row.version;
        for (const auto& [key, value] : content)
            if (key == column.key) cells[at] = cell_of_version(column, value, names);
    }
    if (which.read_version) which.read_version(content, day, cells);
    return cells;
}

} // namespace

bool is_from_versions(const Register& which, bool as_known_then) {
    if (which.history_kind.empty()) return false;
    return !which.looks_back || (as_known_then && which.read_version);
}

EachRow rows_from_history(store::Db& db, const Register& which, Day day) {
    if (!which.each_then) return rows_of_versions(db, which, day);
    return [&db, &which, day](const TakeRow& take) { which.each_then(db, day, take); };
}

EachRow rows_of_versions(store::Db& db, const Register& which, Day day) {
    return [&db, &which, day](const TakeRow& take) {
        const auto names = names_by_id(db, which);
        auto references = references::of_all(db, which.history_kind);
        db.each(
            list_newest,
            [&](NewestRow&& row) { take(cells_of(which, day, row, names, references)); },
            which.history_kind);
    };
}

} // namespace openmasa::registers
