#include "plan/running.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

/// In the order in which plans come first.
enum class Stands { holds_today, without_period, not_begun, ended };

struct Placed {
    Plan plan;
    Stands stands{};
    std::optional<Day> last{};
};

Placed placed(Plan plan, Day today) {
    const auto period = understand_date(plan.period);
    Placed made{std::move(plan), Stands::holds_today, period.latest};
    if (!period.earliest && !period.latest)
        made.stands = Stands::without_period;
    else if (period.latest && *period.latest < today)
        made.stands = Stands::ended;
    else if (period.earliest && today < *period.earliest)
        made.stands = Stands::not_begun;
    return made;
}

bool comes_before(const Placed& one, const Placed& other) {
    if (one.stands != other.stands) return one.stands < other.stands;
    if (one.stands == Stands::ended) return one.last > other.last;
    return one.plan.type == PlanType::business && other.plan.type != PlanType::business;
}

/// Of an edition and the one that it follows, the one that does not run.
PlanId not_in_force(const Placed& newer, const Placed& older) {
    const bool waits = newer.stands == Stands::not_begun && older.stands != Stands::ended;
    return waits ? newer.plan.id : older.plan.id;
}

/// Of every two editions the one that does not run.
std::vector<PlanId> not_in_force(const std::vector<Placed>& all) {
    std::vector<PlanId> left;
    for (const auto& newer : all)
        for (const auto& older : all)
            if (newer.plan.follows == older.plan.id) left.push_back(not_in_force(newer, older));
    return left;
}

/// Each action that was carried on is then counted once.
void leave_one_edition(std::vector<Placed>& all) {
    const auto left = not_in_force(all);
    std::erase_if(all, [&](const Placed& one) { return std::ranges::count(left, one.plan.id); });
}

Runs state_of(const Placed& one, bool is_out_of_force) {
    switch (one.stands) {
    case Stands::not_begun: return Runs::not_begun;
    case Stands::holds_today:
    case Stands::without_period: return is_out_of_force ? Runs::followed : Runs::runs;
    case Stands::ended: return is_out_of_force ? Runs::followed : Runs::ended;
    }
    return Runs::runs;
}

} // namespace

std::string_view to_text(Runs state) {
    switch (state) {
    case Runs::runs: return "runs";
    case Runs::not_begun: return "not_begun";
    case Runs::ended: return "ended";
    case Runs::followed: return "followed";
    }
    return {};
}

std::vector<Runs> how_they_run(const std::vector<Plan>& plans, Day today) {
    std::vector<Placed> all;
    for (const auto& plan : plans) all.push_back(placed(plan, today));
    const auto left = not_in_force(all);
    std::vector<Runs> states;
    for (const auto& one : all)
        states.push_back(state_of(one, std::ranges::count(left, one.plan.id) > 0));
    return states;
}

std::vector<Plan> running(std::vector<Plan> plans, Day today) {
    std::vector<Placed> all;
    for (auto& plan : plans) all.push_back(placed(std::move(plan), today));
    leave_one_edition(all);
    std::ranges::stable_sort(all, comes_before);
    std::vector<Plan> found;
    for (auto& one : all)
        if (found.empty() || one.stands != Stands::ended) found.push_back(std::move(one.plan));
    return found;
}

} // namespace openmasa::plan
