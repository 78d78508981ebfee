#include "kernel/day.hpp"
#include "kernel/london_time.hpp"
#include <array>
#include <cassert>
#include <charconv>
#include <fmt/format.h>

namespace openmasa {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

struct Parts {
    int year;
    unsigned month, day;
};

Parts parts(Day day) {
    const year_month_day date{day};
    return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// The last Sunday of a month, 1am UTC: when the clocks change.
Moment clock_change(int year, unsigned month) {
    const sys_days sunday = std::chrono::year{year} / std::chrono::month{month} / Sunday[last];
    return sunday + hours{1};
}

/// In the hour before and the hour after the clocks go back, London's clocks show the same times.
std::string_view zone_of_the_hour_that_comes_twice(Moment moment) {
    const auto change = clock_change(parts(floor<days>(moment)).year, 10);
    if (moment >= change - hours{1} && moment < change) return " BST";
    if (moment >= change && moment < change + hours{1}) return " GMT";
    return "";
}

} // namespace

Day day(int year, unsigned month, unsigned day_of_month) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                              std::chrono::day{day_of_month}};
    assert(date.ok());
    return sys_days{date};
}

Day last_day_of_month(int year, unsigned month) {
    return sys_days{std::chrono::year{year} / std::chrono::month{month} / last};
}

std::string iso(Day day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{:04}-{:02}-{:02}", year, month, date);
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto date = digits(text.substr(8, 2));
    if (!year || !month || !date) return std::nullopt;
    const year_month_day found{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                               std::chrono::day(unsigned(*date))};
    if (!found.ok()) return std::nullopt;
    return sys_days{found};
}

std::string_view month_name(unsigned month) {
    return months.at(month - 1);
}
std::string_view month_short(unsigned month) {
    return months.at(month - 1).substr(0, 3);
}

std::string spoken(Day day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{} {} {}", date, month_short(month), year);
}

std::string spoken_long(Day day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{} {} {}", date, month_name(month), year);
}

std::string spoken_with_weekday(Day day) {
    return fmt::format("{} {}", weekdays[weekday{day}.c_encoding()], spoken_long(day));
}

std::string spoken_without_year(Day day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{} {}", date, month_short(month));
}

std::string iso(Moment moment) {
    const Day date = floor<days>(moment);
    const hh_mm_ss time{moment - date};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(date), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Moment> moment_from_iso(std::string_view text) {
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    if (text[19] != '.' || text[23] != 'Z') return std::nullopt;
    const auto date = day_from_iso(text.substr(0, 10));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    const auto second = digits(text.substr(17, 2));
    const auto milli = digits(text.substr(20, 3));
    if (!date || !hour || !minute || !second || !milli) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return *date + hours{*hour} + minutes{*minute} + seconds{*second} + milliseconds{*milli};
}

milliseconds london_offset(Moment moment) {
    const int year = parts(floor<days>(moment)).year;
    const bool summer = moment >= clock_change(year, 3) && moment < clock_change(year, 10);
    return summer ? hours{1} : hours{0};
}

Day london_day(Moment moment) {
    return floor<days>(moment + london_offset(moment));
}

std::string london_time(Moment moment) {
    const auto local = moment + london_offset(moment);
    const hh_mm_ss time{local - floor<days>(local)};
    const auto hour = time.hours().count();
    const auto minute = time.minutes().count();
    const auto half = hour < 12 ? "am" : "pm";
    const auto shown = hour % 12 == 0 ? 12 : hour % 12;
    const auto zone = zone_of_the_hour_that_comes_twice(moment);
    return minute == 0 ? fmt::format("{}{}{}", shown, half, zone)
                       : fmt::format("{}.{:02}{}{}", shown, minute, half, zone);
}

Moment london_moment(Day day, minutes since_midnight) {
    const Moment in_winter = day + since_midnight;
    const Moment in_summer = in_winter - hours{1};
    return london_offset(in_summer) > minutes{0} ? in_summer : in_winter;
}

std::string spoken(Moment moment) {
    return fmt::format("{}, {}", spoken_long(london_day(moment)), london_time(moment));
}

} // namespace openmasa
