#include "AREA/THINGS/store.hpp"
#include "core/audit/audit.hpp"

namespace openmasa::THINGS {
namespace {

using store::None;
using store::Query;

constexpr Query<PascalThing(int)> list_newest{"THINGS.list", R"sql(
    SELECT id, title, added_at, version FROM THING ORDER BY id DESC LIMIT $1)sql"};
constexpr Query<None(PascalThingId, std::string_view, Moment, std::int64_t)> insert_one{
    "THINGS.insert",
    R"sql(INSERT INTO THING (id, title, added_at, version) VALUES ($1, $2, $3, $4))sql"};

} // namespace

std::vector<PascalThing> list_THINGS(store::Db& db, const Scope& scope, int most) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_newest, most);
}

void save_new(store::Db& db, const Scope& scope, const PascalThing& THING) {
    db.run(insert_one, THING.id, THING.title, THING.added_at, THING.version);
    audit::record(db, scope,
                  {.verb = "THING.added",
                   .kind = "THING",
                   .id = THING.id.view(),
                   .version = THING.version,
                   .content = {{"Title", THING.title}}});
}

} // namespace openmasa::THINGS
