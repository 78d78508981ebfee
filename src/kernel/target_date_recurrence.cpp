#include "kernel/target_date_recurrence.hpp"
#include "kernel/target_date_point.hpp"

namespace openmasa::dates {
namespace {

using Tokens = std::vector<Token>;
using Found = std::optional<FoundPeriod>;

constexpr Period a_week{.months = 0, .days = 7}, a_month{.months = 1, .days = 0},
    a_year{.months = 12, .days = 0};
constexpr int most_times = 60;

Period times(int count, Period period) {
    return {.months = count * period.months, .days = count * period.days};
}

/// Takes "3" or "three"; 0 if no number that counts stands there.
int take_count(Cursor& cursor) {
    const auto& token = cursor.peek();
    if (cursor.take(Sense::count)) return token.phrase.number;
    if (!token.may_be_day() || token.ordinal || token.value < 1) return 0;
    cursor.skip(1);
    return std::min(token.value, most_times);
}

// "quarterly"
Found cadence(const Tokens&, Cursor& cursor) {
    if (cursor.sense() != Sense::cadence) return std::nullopt;
    return FoundPeriod{cursor.next().phrase.period};
}

// "six-monthly", "3 monthly"
Found counted_cadence(const Tokens&, Cursor& cursor) {
    const int count = take_count(cursor);
    if (count == 0) return std::nullopt;
    if (cursor.is_tight_mark()) cursor.skip(1);
    const auto [words, sense, number, period] = cursor.next().phrase;
    const bool is_one = period == a_week || period == a_month || period == a_year;
    if (sense != Sense::cadence || !is_one) return std::nullopt;
    return FoundPeriod{times(count, period)};
}

// "every 3 months", "each term", "every other month"
Found every_unit(const Tokens&, Cursor& cursor) {
    if (!cursor.take(Sense::every)) return std::nullopt;
    const int count = cursor.take(Sense::other) ? 2 : std::max(1, take_count(cursor));
    const auto& unit = cursor.next().phrase;
    if (unit.sense == Sense::cadence || unit.period == Period{}) return std::nullopt;
    return FoundPeriod{times(count, unit.period)};
}

// "every Monday"
Found every_weekday(const Tokens&, Cursor& cursor) {
    if (!cursor.take(Sense::every) || !cursor.take(Sense::weekday)) return std::nullopt;
    return FoundPeriod{a_week};
}

bool take_list_mark(Cursor& cursor) {
    return cursor.take(Token::Kind::comma) || cursor.take(Token::Kind::plus) ||
           cursor.take(Token::Kind::slash) || cursor.take(Sense::conjunction);
}

/// "June" or "1 April": a date of every year.
bool take_yearly(const Tokens& tokens, Cursor& cursor) {
    const auto found = point_at(tokens, cursor.place());
    if (!found || !lacks_year(found->point) || found->point.unit == Point::Unit::number)
        return false;
    cursor.skip(found->tokens);
    return true;
}

// "each June", "every May and November": as often as they share out the year
Found every_date(const Tokens& tokens, Cursor& cursor) {
    if (!cursor.take(Sense::every) || !take_yearly(tokens, cursor)) return std::nullopt;
    int times_a_year = 1;
    for (auto next = cursor; take_list_mark(next) && take_yearly(tokens, next); ++times_a_year)
        cursor.go_to(next.place());
    const bool even = 12 % times_a_year == 0;
    return FoundPeriod{even ? Period{.months = 12 / times_a_year, .days = 0} : a_year};
}

} // namespace

std::optional<FoundPeriod> period_at(const std::vector<Token>& tokens, std::size_t at) {
    for (const auto form : {cadence, counted_cadence, every_unit, every_weekday, every_date}) {
        Cursor cursor(tokens, at);
        auto found = form(tokens, cursor);
        if (!found) continue;
        found->tokens = cursor.place() - at;
        return found;
    }
    return std::nullopt;
}

} // namespace openmasa::dates
