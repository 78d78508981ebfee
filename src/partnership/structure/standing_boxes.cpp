#include "partnership/structure/standing_boxes.hpp"
#include "kernel/day.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <map>

namespace openmasa::structure {
namespace {

using partnership::GroupKind;
using partnership::GroupStanding;

bool is_shown(const GroupStanding& group, Day on) {
    return group.kind && covers(group.days, on);
}

/// Whoever holds the office or the seat; where nobody does, what it is.
std::string chair_words(const GroupStanding& group) {
    std::vector<std::string> names;
    for (const auto& chair : group.chairs)
        names.push_back(chair.who.empty() ? chair.name + " (vacant)" : chair.who);
    if (names.empty()) return needs_chair(*group.kind) ? "No chair" : "";
    return (names.size() > 1 ? "Chairs: " : "Chair: ") + join(names, "; ");
}

bool has_chair(const GroupStanding& group) {
    return std::ranges::any_of(group.chairs, [](const auto& chair) { return !chair.who.empty(); });
}

Box box_of(const GroupStanding& group) {
    Box box{.id = group.id.str(),
            .name = group.name,
            .kind = std::string(spoken(*group.kind)),
            .is_external = group.kind == GroupKind::external_board,
            .is_leading =
                group.kind == GroupKind::statutory || group.kind == GroupKind::partnership,
            .chair = chair_words(group),
            .vacancies = group.vacancies,
            .href = "/groups/" + group.id.str()};
    if (group.days.from) box.began = spoken(*group.days.from);
    if (group.days.to) box.ended = spoken(*group.days.to);
    for (const auto& line : group.reports_to) box.reports_to.push_back(line.str());
    return box;
}

/// Ours before boards of others, then by name: a box stands below the first.
void put_lines_in_order(std::vector<Box>& boxes) {
    std::map<std::string, std::pair<bool, std::string>> ranks;
    for (const auto& box : boxes) ranks[box.id] = {box.is_external, box.name};
    for (auto& box : boxes)
        std::ranges::sort(box.reports_to, {}, [&](const std::string& id) { return ranks[id]; });
}

} // namespace

std::vector<Box> boxes_of(const std::vector<GroupStanding>& groups, Day on) {
    std::vector<const GroupStanding*> shown;
    for (const auto& group : groups)
        if (is_shown(group, on)) shown.push_back(&group);
    std::ranges::stable_sort(shown, {}, [](const GroupStanding* group) { return *group->kind; });
    std::vector<Box> boxes;
    for (const auto* group : shown) boxes.push_back(box_of(*group));
    put_lines_in_order(boxes);
    return boxes;
}

Count count(const std::vector<GroupStanding>& groups, Day on) {
    Count made;
    for (const auto& group : groups) {
        made.only_names += !group.kind;
        if (!is_shown(group, on)) continue;
        ++made.groups;
        made.without_chair += needs_chair(*group.kind) && !has_chair(group);
        made.with_vacancies += group.vacancies > 0;
    }
    return made;
}

} // namespace openmasa::structure
