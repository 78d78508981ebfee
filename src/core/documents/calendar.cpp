#include "core/documents/calendar.hpp"
#include "core/documents/content_lines.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::documents {
namespace {

/// "20260131", "20260122T104200Z": as in ISO 8601, without marks between.
std::string compact(std::string text) {
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}
std::string date(Day day) {
    return compact(iso(day));
}
std::string moment(Moment at) {
    return compact(iso(at).substr(0, 19)) + "Z";
}

void add_event(std::string& to, const CalendarEvent& event) {
    add_line(to, "BEGIN:VEVENT");
    add_line(to, "UID:" + event.uid);
    add_line(to, "DTSTAMP:" + moment(event.changed_at));
    add_line(to, "LAST-MODIFIED:" + moment(event.changed_at));
    add_line(to, fmt::format("SEQUENCE:{}", event.version));
    add_line(to, "DTSTART;VALUE=DATE:" + date(event.day));
    // 3.6.1: the end is the day after the last one.
    add_line(to, "DTEND;VALUE=DATE:" + date(event.day + std::chrono::days{1}));
    if (event.period) add_line(to, "RRULE:" + recurrence_of(event.day, *event.period, event.until));
    add_text(to, "SUMMARY", event.summary);
    add_text(to, "DESCRIPTION", event.description);
    if (!event.address.empty()) add_line(to, "URL:" + event.address);
    // It takes nobody's day.
    add_line(to, "TRANSP:TRANSPARENT");
    add_line(to, "END:VEVENT");
}

/// The day of the month, and where some months have no such day, the last of those before it.
std::string day_of_month(unsigned day) {
    if (day <= 28) return {};
    std::string days = "28";
    for (unsigned one = 29; one <= day; ++one) days += fmt::format(",{}", one);
    return fmt::format(";BYMONTHDAY={};BYSETPOS=-1", days);
}

std::string frequency_of(Day day, Period period) {
    if (period.months == 0 && period.days % 7 == 0)
        return fmt::format("FREQ=WEEKLY;INTERVAL={}", period.days / 7);
    if (period.months == 0) return fmt::format("FREQ=DAILY;INTERVAL={}", period.days);
    const std::chrono::year_month_day date(day);
    const auto of_month = day_of_month(unsigned(date.day()));
    if (period.months % 12 != 0)
        return fmt::format("FREQ=MONTHLY;INTERVAL={}{}", period.months, of_month);
    const auto month =
        of_month.empty() ? "" : fmt::format(";BYMONTH={}", unsigned(date.month())) + of_month;
    return fmt::format("FREQ=YEARLY;INTERVAL={}{}", period.months / 12, month);
}

} // namespace

std::string recurrence_of(Day day, Period period, const std::optional<Day>& until) {
    auto rule = frequency_of(day, period);
    if (until) rule += ";UNTIL=" + date(*until);
    return rule;
}

std::string write_calendar(const Calendar& calendar) {
    std::string text;
    add_line(text, "BEGIN:VCALENDAR");
    add_line(text, "VERSION:2.0");
    add_line(text, "PRODID:-//OpenMASA//OpenMASA//EN");
    add_text(text, "NAME", calendar.name);
    // What programs read that do not know RFC 7986.
    add_text(text, "X-WR-CALNAME", calendar.name);
    add_text(text, "DESCRIPTION", calendar.description);
    add_text(text, "X-WR-CALDESC", calendar.description);
    add_line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
    add_line(text, "X-PUBLISHED-TTL:PT12H");
    for (const auto& event : calendar.events) add_event(text, event);
    add_line(text, "END:VCALENDAR");
    return text;
}

} // namespace openmasa::documents
