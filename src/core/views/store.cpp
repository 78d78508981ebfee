#include "core/views/store.hpp"
#include "core/audit/newest.hpp"

namespace openmasa::views {
namespace {

using store::None;
using store::Query;

constexpr Query<View(std::string_view, std::string_view, PersonId)> list_on_list{"views.on_list",
                                                                                 R"sql(
    SELECT v.id, v.list, v.within, v.name, v.query, v.person_id, p.known_as, v.shared = 1, v.version,
           v.withdrawn_at, v.withdrawn_why
    FROM saved_view v JOIN person p ON p.id = v.person_id
    WHERE v.list = $1 AND v.within = $2 AND (v.person_id = $3 OR v.shared = 1) AND v.withdrawn_at IS NULL
    ORDER BY lower(v.name), v.id)sql"};
constexpr Query<View(PersonId)> list_all_of{"views.all_of", R"sql(
    SELECT v.id, v.list, v.within, v.name, v.query, v.person_id, p.known_as, v.shared = 1, v.version,
           v.withdrawn_at, v.withdrawn_why
    FROM saved_view v JOIN person p ON p.id = v.person_id
    WHERE v.person_id = $1 OR v.shared = 1
    ORDER BY v.list, v.within, lower(v.name), v.id)sql"};
constexpr Query<View(ViewId, PersonId)> find_by_id{"views.find", R"sql(
    SELECT v.id, v.list, v.within, v.name, v.query, v.person_id, p.known_as, v.shared = 1, v.version,
           v.withdrawn_at, v.withdrawn_why
    FROM saved_view v JOIN person p ON p.id = v.person_id
    WHERE v.id = $1 AND (v.person_id = $2 OR v.shared = 1))sql"};
constexpr Query<View()> list_every{"views.every", R"sql(
    SELECT v.id, v.list, v.within, v.name, v.query, v.person_id, p.known_as, v.shared = 1, v.version,
           v.withdrawn_at, v.withdrawn_why
    FROM saved_view v JOIN person p ON p.id = v.person_id ORDER BY v.id)sql"};
constexpr Query<None(ViewId, std::string_view, std::string_view, std::string_view, std::string_view,
                     PersonId, bool, Moment)>
    insert_view{"views.add", R"sql(
    INSERT INTO saved_view (id, list, within, name, query, person_id, shared, version, made_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8))sql"};
constexpr Query<None(ViewId, std::int64_t, std::string_view, std::string_view, bool,
                     std::optional<Moment>, std::string_view)>
    update_view{"views.save", R"sql(
    UPDATE saved_view SET version = $2 + 1, name = $3, query = $4, shared = $5, withdrawn_at = $6,
                          withdrawn_why = $7
    WHERE id = $1 AND version = $2)sql"};

audit::Content content_of(const View& view) {
    return {{"name", view.name},
            {"list", view.list},
            {"within", view.within},
            {"query", view.query},
            {"shared", view.shared ? "yes" : ""},
            {"withdrawn", view.withdrawn_at ? "yes" : ""},
            {"why", view.withdrawn_why}};
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const View& view) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "saved_view",
                   .id = view.id.view(),
                   .version = view.version,
                   .content = content_of(view)});
}

} // namespace

std::vector<View> on_list(store::Db& db, const Scope& scope, std::string_view list,
                          std::string_view within) {
    if (!scope.person) return {};
    return db.all(list_on_list, list, within, *scope.person);
}

std::vector<View> all_of(store::Db& db, const Scope& scope) {
    if (!scope.person) return {};
    return db.all(list_all_of, *scope.person);
}

std::optional<View> find(store::Db& db, const Scope& scope, const ViewId& id) {
    if (!scope.person) return std::nullopt;
    return db.one(find_by_id, id, *scope.person);
}

void add(store::Db& db, const Scope& scope, const View& view) {
    db.run(insert_view, view.id, view.list, view.within, view.name, view.query, view.person,
           view.shared, scope.now);
    record(db, scope, "saved_view.added", view);
}

Result<View> save(store::Db& db, const Scope& scope, View view, std::string_view verb) {
    if (db.run(update_view, view.id, view.version, view.name, view.query, view.shared,
               view.withdrawn_at, view.withdrawn_why) == 0)
        return conflict("Somebody changed this view while you were writing.");
    ++view.version;
    record(db, scope, verb, view);
    return view;
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "saved_view");
    db.each(list_every, [&](View&& view) {
        newest.compare({.id = view.id.view(), .version = view.version, .content = content_of(view)},
                       verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::views
