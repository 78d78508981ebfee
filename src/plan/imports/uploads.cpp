#include "plan/imports/uploads.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"

namespace openmasa::imports {
namespace {

using store::None;
using store::Query;

constexpr Query<None(plan::ImportId, std::optional<plan::PlanId>, std::optional<PersonId>, Moment,
                     std::string_view, std::string_view, store::Bytes)>
    insert_upload{"imports.add", R"sql(
    INSERT INTO plan_import (id, plan_id, person_id, at, file_name, digest, document)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
constexpr Query<Upload(plan::ImportId)> find_by_id{"imports.find", R"sql(
    SELECT id, plan_id, file_name, document, at, saved_as, left_at FROM plan_import WHERE id = $1)sql"};
constexpr Query<None(plan::ImportId, Moment, plan::PlanId)> update_saved{
    "imports.mark_saved", "UPDATE plan_import SET saved_at = $2, saved_as = $3 WHERE id = $1"};
constexpr Query<None(plan::ImportId, Moment)> update_left{
    "imports.mark_left", "UPDATE plan_import SET left_at = $2 WHERE id = $1"};

} // namespace

void add_upload(store::Db& db, const Scope& scope, const Upload& upload) {
    db.run(insert_upload, upload.id, upload.plan, scope.person, scope.now, upload.file_name,
           sha256(upload.document), store::Bytes{upload.document});
    audit::record(
        db, scope,
        {.verb = "import.uploaded", .kind = "import", .id = upload.id.view(), .content = {}});
}

std::optional<Upload> find_upload(store::Db& db, const Scope& scope, const plan::ImportId& id) {
    if (!scope.may(Permission::import_plan)) return {};
    return db.one(find_by_id, id);
}

void mark_saved(store::Db& db, const Scope& scope, const plan::ImportId& id,
                const plan::PlanId& plan) {
    db.run(update_saved, id, scope.now, plan);
    audit::record(db, scope,
                  {.verb = "import.saved", .kind = "import", .id = id.view(), .content = {}});
}

void mark_left(store::Db& db, const Scope& scope, const plan::ImportId& id) {
    db.run(update_left, id, scope.now);
    audit::record(db, scope,
                  {.verb = "import.left", .kind = "import", .id = id.view(), .content = {}});
}

} // namespace openmasa::imports
