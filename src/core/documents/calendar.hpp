#pragma once
// A calendar as other programs read it: whole days, perhaps recurring.
// Source: RFC 5545 (iCalendar), with the name of RFC 7986.
#include "kernel/day.hpp"
#include "kernel/target_date.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::documents {

struct CalendarEvent {
    /// The same each time the same thing is written.
    std::string uid;
    Day day{};
    /// How often it comes again, from `day` on, and until which day.
    std::optional<Period> period{};
    std::optional<Day> until{};
    std::string summary, description{}, address{};
    /// When it was last changed, and how often.
    Moment changed_at{};
    std::int64_t version = 1;
};

struct Calendar {
    std::string name, description;
    std::vector<CalendarEvent> events;
};

inline constexpr std::string_view calendar_media_type = "text/calendar; charset=utf-8";

/// The whole of it: CR LF after each line, none longer than 75 octets, UTF-8 characters whole.
std::string write_calendar(const Calendar& calendar);

/// "FREQ=MONTHLY;INTERVAL=3", said so that 31 January and a month are the last day of February, as
/// everywhere in the program (kernel/target_date.hpp, after()).
std::string recurrence_of(Day day, Period period, const std::optional<Day>& until);

} // namespace openmasa::documents
