#include "intelligence/loads/neighbour_plan.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// The first "20.." in it that stands alone.
std::optional<int> year_in(std::string_view name) {
    const auto is_digit = [&](std::size_t at) {
        return at < name.size() && name[at] >= '0' && name[at] <= '9';
    };
    for (std::size_t at = 0; at + 4 <= name.size(); ++at) {
        int year = 0;
        const bool alone = (at == 0 || !is_digit(at - 1)) && !is_digit(at + 4);
        const auto end = std::from_chars(name.data() + at, name.data() + at + 4, year).ptr;
        if (alone && end == name.data() + at + 4 && year >= 2000 && year < 2100) return year;
    }
    return std::nullopt;
}

std::string names_of(const std::vector<Neighbour>& neighbours,
                     const std::map<AreaNumber, std::string>& names) {
    std::vector<std::string> all;
    for (const auto& one : neighbours) {
        const auto found = names.find(one.area);
        all.push_back(found == names.end() ? std::string("another area") : found->second);
    }
    return join(all, ", ");
}

std::map<AreaNumber, std::vector<Neighbour>> sets_of(store::Db& db, NeighbourModelNumber model) {
    std::map<AreaNumber, std::vector<Neighbour>> sets;
    for (auto& row : neighbours_in(db, model)) sets[row.area].push_back(std::move(row.neighbour));
    return sets;
}

} // namespace

NeighbourModel model_of(Format format, std::string_view file_name) {
    const auto name = lower(file_name);
    const bool is_old = format == Format::neighbours_2021;
    const auto said = year_in(name);
    const int year = said.value_or(is_old ? 2021 : 2025);
    unsigned month = !said && is_old ? 4 : 1;
    for (unsigned at = 0; said && at < months.size(); ++at)
        if (name.find(months[at]) != name.npos) month = at + 1;
    return {.name = fmt::format("{} model", year),
            .from = Day(std::chrono::year{year} / std::chrono::month{month} / 1)};
}

NeighbourPlan plan_neighbours(store::Db& db, const Reading& reading, std::string_view file_name,
                              const std::vector<std::optional<std::size_t>>& places,
                              const std::vector<PlannedArea>& planned,
                              std::vector<RefusedRow>& refused) {
    NeighbourPlan plan;
    if (reading.neighbours.empty()) return plan;
    plan.model = model_of(reading.format, file_name);
    const auto stored = find_neighbour_model(db, plan.model.name);
    plan.is_new = !stored;
    plan.model = stored.value_or(plan.model);
    const auto sets =
        stored ? sets_of(db, stored->number) : std::map<AreaNumber, std::vector<Neighbour>>();
    std::map<AreaNumber, std::string> names;
    for (const auto& one : planned) names[one.area.number] = one.area.name;
    const auto area_at = [&](std::uint32_t at) -> const Area* {
        return places[at] ? &planned[*places[at]].area : nullptr;
    };
    for (const auto& said : reading.neighbours) {
        const auto* area = area_at(said.area);
        PlannedNeighbours set{.line = said.line, .area = area ? area->number : 0};
        bool whole = area != nullptr;
        for (const auto& one : said.ten) {
            const auto* neighbour = area_at(one.area);
            whole = whole && neighbour;
            if (neighbour) set.neighbours.push_back({neighbour->number, one.closeness});
        }
        if (!whole) {
            refused.push_back({said.line, reading.areas[said.area].name,
                               "It or one of its neighbours is not known, and the file does not "
                               "say what it is called."});
            continue;
        }
        set.name = area->name;
        set.now = names_of(set.neighbours, names);
        if (const auto found = sets.find(area->number); found != sets.end()) {
            if (found->second == set.neighbours) {
                ++plan.same;
                continue;
            }
            set.was = names_of(found->second, names);
        }
        plan.writings.push_back(std::move(set));
    }
    return plan;
}

void save_neighbours(store::Db& db, const NeighbourPlan& plan, LoadNumber load) {
    if (plan.empty()) return;
    auto model = plan.model;
    if (plan.is_new) {
        model.number = next_neighbour_model(db);
        add_neighbour_model(db, model, load);
    }
    for (const auto& set : plan.writings)
        put_neighbours(db, model.number, set.area, set.neighbours);
}

} // namespace openmasa::intelligence
