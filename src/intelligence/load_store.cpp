#include "core/audit/audit.hpp"
#include "intelligence/load.hpp"
#include "intelligence/permissions.hpp"

namespace openmasa::intelligence {
namespace {

using store::None;
using store::Query;

constexpr Query<Load()> list_saved{"figure_loads.list_saved", R"sql(
    SELECT l.number, l.id, l.format, l.file_name, l.digest, coalesce(p.known_as, 'Command line'), l.uploaded_at,
           l.saved_at, l.left_at, l.taken_back_at, l.added, l.revised, l.same, l.refused, l.new_indicators, l.new_areas
    FROM figure_load l LEFT JOIN person p ON p.id = l.person_id
    WHERE l.saved_at IS NOT NULL ORDER BY l.saved_at DESC, l.number DESC LIMIT 200)sql"};
constexpr Query<Load(LoadId)> find_by_id{"figure_loads.find", R"sql(
    SELECT l.number, l.id, l.format, l.file_name, l.digest, coalesce(p.known_as, 'Command line'), l.uploaded_at,
           l.saved_at, l.left_at, l.taken_back_at, l.added, l.revised, l.same, l.refused, l.new_indicators, l.new_areas
    FROM figure_load l LEFT JOIN person p ON p.id = l.person_id WHERE l.id = $1)sql"};
constexpr Query<Load(std::string_view)> find_by_digest{"figure_loads.find_saved", R"sql(
    SELECT l.number, l.id, l.format, l.file_name, l.digest, coalesce(p.known_as, 'Command line'), l.uploaded_at,
           l.saved_at, l.left_at, l.taken_back_at, l.added, l.revised, l.same, l.refused, l.new_indicators, l.new_areas
    FROM figure_load l LEFT JOIN person p ON p.id = l.person_id
    WHERE l.digest = $1 AND l.saved_at IS NOT NULL AND l.taken_back_at IS NULL ORDER BY l.number DESC LIMIT 1)sql"};
constexpr Query<std::string(LoadId)> find_document{
    "figure_loads.document", "SELECT document FROM figure_load WHERE id = $1"};
constexpr Query<std::int64_t()> count_saved{
    "figure_loads.count_saved", "SELECT count(saved_at) + count(taken_back_at) FROM figure_load"};
constexpr Query<std::int64_t()> find_last_number{
    "figure_loads.last_number", "SELECT coalesce(max(number), 0) FROM figure_load"};
constexpr Query<None(LoadNumber, LoadId, std::string_view, std::string_view, std::string_view,
                     std::optional<PersonId>, Moment, store::Bytes)>
    insert_load{"figure_loads.add", R"sql(
    INSERT INTO figure_load (number, id, format, file_name, digest, person_id, uploaded_at, added, revised, same,
                             refused, new_indicators, new_areas, document)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, 0, 0, $8))sql"};
constexpr Query<None(LoadId, Moment, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                     std::int64_t, std::int64_t, std::optional<PersonId>)>
    update_saved{"figure_loads.mark_saved", R"sql(
    UPDATE figure_load SET saved_at = $2, added = $3, revised = $4, same = $5, refused = $6,
                           new_indicators = $7, new_areas = $8, person_id = $9
    WHERE id = $1)sql"};
constexpr Query<None(LoadId, Moment)> update_left{
    "figure_loads.mark_left", "UPDATE figure_load SET left_at = $2 WHERE id = $1"};

constexpr Query<None(LoadId, Moment)> update_taken_back{
    "figure_loads.mark_taken_back", "UPDATE figure_load SET taken_back_at = $2 WHERE id = $1"};

} // namespace

std::vector<Load> saved_loads(store::Db& db, const Scope& scope) {
    if (!scope.may(read_figures)) return {};
    return db.all(list_saved);
}

std::optional<Load> find_load(store::Db& db, const Scope& scope, const LoadId& id) {
    if (!scope.may(read_figures)) return std::nullopt;
    auto load = db.one(find_by_id, id);
    if (load && !load->saved_at && !may_load(scope)) return std::nullopt;
    return load;
}

std::optional<Load> find_saved_load(store::Db& db, std::string_view digest) {
    return db.one(find_by_digest, digest);
}

std::optional<std::string> document_of(store::Db& db, const Scope& scope, const LoadId& id) {
    if (!may_load(scope)) return std::nullopt;
    return db.one(find_document, id);
}

std::int64_t count_saved_loads(store::Db& db) {
    return db.one(count_saved).value_or(0);
}

LoadNumber add_load(store::Db& db, const Scope& scope, const NewLoad& load) {
    const auto number = db.one(find_last_number).value_or(0) + 1;
    db.run(insert_load, number, load.id, load.format, load.file_name, load.digest, scope.person,
           scope.now, store::Bytes{load.document});
    return number;
}

void mark_saved(store::Db& db, const Scope& scope, const Load& load, const LoadCounts& counts) {
    db.run(update_saved, load.id, scope.now, counts.added, counts.revised, counts.same,
           counts.refused, counts.new_indicators, counts.new_areas, scope.person);
    audit::record(db, scope,
                  {.verb = "figure_load.saved",
                   .kind = "figure_load",
                   .id = load.id.view(),
                   .version = 1,
                   .content = {{"file", load.file_name},
                               {"format", load.format},
                               {"digest", load.digest},
                               {"added", std::to_string(counts.added)},
                               {"revised", std::to_string(counts.revised)},
                               {"same", std::to_string(counts.same)},
                               {"refused", std::to_string(counts.refused)}}});
}

void mark_left(store::Db& db, const Scope& scope, const Load& load) {
    db.run(update_left, load.id, scope.now);
    audit::record(
        db, scope,
        {.verb = "figure_load.left", .kind = "figure_load", .id = load.id.view(), .content = {}});
}

void mark_taken_back(store::Db& db, const Scope& scope, const Load& load, int gone, int restored) {
    db.run(update_taken_back, load.id, scope.now);
    audit::record(
        db, scope,
        {.verb = "figure_load.taken_back",
         .kind = "figure_load",
         .id = load.id.view(),
         .content = {{"gone", std::to_string(gone)}, {"restored", std::to_string(restored)}}});
}

} // namespace openmasa::intelligence
