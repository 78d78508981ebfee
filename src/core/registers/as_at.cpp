#include "core/registers/as_at.hpp"
#include "core/access/store.hpp"
#include "core/history/history.hpp"
#include "core/references/references.hpp"
#include <map>

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

using Names = std::map<std::string, std::string>;

/// A version keeps a reference by its id or by its name, and "no" as nothing.
std::string cell_of(const Column& column, const std::string& kept, const Names& names) {
    if (column.holds == Holds::yes_no && kept.empty()) return "no";
    const auto name = column.holds == Holds::reference ? names.find(kept) : names.end();
    return name == names.end() ? kept : name->second;
}

/// What is said aloud never changes, so that no version holds it.
constexpr std::string_view said_aloud = "reference";

Cells cells_of(const Register& which, const NewestRow& row, const Names& names, Names& references) {
    const auto content = history::content_without_day(row.content);
    Cells cells(which.columns.size());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto& column = which.columns[at];
        if (column.use == Use::id) cells[at] = row.id;
        if (column.key == said_aloud) cells[at] = references[row.id];
        if (column.use == Use::version) cells[at] = row.version;
        for (const auto& [key, value] : content)
            if (key == column.key) cells[at] = cell_of(column, value, names);
    }
    return cells;
}

} // namespace

EachRow rows_from_history(store::Db& db, const Register& which) {
    return [&db, &which](const TakeRow& take) {
        Names names;
        for (const auto& owner : access::list_owners(db)) names[owner.id.str()] = owner.name;
        auto references = references::of_all(db, which.history_kind);
        db.each(
            list_newest, [&](NewestRow&& row) { take(cells_of(which, row, names, references)); },
            which.history_kind);
    };
}

} // namespace openmasa::registers
