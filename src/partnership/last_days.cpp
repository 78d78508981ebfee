#include "partnership/last_days.hpp"
#include <fmt/format.h>

namespace openmasa::partnership {
namespace {

constexpr store::Query<Day(OwnerId)> find_last_day{"partnership.last_day", R"sql(
    SELECT to_day FROM agency WHERE id = $1 AND to_day IS NOT NULL
    UNION ALL SELECT to_day FROM office WHERE id = $1 AND to_day IS NOT NULL
    UNION ALL SELECT to_day FROM group_record WHERE id = $1 AND to_day IS NOT NULL)sql"};

} // namespace

std::optional<Problem> problem_of_ended(store::Db& db, const Scope& scope, const OwnerId& owner,
                                        std::string_view name, std::string_view field,
                                        const std::optional<Day>& to) {
    if (owner == OwnerId{}) return std::nullopt; // nobody knows it yet
    const auto last = db.one(find_last_day, owner);
    if (!last || *last >= scope.today || (to && *to <= *last)) return std::nullopt;
    return Problem{std::string(field), fmt::format("{} ended on {}.", name, spoken(*last))};
}

} // namespace openmasa::partnership
