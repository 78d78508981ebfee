#include "core/clocks/bank_holiday_list.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <rapidjson/document.h>

namespace openmasa::clocks {
namespace {

std::optional<BankHoliday> read_one(const rapidjson::Value& event) {
    if (!event.IsObject() || !event.HasMember("title") || !event.HasMember("date"))
        return std::nullopt;
    const auto &title = event["title"], &date = event["date"];
    if (!title.IsString() || !date.IsString()) return std::nullopt;
    const auto when = day_from_iso({date.GetString(), date.GetStringLength()});
    if (!when) return std::nullopt;
    auto name = one_line(cleaned({title.GetString(), title.GetStringLength()}));
    if (name.empty()) return std::nullopt;
    return BankHoliday{*when, std::move(name)};
}

Refusal not_the_list() {
    return invalid("file", "This is not the list of bank holidays as GOV.UK publishes it. Get "
                           "https://www.gov.uk/bank-holidays.json and choose that file.");
}

int year_of(Day day) {
    return int(std::chrono::year_month_day(day).year());
}

/// Source: Banking and Financial Dealings Act 1971, Schedule 1, with Christmas Day and Good Friday.
constexpr int fewest_of_a_year = 8;

/// By day, when every year in it is whole and no day comes twice.
Result<std::vector<BankHoliday>> checked(std::vector<BankHoliday> list) {
    if (list.empty()) return not_the_list();
    std::ranges::sort(list, {}, &BankHoliday::day);
    std::map<int, int> of_year;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (at > 0 && list[at].day == list[at - 1].day)
            return invalid("file", fmt::format("{} stands in it twice.", spoken(list[at].day)));
        ++of_year[year_of(list[at].day)];
    }
    for (const auto& [year, days] : of_year)
        if (days < fewest_of_a_year)
            return invalid("file",
                           fmt::format("It has only {} of {}; a whole year has at least {}.",
                                       counted(days, "day"), year, fewest_of_a_year));
    return list;
}

} // namespace

Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view json) {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject() ||
        !document.HasMember("england-and-wales"))
        return not_the_list();
    const auto& division = document["england-and-wales"];
    if (!division.IsObject() || !division.HasMember("events") || !division["events"].IsArray())
        return not_the_list();
    std::vector<BankHoliday> holidays;
    for (const auto& event : division["events"].GetArray()) {
        auto one = read_one(event);
        if (!one) return not_the_list();
        holidays.push_back(std::move(*one));
    }
    return checked(std::move(holidays));
}

std::string to_lines(const std::vector<BankHoliday>& list) {
    std::string lines;
    for (const auto& one : list) lines += fmt::format("{} {}\n", iso(one.day), one.name);
    return lines;
}

Result<std::vector<BankHoliday>> from_lines(std::string_view lines) {
    std::vector<BankHoliday> list;
    for (auto line : split(lines, '\n')) {
        if (trimmed(line).empty()) continue;
        const auto when = day_from_iso(line.substr(0, 10));
        const auto name = line.size() > 10 ? one_line(line.substr(10)) : std::string();
        if (!when || name.empty()) return not_the_list();
        list.push_back({*when, name});
    }
    return checked(std::move(list));
}

std::vector<HolidayDifference> differences(const BankHolidays& known,
                                           const std::vector<BankHoliday>& published) {
    std::map<Day, HolidayDifference> days;
    const BankHolidays after(published);
    for (int year : after.published_years()) {
        for (const auto& one : known.of_year(year)) days[one.day].was = one.name;
        for (const auto& one : after.of_year(year)) days[one.day].now = one.name;
    }
    std::vector<HolidayDifference> differ;
    for (auto& [day, one] : days) {
        one.day = day;
        if (one.was != one.now) differ.push_back(std::move(one));
    }
    return differ;
}

} // namespace openmasa::clocks
