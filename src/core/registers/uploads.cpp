#include "core/registers/uploads.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/exchange/sheet_record.hpp"
#include "core/registers/rows.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::registers {
namespace {

using store::None;
using store::Query;

struct Row {
    RegisterImportId id;
    std::string file_name;
    Moment at;
    Policy policy;
    std::string sheet, matched;
    std::optional<Moment> saved_at, left_at;
};

constexpr Query<None(RegisterImportId, std::string_view, std::optional<PersonId>, Moment,
                     std::string_view, std::string_view, Policy, std::string_view)>
    insert_upload{"register_imports.add", R"sql(
    INSERT INTO register_import (id, kind, person_id, at, file_name, digest, policy, sheet)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
constexpr Query<Row(RegisterImportId, std::string_view)> find_by_id{"register_imports.find",
                                                                    R"sql(
    SELECT id, file_name, at, policy, sheet, matched, saved_at, left_at FROM register_import
    WHERE id = $1 AND kind = $2)sql"};
constexpr Query<None(RegisterImportId, std::string_view)> update_matched{
    "register_imports.match", "UPDATE register_import SET matched = $2 WHERE id = $1"};
constexpr Query<None(RegisterImportId, Moment, std::string_view)> update_saved{
    "register_imports.mark_saved",
    "UPDATE register_import SET saved_at = $2, undo = $3 WHERE id = $1"};
constexpr Query<std::string(RegisterImportId, std::string_view)> find_undo{
    "register_imports.find_undo",
    "SELECT undo FROM register_import WHERE id = $1 AND kind = $2 AND saved_at IS NOT NULL"};
constexpr Query<SavedImport(std::string_view)> list_saved{"register_imports.list_saved", R"sql(
    SELECT i.id, i.file_name, i.saved_at, coalesce(p.known_as, 'Command line'), i.undo <> ''
    FROM register_import i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.kind = $1 AND i.saved_at IS NOT NULL ORDER BY i.saved_at DESC, i.id LIMIT 200)sql"};
constexpr Query<None(RegisterImportId, Moment)> update_left{
    "register_imports.mark_left", "UPDATE register_import SET left_at = $2 WHERE id = $1"};

/// What can be set, and what tells which row and which version is meant.
bool is_kept(const Column& column) {
    return column.use != Use::told;
}

/// The rows that were changed, as they stand now that it is saved; by their ids.
std::map<std::string, Cells> changed_rows(store::Db& db, const Scope& scope, const Preview& seen) {
    std::map<std::string, Cells> rows;
    for (const auto& row : seen.rows)
        if (row.fate == Fate::changed) rows[row.proposed.id] = row.proposed.cells;
    const auto id = place_with(seen.which.columns, Use::id);
    if (!rows.empty())
        all_rows(db, scope, seen.which)([&](const Cells& row) {
            if (const auto found = rows.find(row[id]); found != rows.end()) found->second = row;
        });
    return rows;
}

/// What nobody can put back stays as it is; so does what names other rows, unless the import set
/// it: those may be called otherwise by now.
bool stays(const Column& column, const std::string& before, const std::string& proposed) {
    return column.use == Use::version || column.fixed ||
           (column.may_name_rows && before == proposed);
}

/// The changed rows as they were, with the version that they have now: whoever takes the import
/// back finds out if somebody was there since. Empty when none was changed.
std::string rows_as_they_were(store::Db& db, const Scope& scope, const Preview& seen) {
    const auto columns = seen.which.columns;
    const auto now = changed_rows(db, scope, seen);
    sheet::Sheet sheet;
    for (const auto& column : columns)
        if (is_kept(column)) sheet.names.emplace_back(column.key);
    for (const auto& row : seen.rows) {
        if (row.fate != Fate::changed) continue;
        const auto& [which, id, version, before, cells] = row.proposed;
        auto& kept = sheet.rows.emplace_back(sheet::Row{.number = row.number, .cells = {}}).cells;
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (is_kept(columns[at]))
                kept.push_back(stays(columns[at], before[at], cells[at]) ? now.at(id)[at]
                                                                         : before[at]);
    }
    return sheet.rows.empty() ? std::string() : sheet::record_of(sheet);
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const RegisterImportId& id) {
    audit::record(db, scope,
                  {.verb = verb, .kind = "register_import", .id = id.view(), .content = {}});
}

} // namespace

Result<RegisterImportId> upload(store::Db& db, const Scope& scope, const Register& which,
                                std::string_view file_name, std::string_view bytes, Policy policy) {
    if (!scope.may(which.change)) return not_found();
    return keep(db, scope, which, file_name, TRY(sheet::read_sheet(bytes)), policy);
}

Result<RegisterImportId> keep(store::Db& db, const Scope& scope, const Register& which,
                              std::string_view name, const sheet::Sheet& sheet, Policy policy) {
    if (!scope.may(which.change)) return not_found();
    const auto id = scope.new_id<RegisterImportId>();
    const auto kept = sheet::record_of(sheet);
    db.run(insert_upload, id, which.kind, scope.person, scope.now, name, sha256(kept), policy,
           kept);
    record(db, scope, "register_import.uploaded", id);
    return id;
}

std::optional<Upload> find_upload(store::Db& db, const Scope& scope, const Register& which,
                                  const RegisterImportId& id) {
    if (!scope.may(which.change)) return std::nullopt;
    auto row = db.one(find_by_id, id, which.kind);
    if (!row) return std::nullopt;
    auto sheet = sheet::sheet_from_record(row->sheet);
    if (!sheet)
        throw store::Fault(store::Fault::Kind::damaged, "an upload that was kept cannot be read");
    auto columns = columns_from_record(which, *sheet, row->matched);
    if (!columns) columns = columns_of(db, which, *sheet);
    return Upload{.id = row->id,
                  .file_name = std::move(row->file_name),
                  .at = row->at,
                  .policy = row->policy,
                  .sheet = std::move(*sheet),
                  .columns = std::move(*columns),
                  .saved = row->saved_at.has_value(),
                  .left = row->left_at.has_value()};
}

Result<Preview> confirm(store::Db& db, const Scope& scope, const Register& which,
                        const RegisterImportId& id, std::string_view state) {
    const auto upload = find_upload(db, scope, which, id);
    if (!upload) return not_found();
    if (upload->saved) return conflict("These rows were saved in the meantime.");
    auto seen = TRY(look(db, scope, which, upload->sheet, upload->columns, upload->policy));
    TRY(save(db, scope, seen, state));
    db.run(update_saved, id, scope.now, rows_as_they_were(db, scope, seen));
    record(db, scope, "register_import.saved", id);
    return seen;
}

Result<RegisterImportId> take_back(store::Db& db, const Scope& scope, const Register& which,
                                   const RegisterImportId& id) {
    if (!scope.may(which.change)) return not_found();
    const auto undo = db.one(find_undo, id, which.kind);
    const auto sheet = undo ? sheet::sheet_from_record(*undo) : std::nullopt;
    if (!sheet) return not_found();
    return keep(db, scope, which, "Taking an import back", *sheet, Policy::skip);
}

Result<Done> match_columns(store::Db& db, const Scope& scope, const Register& which,
                           const RegisterImportId& id, const FileColumns& columns) {
    const auto upload = find_upload(db, scope, which, id);
    if (!upload) return not_found();
    if (upload->saved) return conflict("These rows were saved in the meantime.");
    std::vector<Problem> problems;
    for (const auto at : keys_missing(which, columns))
        problems.push_back({std::string(which.columns[at].key),
                            fmt::format("{}: say which column of the file has it, or what every "
                                        "row has.",
                                        which.columns[at].label)});
    if (!problems.empty()) return invalid(std::move(problems));
    db.run(update_matched, id, record_of(which, columns));
    remember(db, which, upload->sheet, columns);
    record(db, scope, "register_import.matched", id);
    return Done{};
}

std::vector<SavedImport> saved_imports(store::Db& db, const Scope& scope, const Register& which) {
    if (!scope.may(which.change)) return {};
    return db.all(list_saved, which.kind);
}

Result<Done> leave(store::Db& db, const Scope& scope, const Register& which,
                   const RegisterImportId& id) {
    const auto upload = find_upload(db, scope, which, id);
    if (!upload) return not_found();
    if (upload->saved) return conflict("These rows were saved in the meantime.");
    if (upload->left) return Done{};
    db.run(update_left, id, scope.now);
    record(db, scope, "register_import.left", id);
    return Done{};
}

} // namespace openmasa::registers
