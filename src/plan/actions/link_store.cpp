#include "plan/actions/link_store.hpp"

namespace openmasa::plan {
namespace {

constexpr store::Query<LinkedAction(std::string_view)> list_linked{"actions.linked", R"sql(
    SELECT id, reference, title FROM action
    WHERE id IN (SELECT record_id FROM record_link WHERE purpose = $1) ORDER BY id)sql"};

} // namespace

std::map<std::string, LinkedAction> linked_actions(store::Db& db, const Scope& scope,
                                                   std::string_view purpose) {
    std::map<std::string, LinkedAction> found;
    if (!scope.may(Permission::read_plan)) return found;
    for (auto& one : db.all(list_linked, purpose)) found.emplace(one.id, one);
    return found;
}

} // namespace openmasa::plan
