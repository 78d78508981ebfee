#include "intelligence/return_rule.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::string_view frequencies[] = {"month", "quarter", "year"};
constexpr std::string_view asked_texts[] = {"whole", "district", "locality"};
/// Nobody is given longer than this.
constexpr int most_days = 366;

template<class Enum, std::size_t size>
bool found_in(const std::string_view (&texts)[size], std::string_view text, Enum& value) {
    const auto* at = std::ranges::find(texts, text);
    if (at == std::end(texts)) return false;
    value = static_cast<Enum>(at - std::begin(texts));
    return true;
}

/// The number that is all of the text.
std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

/// 1 to 12 of "July", "jul"; nought of anything else.
unsigned month_called(std::string_view word) {
    for (unsigned month = 1; month <= 12; ++month)
        if (lower(month_name(month)) == word || lower(month_short(month)) == word) return month;
    return 0;
}

std::string_view ordinal(unsigned number) {
    if (number % 100 >= 11 && number % 100 <= 13) return "th";
    constexpr std::array<std::string_view, 4> ends = {"th", "st", "nd", "rd"};
    return number % 10 < ends.size() ? ends[number % 10] : "th";
}

/// "20th" as 20; a bare number is none.
std::optional<int> ordinal_of(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    const auto number = number_of(word.substr(0, word.size() - 2));
    if (!number || *number < 1 || word.substr(word.size() - 2) != ordinal(unsigned(*number)))
        return std::nullopt;
    return number;
}

bool is_in_some_month(unsigned month, unsigned day) {
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= unsigned(year_month_day(last_day_of_month(2024, month)).day());
}

/// That day of that month, or the month's last where it is shorter.
Day day_in(int year, unsigned month, unsigned number) {
    const auto last = last_day_of_month(year, month);
    return std::min(last, openmasa::day(year, month, 1) + days{number - 1});
}

Day first_day_of_month_after(Day last, unsigned number) {
    const year_month_day end(last);
    const auto here = day_in(int(end.year()), unsigned(end.month()), number);
    if (here > last) return here;
    const year_month_day next(last_day_of_month(int(end.year()), unsigned(end.month())) + days{1});
    return day_in(int(next.year()), unsigned(next.month()), number);
}

Day first_day_of_year_after(Day last, unsigned month, unsigned number) {
    const int year = int(year_month_day(last).year());
    const auto here = day_in(year, month, number);
    return here > last ? here : day_in(year + 1, month, number);
}

Refusal no_due_rule() {
    return invalid("due", "Say by when: days after the period ends, like 15; a day of the month "
                          "after, like 20th; or a day of the year, like 31 July.");
}

std::optional<DueRule> days_after(std::string_view word) {
    const auto number = number_of(word);
    if (!number || *number < 1 || *number > most_days) return std::nullopt;
    return DueRule{.kind = DueRule::Kind::days_after, .days = *number};
}

std::optional<DueRule> day_of_year(std::string_view day_word, std::string_view month_word) {
    auto number = number_of(day_word);
    if (!number) number = ordinal_of(day_word);
    const auto month = month_called(month_word);
    if (!number || *number < 1 || !is_in_some_month(month, unsigned(*number))) return std::nullopt;
    return DueRule{.kind = DueRule::Kind::day_of_year, .month = month, .day = unsigned(*number)};
}

} // namespace

std::string_view to_text(Frequency frequency) {
    return frequencies[static_cast<std::size_t>(frequency)];
}
bool from_text(std::string_view text, Frequency& frequency) {
    return found_in(frequencies, text, frequency);
}
std::string spoken(Frequency frequency, PeriodKind year) {
    return fmt::format("Every {}",
                       frequency == Frequency::year ? openmasa::spoken(year) : to_text(frequency));
}

std::string_view to_text(AskedOf asked) {
    return asked_texts[static_cast<std::size_t>(asked)];
}
bool from_text(std::string_view text, AskedOf& asked) {
    return found_in(asked_texts, text, asked);
}

std::string to_text(const DueRule& rule) {
    switch (rule.kind) {
    case DueRule::Kind::days_after: return fmt::format("+{}", rule.days);
    case DueRule::Kind::day_of_month: return std::to_string(rule.day);
    case DueRule::Kind::day_of_year: break;
    }
    return fmt::format("{:02}-{:02}", rule.month, rule.day);
}

bool from_text(std::string_view text, DueRule& rule) {
    std::optional<DueRule> read;
    if (text.starts_with('+')) {
        read = days_after(text.substr(1));
    } else if (const auto dash = text.find('-'); dash != text.npos) {
        const auto month = number_of(text.substr(0, dash)),
                   number = number_of(text.substr(dash + 1));
        if (month && number && *month > 0 && *number > 0 &&
            is_in_some_month(unsigned(*month), unsigned(*number)))
            read = DueRule{.kind = DueRule::Kind::day_of_year,
                           .month = unsigned(*month),
                           .day = unsigned(*number)};
    } else if (const auto number = number_of(text); number && *number >= 1 && *number <= 31) {
        read = DueRule{.kind = DueRule::Kind::day_of_month, .day = unsigned(*number)};
    }
    if (read) rule = *read;
    return read.has_value();
}

Result<DueRule> read_due_rule(std::string_view typed) {
    const auto text = lower(one_line(typed));
    const auto words = split(text, ' ');
    std::optional<DueRule> rule;
    if (words.size() == 1) {
        rule = days_after(words[0]);
        if (const auto number = ordinal_of(words[0]); number && *number <= 31)
            rule = DueRule{.kind = DueRule::Kind::day_of_month, .day = unsigned(*number)};
    } else if (words.size() == 2) {
        rule = words[1] == "days" || words[1] == "day" ? days_after(words[0])
                                                       : day_of_year(words[0], words[1]);
    }
    if (!rule) return no_due_rule();
    return *rule;
}

std::string typed_as(const DueRule& rule) {
    switch (rule.kind) {
    case DueRule::Kind::days_after: return counted(rule.days, "day");
    case DueRule::Kind::day_of_month: return fmt::format("{}{}", rule.day, ordinal(rule.day));
    case DueRule::Kind::day_of_year: break;
    }
    return fmt::format("{} {}", rule.day, month_name(rule.month));
}

std::string spoken(const DueRule& rule) {
    switch (rule.kind) {
    case DueRule::Kind::days_after: return typed_as(rule) + " after the period ends";
    case DueRule::Kind::day_of_month:
        return fmt::format("on the {}, the first after the period ends", typed_as(rule));
    case DueRule::Kind::day_of_year: break;
    }
    return fmt::format("on {}, the first after the period ends", typed_as(rule));
}

Day due_on(const DueRule& rule, const FigurePeriod& period) {
    const auto last = period.last();
    switch (rule.kind) {
    case DueRule::Kind::days_after: return last + days{rule.days};
    case DueRule::Kind::day_of_month: return first_day_of_month_after(last, rule.day);
    case DueRule::Kind::day_of_year: break;
    }
    return first_day_of_year_after(last, rule.month, rule.day);
}

FigurePeriod period_with(const ReturnRule& rule, Day day) {
    const year_month_day date(day);
    const int year = int(date.year());
    const auto month = unsigned(date.month());
    switch (rule.frequency) {
    case Frequency::month: return FigurePeriod::of_month(year, month);
    case Frequency::quarter: return FigurePeriod::of_quarter(year, (month - 1) / 3 * 3 + 1);
    case Frequency::year: break;
    }
    const auto same = FigurePeriod::of_years(rule.year, year);
    if (same.first() > day) return FigurePeriod::of_years(rule.year, year - 1);
    return same.last() < day ? same.next() : same;
}

bool is_of_its_kind(const ReturnRule& rule, const FigurePeriod& period) {
    return period_with(rule, period.first()) == period;
}

std::vector<FigurePeriod> periods_due(const ReturnRule& rule, Day last_due) {
    std::vector<FigurePeriod> due;
    auto period = period_with(rule, rule.from);
    if (period.first() < rule.from) period = period.next();
    for (; due_on(rule.due, period) <= last_due; period = period.next()) {
        if (rule.to && period.last() > *rule.to) break;
        due.push_back(period);
    }
    return due;
}

std::optional<OwnerId> owner_on(std::span<const OwnerSince> since, Day day) {
    std::optional<OwnerId> owner;
    for (const auto& one : since)
        if (one.from <= day) owner = one.owner;
    return owner;
}

std::optional<OwnerId> owes(std::span<const OwnerSince> since, const FigurePeriod& period) {
    return owner_on(since, period.last());
}

} // namespace openmasa::intelligence
