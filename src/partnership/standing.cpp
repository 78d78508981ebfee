#include "partnership/standing.hpp"
#include "core/access/store.hpp"
#include "core/clocks/store.hpp"
#include "core/settings/revision.hpp"
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

constexpr std::string_view standing_revision = "arrangements";

} // namespace

void standing_changed(store::Db& db) {
    revision::count_up(db, standing_revision);
}

std::string standing_stamp(store::Db& db, const Scope& scope) {
    const auto number = [&](std::string_view name) { return revision::number(db, name); };
    return fmt::format("{} {} {} {} {} {} {}", iso(scope.today),
                       scope.may(Permission::read_agencies), number(standing_revision),
                       number(access::owners_revision), number(clocks::clocks_revision),
                       number(clocks::rules_revision), clocks::bank_holidays_version(db));
}

} // namespace openmasa::partnership
