#pragma once
// The calendar's page: ready data only.
#include "core/access/owner.hpp"
#include "intelligence/returns/calendar.hpp"
#include "web/html.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::intelligence {

/// What the address chose; empty where it did not.
struct CalendarFilter {
    /// Unset: what is still owed, or everything.
    std::optional<ReturnState> state{};
    bool everything = false;
    std::optional<OwnerId> agency{};
    /// Of the day it is due on: "2026-11".
    std::string month{};
    bool operator==(const CalendarFilter&) const = default;

    /// Whether a figure of that state is shown.
    bool has(ReturnState of) const;
};
/// "/returns?state=late&agency=01k…"
std::string address_of(const CalendarFilter& filter);

/// A figure with what it is counted by, worked out once.
struct CalendarRow {
    const OwedFigure* owed = nullptr;
    ReturnState state{};
    /// Of the day it is due on: "2026-11".
    std::string month;
};
std::vector<CalendarRow> calendar_rows(const std::vector<OwedFigure>& all, Day today);

struct CalendarPage {
    terms::Words words;
    Day today{};
    CalendarFilter filter;
    int asked_page = 1;
    std::vector<CalendarRow> all;
    /// What agencies are called.
    const std::vector<access::Owner>& owners;
    /// Somebody who keeps the calendar; and the agencies whose figures this person enters.
    bool may_keep = false;
    std::vector<OwnerId> own{};
};
Html calendar_view(const CalendarPage& page);

} // namespace openmasa::intelligence
