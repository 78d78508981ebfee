#include "partnership/structure/chart.hpp"
#include <algorithm>
#include <map>

namespace openmasa::structure {
namespace {

using Places = std::map<std::string_view, std::size_t>;

Places places_of(const std::vector<Box>& boxes) {
    Places places;
    for (std::size_t at = 0; at < boxes.size(); ++at) places.emplace(boxes[at].id, at);
    return places;
}

/// Whether `below` stands somewhere below `above`, or is it.
bool is_below(const Forest& forest, std::size_t below, std::size_t above) {
    for (auto at = below; at != Forest::none; at = forest.parent[at])
        if (at == above) return true;
    return false;
}

/// Those of the chart that a box reports to, each once and never itself.
std::vector<std::size_t> targets_of(const Box& box, std::size_t place, const Places& places) {
    std::vector<std::size_t> targets;
    for (const auto& id : box.reports_to) {
        const auto found = places.find(id);
        if (found != places.end() && found->second != place &&
            std::ranges::count(targets, found->second) == 0)
            targets.push_back(found->second);
    }
    return targets;
}

} // namespace

Forest forest_of(const std::vector<Box>& boxes) {
    const auto places = places_of(boxes);
    Forest forest{.parent = std::vector<std::size_t>(boxes.size(), Forest::none),
                  .children = std::vector<std::vector<std::size_t>>(boxes.size()),
                  .joint = {}};
    for (std::size_t at = 0; at < boxes.size(); ++at)
        for (const auto target : targets_of(boxes[at], at, places)) {
            if (forest.parent[at] == Forest::none && !is_below(forest, target, at)) {
                forest.parent[at] = target;
                forest.children[target].push_back(at);
            } else
                forest.joint.push_back({at, target});
        }
    return forest;
}

} // namespace openmasa::structure
