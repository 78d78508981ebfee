#include "kernel/target_date_years.hpp"
#include <fmt/format.h>

namespace openmasa::dates {
namespace {

using Unit = Point::Unit;
using Kind = Token::Kind;

constexpr int century = 2000;

bool is_year(int year) {
    return year >= first_year && year <= last_year;
}

bool is_plain_year(const Token& token) {
    return token.has_four_digits() || token.apostrophe;
}

int year_of(const Token& token) {
    return token.digits == 4 ? token.value : century + token.value;
}

/// "26" after 2025 is 2026, "00" after 2099 is 2100.
int second_year(int first, const Token& second) {
    if (second.digits == 4) return second.value;
    const bool turns = first % 100 == 99 && second.value == 0;
    return first - first % 100 + second.value + (turns ? 100 : 0);
}

/// In "1 Nov-15 Nov 2025" and "31 Oct 30 Nov 2025" the second number is the next date's day; in
/// "Nov 25 Jan 26" it is a year.
bool is_day_of_next(const Cursor& cursor, const Point& point, bool linked) {
    if (!cursor.is_day_before_month()) return false;
    return linked || (point.unit == Unit::day && cursor.peek(2).has_four_digits());
}

/// Takes what may stand between a month and its year; says whether that was a tight mark, as in
/// "Oct-25".
bool take_link(Cursor& cursor) {
    const bool linked = cursor.is_tight_mark();
    if (linked)
        cursor.skip(1);
    else if (cursor.peek(1).has_four_digits() && cursor.take(Kind::comma))
        return false;
    else
        cursor.take(Sense::filler);
    return linked;
}

/// A narrow cell breaks "31 Oct 2025" before its year, which then has a line to itself.
void take_year_on_own_line(Cursor& cursor, Point& point) {
    const auto after = cursor.peek(2).kind;
    const bool alone = after == Kind::end || after == Kind::line;
    if (!alone || !cursor.peek(1).has_four_digits() || !cursor.take(Kind::line)) return;
    set_year(point, cursor.next());
}

/// Two years in a row, written tightly: "2025/26", "25-26".
bool is_tight_pair(const Cursor& cursor) {
    const auto &first = cursor.peek(), &second = cursor.peek(2);
    if (!cursor.is_tight_mark(1) || cursor.peek(1).kind == Kind::dot) return false;
    if (first.has_four_digits())
        return is_year(first.value) && (second.has_two_digits() || second.has_four_digits()) &&
               second_year(first.value, second) == first.value + 1;
    return first.has_two_digits() && second.has_two_digits() &&
           second.value == (first.value + 1) % 100;
}

/// "2025 - 26", "2025 to 2026", "2025-28"; with a slash the second must be the next.
bool is_loose_pair(const Cursor& cursor) {
    const auto &first = cursor.peek(), &mark = cursor.peek(1), &second = cursor.peek(2);
    if (!first.has_four_digits() || !is_year(first.value)) return false;
    if (!second.has_two_digits() && !second.has_four_digits()) return false;
    if (cursor.is_day_before_month(2)) return false;
    if (mark.kind == Kind::slash) return second_year(first.value, second) == first.value + 1;
    return mark.kind == Kind::dash || mark.phrase.sense == Sense::to;
}

void take_pair(Cursor& cursor, Point& point) {
    const auto &first = cursor.peek(), &second = cursor.peek(2);
    cursor.skip(3);
    set_year(point, first);
    point.second_year = second_year(*point.year, second);
    if (*point.second_year <= *point.year) point.fault = "It ends before it starts.";
    if (*point.second_year > last_year + 1) set_year(point, second);
}

bool take_kind_of_year(Cursor& cursor, Point& point) {
    if (cursor.take(Sense::financial)) return point.unit = Unit::financial_year, true;
    if (cursor.take(Sense::academic)) return point.unit = Unit::academic_year, true;
    return cursor.take(Sense::calendar);
}

/// One year alone has four digits; two will do after "FY".
bool take_one_year(Cursor& cursor, Point& point, bool named) {
    const auto& year = cursor.peek();
    const bool four = year.has_four_digits() && (named || is_year(year.value));
    const bool two = named && year.has_two_digits() && !cursor.is_day_before_month();
    if (!four && !two) return false;
    set_year(point, cursor.next());
    return true;
}

} // namespace

void take_year(Cursor& cursor, Point& point) {
    const auto start = cursor.place();
    const bool linked = take_link(cursor);
    if (is_plain_year(cursor.peek())) return set_year(point, cursor.next());
    if (cursor.peek().has_two_digits() && !is_day_of_next(cursor, point, linked))
        return set_year(point, cursor.next());
    cursor.go_to(start);
    take_year_on_own_line(cursor, point);
}

void take_years(Cursor& cursor, Point& point) {
    const auto start = cursor.place();
    take_link(cursor);
    if (cursor.sense() == Sense::financial || cursor.sense() == Sense::academic) cursor.skip(1);
    if (is_tight_pair(cursor)) return take_pair(cursor, point);
    if (is_plain_year(cursor.peek())) return set_year(point, cursor.next());
    if (cursor.peek().has_two_digits() && !cursor.is_day_before_month())
        return set_year(point, cursor.next());
    cursor.go_to(start);
    take_year_on_own_line(cursor, point);
}

bool take_year_alone(Cursor& cursor, Point& point) {
    point.unit = Unit::calendar_year;
    const bool named = take_kind_of_year(cursor, point);
    if (named) cursor.take(Sense::filler);
    if (is_tight_pair(cursor) || is_loose_pair(cursor))
        take_pair(cursor, point);
    else if (!take_one_year(cursor, point, named))
        return false;
    if (!named) take_kind_of_year(cursor, point);
    if (point.second_year && point.unit == Unit::calendar_year) point.unit = Unit::financial_year;
    return true;
}

void set_year(Point& point, const Token& year) {
    point.year = year_of(year);
    if (year.digits == 4 && !is_year(year.value))
        point.fault =
            fmt::format(R"("{}" is not a year from {} to {}.)", year.text, first_year, last_year);
}

} // namespace openmasa::dates
