#include "core/registers/uploads.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/exchange/sheet_record.hpp"

namespace openmasa::registers {
namespace {

using store::None;
using store::Query;

struct Row {
    RegisterImportId id;
    std::string file_name;
    Moment at;
    Policy policy;
    std::string sheet;
    std::optional<Moment> saved_at, left_at;
};

constexpr Query<None(RegisterImportId, std::string_view, std::optional<PersonId>, Moment,
                     std::string_view, std::string_view, Policy, std::string_view)>
    insert_upload{"register_imports.add", R"sql(
    INSERT INTO register_import (id, kind, person_id, at, file_name, digest, policy, sheet)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
constexpr Query<Row(RegisterImportId, std::string_view)> find_by_id{"register_imports.find",
                                                                    R"sql(
    SELECT id, file_name, at, policy, sheet, saved_at, left_at FROM register_import
    WHERE id = $1 AND kind = $2)sql"};
constexpr Query<None(RegisterImportId, Moment)> update_saved{
    "register_imports.mark_saved", "UPDATE register_import SET saved_at = $2 WHERE id = $1"};
constexpr Query<None(RegisterImportId, Moment)> update_left{
    "register_imports.mark_left", "UPDATE register_import SET left_at = $2 WHERE id = $1"};

void record(store::Db& db, const Scope& scope, std::string_view verb, const RegisterImportId& id) {
    audit::record(db, scope,
                  {.verb = verb, .kind = "register_import", .id = id.view(), .content = {}});
}

} // namespace

Result<RegisterImportId> upload(store::Db& db, const Scope& scope, const Register& which,
                                std::string_view file_name, std::string_view bytes, Policy policy) {
    if (!scope.may(which.change)) return not_found();
    const auto sheet = TRY(sheet::read_sheet(bytes));
    TRY(look(db, scope, which, sheet, policy));
    const auto id = scope.new_id<RegisterImportId>();
    db.run(insert_upload, id, which.kind, scope.person, scope.now, file_name, sha256(bytes), policy,
           sheet::record_of(sheet));
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
    return Upload{.id = row->id,
                  .file_name = std::move(row->file_name),
                  .at = row->at,
                  .policy = row->policy,
                  .sheet = std::move(*sheet),
                  .saved = row->saved_at.has_value(),
                  .left = row->left_at.has_value()};
}

Result<Preview> confirm(store::Db& db, const Scope& scope, const Register& which,
                        const RegisterImportId& id, std::string_view state) {
    const auto upload = find_upload(db, scope, which, id);
    if (!upload) return not_found();
    if (upload->saved) return conflict("These rows were saved in the meantime.");
    auto seen = TRY(look(db, scope, which, upload->sheet, upload->policy));
    TRY(save(db, scope, seen, state));
    db.run(update_saved, id, scope.now);
    record(db, scope, "register_import.saved", id);
    return seen;
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
