#include "core/history/as_at.hpp"
#include "kernel/text.hpp"
#include "store/lens.hpp"
#include <fmt/format.h>

namespace openmasa::history {
namespace {

using store::lens::literal;

/// "id, title" with "v" is "v.id, v.title".
std::string columns_of(std::string_view columns, std::string_view alias) {
    std::string list;
    for (auto column : split(columns, ','))
        list += fmt::format("{}{}.{}", list.empty() ? "" : ", ", alias, trimmed(column));
    return list;
}

} // namespace

Moment end_of(Day day) {
    const auto midnight = Moment{day + std::chrono::days{1}};
    const auto in_summer = midnight - std::chrono::hours{1};
    return london_day(in_summer) > day ? in_summer : midnight;
}

std::string was_true_and_known(const AsAt& as_at, std::string_view alias) {
    auto sql = fmt::format("{}.true_from <= {}", alias, literal(as_at.day));
    if (as_at.as_known_then)
        sql += fmt::format(" AND {}.recorded_at < {}", alias, literal(end_of(as_at.day)));
    return sql;
}

std::string select_as_at(const AsAt& as_at, const TwinTable& twin) {
    return fmt::format("SELECT {} FROM {}_version AS v WHERE {} AND NOT EXISTS (SELECT 1 FROM "
                       "{}_version AS later WHERE later.id = v.{} AND later.of_version > "
                       "v.of_version AND {})",
                       columns_of(twin.columns, "v"), twin.table, was_true_and_known(as_at, "v"),
                       twin.record, twin.key, was_true_and_known(as_at, "later"));
}

std::string select_version(const TwinTable& twin, std::string_view id, std::int64_t version) {
    return fmt::format("SELECT {} FROM {}_version AS v WHERE v.{} = {} AND v.of_version = {}",
                       columns_of(twin.columns, "v"), twin.table, twin.key,
                       store::lens::literal_id(id), version);
}

} // namespace openmasa::history
