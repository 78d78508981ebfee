#include "plan/owed/rules.hpp"
#include "kernel/text.hpp"
#include "kernel/working_days.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using plan::Status;

constexpr std::string_view shown_words[] = {"",        "late",      "soon",     "at_risk",
                                            "undated", "no_update", "finished", "unproven"};
static_assert(std::size(shown_words) == all_shown.size());

bool is_late(const CountedAction& action, Day today) {
    return plan::is_open(action.status) && due(action.deadline, today) == Due::overdue;
}

bool is_soon(const CountedAction& action, Day today) {
    return plan::is_open(action.status) &&
           plan::due_next(action.deadline, action.next_step, today) == Due::soon;
}

bool is_finished(const CountedAction& action, Day today) {
    return action.status == Status::done && action.done_on && *action.done_on >= year_before(today);
}

void add(Timeliness& to, const CountedAction& action, Day today) {
    const bool was_due =
        action.deadline && *action.deadline < today && *action.deadline >= year_before(today);
    if (!was_due || action.status == Status::stopped) return;
    if (action.status != Status::done)
        ++to.still_open;
    else if (!action.done_on)
        ++to.unknown;
    else if (*action.done_on <= *action.deadline)
        ++to.on_time;
    else
        ++to.late;
}

void add(Owed& to, const Owed& more) {
    for (std::size_t at = 0; at < to.counts.size(); ++at) to.counts[at] += more.counts[at];
    to.timeliness.on_time += more.timeliness.on_time;
    to.timeliness.late += more.timeliness.late;
    to.timeliness.still_open += more.timeliness.still_open;
    to.timeliness.unknown += more.timeliness.unknown;
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts) {
    if (parts.size() < 2) return join(parts, "");
    const std::vector<std::string> before(parts.begin(), parts.end() - 1);
    return fmt::format("{} and {}", join(before, ", "), parts.back());
}

} // namespace

std::string_view to_text(Shown shown) {
    return shown_words[static_cast<std::size_t>(shown)];
}

Shown shown_called(std::string_view text) {
    const auto found =
        std::ranges::find(all_shown, text, [](Shown shown) { return to_text(shown); });
    return found == all_shown.end() ? Shown::open : *found;
}

Day year_before(Day today) {
    return months_after(today, -12);
}

bool is_shown(Shown shown, const CountedAction& action, Day today) {
    const bool is_open = plan::is_open(action.status);
    switch (shown) {
    case Shown::open: return is_open;
    case Shown::late: return is_late(action, today);
    case Shown::soon: return is_soon(action, today);
    case Shown::at_risk:
        return (action.status == Status::at_risk || action.status == Status::blocked) &&
               !is_late(action, today);
    case Shown::undated: return is_open && action.undated;
    case Shown::without_update: return is_open && action.last_news < plan::quarter_before(today);
    case Shown::finished: return is_finished(action, today);
    case Shown::unproven: return is_finished(action, today) && action.evidence == 0;
    }
    return false;
}

void add(Owed& to, const CountedAction& action, Day today) {
    for (auto shown : all_shown)
        to.counts[static_cast<std::size_t>(shown)] += is_shown(shown, action, today);
    add(to.timeliness, action, today);
}

Owed total(const std::vector<OwedInPlan>& parts) {
    return total_of(parts, std::nullopt);
}

Owed total_of(const std::vector<OwedInPlan>& parts, const std::optional<plan::PlanId>& plan) {
    Owed all;
    for (const auto& part : parts)
        if (!plan || part.plan == *plan) add(all, part.owed);
    return all;
}

std::string in_short(const Owed& owed) {
    const int open = owed.of(Shown::open), late = owed.of(Shown::late);
    if (open == 0) return "no open actions";
    const auto actions = counted(open, "open action");
    if (late == 0) return actions + ", none late";
    if (open == 1) return actions + ", and it is late";
    return fmt::format("{}, {} of them late", actions, late);
}

std::string sentence(const Timeliness& timeliness, Day today) {
    const auto since = spoken_long(year_before(today));
    if (timeliness.all() == 0) return fmt::format("No date of an action fell since {}.", since);
    std::vector<std::string> parts;
    const auto add_part = [&](int number, std::string_view one, std::string_view several) {
        if (number) parts.push_back(fmt::format("{} {}", number, number == 1 ? one : several));
    };
    add_part(timeliness.on_time, "was done on time", "were done on time");
    add_part(timeliness.late, "was done late", "were done late");
    add_part(timeliness.still_open, "is still open", "are still open");
    add_part(timeliness.unknown, "is done, on a day that nobody recorded",
             "are done, on days that nobody recorded");
    return fmt::format("Of {} whose date fell since {}, {}.", counted(timeliness.all(), "action"),
                       since, listed(parts));
}

} // namespace openmasa::owed
