#include "partnership/agencies/actions.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

bool same(const Agency& one, const Agency& other) {
    return one.name == other.name && one.short_name == other.short_name &&
           one.sector == other.sector && one.role == other.role &&
           one.section_11 == other.section_11 && one.funds == other.funds &&
           one.contact == other.contact && one.from == other.from && one.to == other.to &&
           one.kind == other.kind && one.phase == other.phase &&
           one.categories == other.categories && one.section_175 == other.section_175 &&
           one.section_157 == other.section_157 && one.duty_reason == other.duty_reason;
}

} // namespace

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Agency& agency,
                                   const std::optional<OwnerId>& id) {
    auto problems = problems_with(agency);
    for (auto& problem : problems_with_duties(agency, scope.today))
        problems.push_back(std::move(problem));
    const auto owner = access::owner_called(db, agency.name);
    if (!owner || owner->id == id) return problems;
    if (owner->type != access::OwnerType::agency)
        problems.push_back({"name", owner->type == access::OwnerType::office
                                        ? "This is the name of an office already."
                                        : "This is the name of a group already."});
    else if (id || is_agency(db, owner->id))
        problems.push_back({"name", "There is [an agency] of this name already."});
    return problems;
}

Result<Agency> add(store::Db& db, const Scope& scope, Agency agency) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    agency.name = one_line(agency.name);
    if (auto problems = problems_with(db, scope, agency, {}); !problems.empty())
        return invalid(std::move(problems));
    const auto owner = access::owner_called(db, agency.name);
    agency.id =
        owner ? owner->id : access::owner_named(db, scope, agency.name, access::OwnerType::agency);
    add_agency(db, scope, agency);
    return agency;
}

Result<Agency> change(store::Db& db, const Scope& scope, Agency agency) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    const auto before = find_agency(db, scope, agency.id);
    if (!before) return not_found();
    if (before->version != agency.version)
        return conflict("Somebody changed this [agency] while you were writing.");
    agency.name = one_line(agency.name);
    if (auto problems = problems_with(db, scope, agency, agency.id); !problems.empty())
        return invalid(std::move(problems));
    if (!same(agency, *before)) TRY(save_agency(db, scope, agency));
    return agency;
}

} // namespace openmasa::agencies
