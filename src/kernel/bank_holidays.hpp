#pragma once
// Bank holidays in England and Wales. The days that come every year follow from a rule; days that
// were given or moved once are data. A list as the government publishes it takes the place of both
// in the years it covers.
// Source: Banking and Financial Dealings Act 1971 s.1 and Schedule 1; the yearly proclamations;
// https://www.gov.uk/bank-holidays.json (Open Government Licence v3). Check before relying on a day
// further ahead than the published list.
#include "kernel/day.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

struct BankHoliday {
    Day day;
    std::string name; // "Good Friday"
    bool operator==(const BankHoliday&) const = default;
};

class BankHolidays {
public:
    /// By the rule, with the days given or moved once that are known.
    BankHolidays() = default;
    /// With a published list.
    explicit BankHolidays(std::vector<BankHoliday> published);

    /// Its name if it is one, else empty. Years 1978 to 9999.
    std::string name_of(Day day) const;
    /// All of a year, by day.
    std::vector<BankHoliday> of_year(int year) const;

    /// Whether the year is as the list has it, and not by the rule.
    bool is_published(int year) const;
    /// The years that the list has, in their order.
    std::vector<int> published_years() const;

private:
    std::vector<BankHoliday> published_; // by day
};

} // namespace openmasa
