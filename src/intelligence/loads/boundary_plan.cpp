#include "intelligence/loads/boundary_plan.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace openmasa::intelligence {

BoundaryPlan plan_boundaries(store::Db& db, const Reading& reading) {
    BoundaryPlan plan;
    std::set<AreaLevel> levels;
    for (const auto& one : reading.boundaries) levels.insert(one.level);
    std::map<std::string, std::string> stored;
    for (const auto level : levels)
        for (auto& one : boundaries_of(db, level, Detail::near))
            stored[std::move(one.code)] = std::move(one.path);
    for (const auto& one : reading.boundaries) {
        const auto found = stored.find(one.code);
        if (found != stored.end() && found->second == one.near)
            ++plan.same;
        else
            plan.writings.push_back(one);
    }
    return plan;
}

std::vector<std::string> remarks_on(const AreaBook& book, const Reading& reading) {
    if (reading.boundaries.empty()) return {};
    std::vector<std::string> remarks;
    std::size_t size = 0;
    std::vector<std::string> unknown;
    for (const auto& one : reading.boundaries) {
        size += one.near.size();
        if (!book.with_ons(one.code)) unknown.push_back(one.code);
    }
    remarks.push_back(fmt::format(
        "Outlines{} of {}, simplified so that no point lies farther than 200 metres from its line: "
        "{} kB.",
        reading.boundary_year ? fmt::format(" of {}", reading.boundary_year) : std::string(),
        counted(std::ssize(reading.boundaries), "area"), (size + 1023) / 1024));
    if (unknown.empty()) return remarks;
    constexpr std::size_t most_named = 5;
    const auto all = unknown.size();
    unknown.resize(std::min(all, most_named));
    remarks.push_back(fmt::format("{} not known here yet: {}{}. Their outlines are kept, and drawn "
                                  "when there are figures of them.",
                                  counted(static_cast<long long>(all), "area is", "areas are"),
                                  join(unknown, ", "), all > most_named ? " and others" : ""));
    return remarks;
}

} // namespace openmasa::intelligence
