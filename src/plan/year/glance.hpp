#pragma once
// The year at a glance: what was begun, done, stopped and shown in each month that has been, and
// what falls due in each month to come. Values in and out.
#include "kernel/target_date.hpp"
#include "plan/plan.hpp"
#include "web/http/form.hpp"
#include <array>
#include <string>
#include <vector>

namespace openmasa::year {

enum class YearKind { financial, academic, calendar };
inline constexpr std::array all_year_kinds = {YearKind::financial, YearKind::academic,
                                              YearKind::calendar};
/// "financial", for addresses.
std::string_view to_text(YearKind kind);
/// "Financial, April to March", for people.
std::string_view spoken(YearKind kind);

/// Twelve months; `from` is the calendar year in which they begin.
struct Year {
    YearKind kind = YearKind::financial;
    int from = 0;

    Day first() const;
    Day last() const;
    Year moved(int by_years) const { return {kind, from + by_years}; }
    bool operator==(const Year&) const = default;
};
/// What the address asks for (`kind=academic&from=2026`), else the year of the plan's period that
/// holds today, or its first.
Year asked_year(const http::Form& query, std::string_view period, Day today);
/// "kind=academic&from=2026".
std::string to_query(const Year& year);
/// "2026-27", "2026".
std::string spoken(const Year& year);

/// An action, as far as a month names it.
struct Named {
    plan::ActionId id;
    std::string reference, title;
};
struct StatusChange {
    Named action;
    plan::Status before{}, after{};
    Day on{};
};
struct Shown {
    Named action;
    std::string title;
    Day on{};
};
struct DueStep {
    Named action;
    std::string words;
    Day on{};
};
struct DueAction {
    Named action;
    Day on{};
};
/// Each in the order of its days.
struct Happenings {
    std::vector<StatusChange> changes;
    std::vector<Shown> shown;
    std::vector<DueStep> steps;
    std::vector<DueAction> due;
};

struct Item {
    enum class What { done, begun, taken_up, stopped, blocked, shown, late, step, due };
    What what{};
    Named action;
    Day on{};
    /// Of a step; of one piece of evidence its title.
    std::string words;
    /// How many pieces of evidence came in that month.
    int pieces = 0;
};
inline constexpr std::array all_items = {
    Item::What::done,    Item::What::begun,   Item::What::taken_up,
    Item::What::stopped, Item::What::blocked, Item::What::shown,
    Item::What::late,    Item::What::step,    Item::What::due};
/// "done", for addresses.
std::string_view to_text(Item::What what);

struct Month {
    Day first{};
    enum class When { past, current, to_come } when{};
    /// In the order of all_items, then of days.
    std::vector<Item> items;

    int count(Item::What what) const;
};

/// The twelve months. Of several changes of an action's status in a month only what they came to
/// counts; what is done and shown in one month is one item.
std::vector<Month> months_of(const Year& year, const Happenings& happenings, Day today);

} // namespace openmasa::year
