#include "plan/year/glance.hpp"
#include "kernel/working_days.hpp"
#include "plan/rules.hpp"
#include "plan/year/window.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace openmasa::year {
namespace {

using plan::Status;
using std::chrono::year_month_day;
using What = Item::What;

unsigned first_month(YearKind kind) {
    switch (kind) {
    case YearKind::financial: return 4;
    case YearKind::academic: return 9;
    case YearKind::calendar: return 1;
    }
    return 1;
}

/// The year of that kind which holds the day.
Year year_of(YearKind kind, Day day) {
    const year_month_day date(day);
    return {kind, int(date.year()) - (unsigned(date.month()) < first_month(kind))};
}

YearKind kind_from(Day first) {
    const auto month = unsigned(year_month_day(first).month());
    for (auto kind : all_year_kinds)
        if (month == first_month(kind)) return kind;
    return YearKind::financial;
}

std::optional<YearKind> asked_kind(std::string_view text) {
    for (auto kind : all_year_kinds)
        if (text == to_text(kind)) return kind;
    return std::nullopt;
}

std::optional<int> asked_start(std::string_view text) {
    int start = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), start).ptr;
    const bool is_year = end == text.data() + text.size() && start >= 1990 && start <= 2200;
    return is_year ? std::optional(start) : std::nullopt;
}

/// The day whose year is shown unless another is asked for.
Day day_to_show(const TargetDate& period, Day today) {
    const bool is_over = period.latest && *period.latest < today;
    const bool has_not_begun = period.earliest && *period.earliest > today;
    return period.earliest && (is_over || has_not_begun) ? *period.earliest : today;
}

std::optional<What> what_of(const StatusChange& change) {
    if (change.after == Status::done) return What::done;
    if (change.after == Status::stopped) return What::stopped;
    if (change.after == Status::blocked) return What::blocked;
    if (!plan::is_open(change.before)) return What::taken_up;
    if (change.before == Status::not_started) return What::begun;
    return std::nullopt;
}

/// What the changes of one action in one month came to.
using Latest = std::map<plan::ActionId, Item>;

/// Something that was begun and done in one month was done.
void add_changes(Latest& items, const Month& month, const std::vector<StatusChange>& changes) {
    for (const auto& change : changes) {
        if (month_of(change.on) != month.first) continue;
        const auto what = what_of(change);
        if (what) items[change.action.id] = {*what, change.action, change.on, {}, 0};
    }
}

void add_shown(Latest& done, Month& month, const std::vector<Shown>& all) {
    Latest shown;
    for (const auto& one : all) {
        if (month_of(one.on) != month.first) continue;
        const auto found = done.find(one.action.id);
        const bool is_done = found != done.end() && found->second.what == What::done;
        auto& item = is_done ? found->second : shown[one.action.id];
        if (!is_done && item.pieces == 0) item = {What::shown, one.action, one.on, one.title, 0};
        if (++item.pieces > 1 && !is_done) item.words.clear();
    }
    for (auto& [id, item] : shown) month.items.push_back(std::move(item));
}

/// The last of an action's steps is the action itself.
bool is_due_itself(const DueStep& step, const std::vector<DueAction>& due) {
    return std::ranges::any_of(due, [&](const DueAction& one) {
        return one.action.id == step.action.id && one.on == step.on;
    });
}

void add_due(Month& month, const Happenings& all, Day today) {
    for (const auto& one : all.due)
        if (month_of(one.on) == month.first)
            month.items.push_back(
                {one.on < today ? What::late : What::due, one.action, one.on, {}, 0});
    for (const auto& step : all.steps)
        if (month_of(step.on) == month.first && step.on >= today && !is_due_itself(step, all.due))
            month.items.push_back({What::step, step.action, step.on, step.words, 0});
}

} // namespace

std::string_view to_text(YearKind kind) {
    switch (kind) {
    case YearKind::financial: return "financial";
    case YearKind::academic: return "academic";
    case YearKind::calendar: return "calendar";
    }
    return {};
}

std::string_view spoken(YearKind kind) {
    switch (kind) {
    case YearKind::financial: return "Financial, April to March";
    case YearKind::academic: return "Academic, September to August";
    case YearKind::calendar: return "Calendar, January to December";
    }
    return {};
}

Day Year::first() const {
    return day(from, first_month(kind), 1);
}
Day Year::last() const {
    return months_after(first(), 12) - std::chrono::days{1};
}

Year asked_year(const http::Form& query, std::string_view period, Day today) {
    const auto understood = understand_date(period);
    const auto kind =
        asked_kind(query.text("kind"))
            .value_or(understood.earliest ? kind_from(*understood.earliest) : YearKind::financial);
    auto year = year_of(kind, day_to_show(understood, today));
    if (const auto start = asked_start(query.text("from"))) year.from = *start;
    return year;
}

std::string to_query(const Year& year) {
    return fmt::format("kind={}&from={}", to_text(year.kind), year.from);
}

std::string spoken(const Year& year) {
    if (year.kind == YearKind::calendar) return std::to_string(year.from);
    return fmt::format("{}-{:02}", year.from, (year.from + 1) % 100);
}

std::string_view to_text(Item::What what) {
    switch (what) {
    case What::done: return "done";
    case What::begun: return "begun";
    case What::taken_up: return "taken-up";
    case What::stopped: return "stopped";
    case What::blocked: return "blocked";
    case What::shown: return "shown";
    case What::late: return "late";
    case What::step: return "step";
    case What::due: return "due";
    }
    return {};
}

int Month::count(Item::What what) const {
    return int(std::ranges::count(items, what, &Item::what));
}

std::vector<Month> months_of(const Year& year, const Happenings& happenings, Day today) {
    const auto now = month_of(today);
    std::vector<Month> months;
    for (int at = 0; at < 12; ++at) {
        Month month{.first = months_after(year.first(), at)};
        month.when = month.first < now    ? Month::When::past
                     : month.first == now ? Month::When::current
                                          : Month::When::to_come;
        Latest changed;
        add_changes(changed, month, happenings.changes);
        add_shown(changed, month, happenings.shown);
        for (auto& [id, item] : changed) month.items.push_back(std::move(item));
        add_due(month, happenings, today);
        std::ranges::sort(month.items, {}, [](const Item& item) {
            return std::tuple(item.what, item.on, item.action.reference);
        });
        months.push_back(std::move(month));
    }
    return months;
}

} // namespace openmasa::year
