#include "plan/updates/rules.hpp"
#include "core/accounts/record_link.hpp"
#include "kernel/london_time.hpp"
#include "kernel/overdue.hpp"
#include "kernel/working_days.hpp"
#include "plan/rules.hpp"
#include "plan/tally.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace openmasa::updates {
namespace {

constexpr int link_days_after = 28, fewest_link_days = 14;

std::optional<Day> due_day_of(const OpenAction& action) {
    return action.next_step ? action.next_step : action.deadline;
}

bool is_silent(const OpenAction& action, Day since) {
    return action.last_news < since;
}

bool is_due(const OpenAction& action, Day by) {
    const auto day = due_day_of(action);
    return day && *day <= by;
}

void add(Candidate& to, const OpenAction& action, Day today) {
    const bool silent = is_silent(action, plan::quarter_before(today));
    ++to.open;
    to.silent += silent;
    to.late += due(action.deadline, today) == Due::overdue;
    to.is_ticked |= silent || is_due(action, today + std::chrono::days{due_within_days});
}

void check_day(std::vector<Problem>& problems, const char* field, std::string_view words) {
    if (!typed_day(words)) problems.push_back({field, "Enter one day, as 12 June 2026."});
}

void check_answer_by(std::vector<Problem>& problems, const Choice& choice, Day today) {
    const auto day = typed_day(choice.answer_by);
    if (!day)
        problems.push_back({"answer_by", "Enter the day, as 12 June 2026."});
    else if (*day <= today)
        problems.push_back({"answer_by", "Choose a day after today."});
    else if (*day > today + std::chrono::days{longest_days_to_answer})
        problems.push_back(
            {"answer_by", fmt::format("Choose a day within {} days.", longest_days_to_answer)});
}

/// Late ones first, the longest late before others; then by what is due next, and those without a
/// day last.
std::tuple<bool, bool, Day> urgency(const Asked& asked, Day today) {
    if (is_late(asked, today)) return {false, false, *asked.deadline};
    const auto day = due_day(asked);
    return {true, !day, day.value_or(today)};
}

} // namespace

Choice usual_choice(Day today, const BankHolidays& holidays) {
    return {.owners = {},
            .since = spoken(plan::quarter_before(today)),
            .by = spoken(today + std::chrono::days{due_within_days}),
            .answer_by = spoken(count_working_days(today, working_days_to_answer, holidays).due)};
}

std::vector<Candidate> candidates(const std::vector<OpenAction>& actions, Day today) {
    std::vector<Candidate> all;
    for (const auto& action : actions) {
        auto found = std::ranges::find(all, action.owner, &Candidate::owner);
        if (found == all.end())
            found = all.insert(all.end(), {.owner = action.owner, .name = action.owner_name});
        add(*found, action, today);
    }
    return all;
}

std::vector<Problem> problems_with(const Choice& choice, Day today) {
    std::vector<Problem> problems;
    Which which{};
    if (choice.owners.empty()) problems.push_back({"owner", "Choose who is asked."});
    if (!from_text(choice.which, which))
        problems.push_back({"which", "Choose about which actions."});
    if (which == Which::silent) check_day(problems, "since", choice.since);
    if (which == Which::due) check_day(problems, "by", choice.by);
    check_answer_by(problems, choice, today);
    return problems;
}

std::vector<OpenAction> chosen(std::vector<OpenAction> actions, const Choice& choice) {
    Which which{};
    (void)from_text(choice.which, which);
    const auto since = typed_day(choice.since), by = typed_day(choice.by);
    std::erase_if(actions, [&](const OpenAction& action) {
        if (std::ranges::count(choice.owners, action.owner.view()) == 0) return true;
        if (which == Which::silent) return !since || !is_silent(action, *since);
        return which == Which::due && (!by || !is_due(action, *by));
    });
    return actions;
}

Day answer_by(const Choice& choice) {
    return typed_day(choice.answer_by).value();
}

Stage stage_of(const Request& request, Day today, const BankHolidays& holidays) {
    if (!request.is_open() || london_day(request.asked_at) >= today) return Stage::none;
    if (today > request.answer_by) return Stage::late;
    const auto first = count_working_days(request.answer_by, -working_days_before, holidays).due;
    return today >= first ? Stage::soon : Stage::none;
}

std::string_view to_text(Stage stage) {
    switch (stage) {
    case Stage::none: return "none";
    case Stage::soon: return "soon";
    case Stage::late: return "late";
    }
    return {};
}

int days_of_link(Day answer_by, Day today) {
    const auto days = int((answer_by - today).count()) + link_days_after;
    return std::clamp(days, fewest_link_days, accounts::longest_days_to_write);
}

void put_urgent_first(std::vector<Asked>& asked, Day today) {
    std::map<plan::SectionId, std::tuple<bool, bool, Day>> sections;
    for (const auto& one : asked) {
        const auto [place, is_new] = sections.try_emplace(one.section, urgency(one, today));
        if (!is_new) place->second = std::min(place->second, urgency(one, today));
    }
    std::ranges::stable_sort(asked, [&](const Asked& one, const Asked& other) {
        return std::tuple(sections[one.section], one.section, urgency(one, today)) <
               std::tuple(sections[other.section], other.section, urgency(other, today));
    });
}

std::optional<Day> due_day(const Asked& asked) {
    return asked.next_step ? asked.next_step : asked.deadline;
}

bool is_late(const Asked& asked, Day today) {
    return plan::is_open(asked.status) && due(asked.deadline, today) == Due::overdue;
}

} // namespace openmasa::updates
