// What a target date means, in the product's words.
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa {
namespace {

using Kind = TargetDate::Kind;

std::string span(Day first, Day last) {
    const std::chrono::year_month_day start{first}, end{last};
    if (first == last) return "by " + spoken(last);
    if (start.year() != end.year()) return fmt::format("{} to {}", spoken(first), spoken(last));
    if (start.month() != end.month())
        return fmt::format("{} to {}", spoken_without_year(first), spoken(last));
    return fmt::format("{} to {}", unsigned(start.day()), spoken(last));
}

std::string ends(const TargetDate& target) {
    if (target.earliest && target.latest) return span(*target.earliest, *target.latest);
    if (target.latest) return "by " + spoken(*target.latest);
    if (target.earliest) return fmt::format("from {}, no end date", spoken(*target.earliest));
    return "no end date";
}

/// "every 3 months", "every 2 years", "every week".
std::string every(Period period) {
    const auto said = [](int number, std::string_view unit) {
        return number == 1 ? fmt::format("every {}", unit)
                           : fmt::format("every {}", counted(number, unit));
    };
    if (period.months > 0 && period.months % 12 == 0) return said(period.months / 12, "year");
    if (period.months > 0) return said(period.months, "month");
    return period.days % 7 == 0 ? said(period.days / 7, "week") : said(period.days, "day");
}

std::string recurrence(const TargetDate& target) {
    auto words = every(target.period.value_or(Period{}));
    if (target.earliest) words += " from " + spoken(*target.earliest);
    if (target.latest) words += " until " + spoken(*target.latest);
    return words;
}

/// A year from September to August is a school year, which its days do not show at once.
std::string year(const TargetDate& target) {
    const bool school = unsigned(std::chrono::year_month_day{*target.earliest}.month()) == 9;
    return ends(target) + (school ? ", the school year" : "");
}

std::string meaning_of_step(const TargetDate& step) {
    return step.kind == Kind::day ? ends(step) : meaning(step);
}

bool is_due(const TargetDate& step) {
    return step.latest && step.kind != Kind::recurring;
}

std::string steps(const std::vector<TargetDate>& steps) {
    std::vector<std::string> said;
    const bool all_due = std::ranges::all_of(steps, is_due);
    for (const auto& step : steps)
        said.push_back(all_due ? spoken(*step.latest) : meaning_of_step(step));
    const auto count = counted(static_cast<long long>(said.size()), "step");
    if (!all_due) return fmt::format("{}: {}", count, join(said, "; "));
    const auto last = said.back();
    said.pop_back();
    return fmt::format("{}, by {} and {}", count, join(said, ", "), last);
}

} // namespace

std::string meaning(const TargetDate& target) {
    switch (target.kind) {
    case Kind::day: return "by this day";
    case Kind::month:
    case Kind::part:
    case Kind::range:
    case Kind::season:
    case Kind::term:
    case Kind::quarter:
    case Kind::from:
    case Kind::ongoing: return ends(target);
    case Kind::year: return year(target);
    case Kind::recurring: return recurrence(target);
    case Kind::milestones: return steps(target.milestones);
    case Kind::unknown: break;
    }
    return one_line(target.words).empty() ? "" : "not a date";
}

} // namespace openmasa
