// The forms that one date is written in. Each form reads from the front or leaves it alone.
#include "kernel/target_date_years.hpp"
#include <fmt/format.h>

namespace openmasa::dates {
namespace {

using Unit = Point::Unit;
using Kind = Token::Kind;
using Found = std::optional<Point>;

bool is_month(const Token& number) {
    return number.value >= 1 && number.value <= 12;
}
bool is_day(const Token& number) {
    return number.value >= 1 && number.value <= 31;
}

Point numbered_month(const Token& month, const Token& year) {
    Point point;
    point.unit = Unit::month;
    point.which = unsigned(month.value);
    set_year(point, year);
    if (!is_month(month)) point.fault = "Write the day first, then the month.";
    return point;
}

Point numbered_day(const Token& day, const Token& month, const Token& year) {
    Point point = numbered_month(month, year);
    point.unit = Unit::day;
    point.day = unsigned(day.value);
    return point;
}

bool is_slash_or_dot(const Token& mark) {
    return mark.kind == Kind::slash || mark.kind == Kind::dot;
}

/// Three numbers with the same mark between them; slashes and dots may have spaces around them.
bool are_three_numbers(const Cursor& cursor) {
    const auto &first_mark = cursor.peek(1), &second_mark = cursor.peek(3);
    if (cursor.peek().kind != Kind::number || !cursor.peek(2).may_be_day() ||
        cursor.peek(4).kind != Kind::number || first_mark.kind != second_mark.kind)
        return false;
    return is_slash_or_dot(first_mark) || (cursor.is_tight_mark(1) && cursor.is_tight_mark(3));
}

// "30/09/2025", "30.9.25", "2025-09-30"
Found three_numbers(Cursor& cursor) {
    if (!are_three_numbers(cursor)) return std::nullopt;
    const auto &first = cursor.peek(), &second = cursor.peek(2), &third = cursor.peek(4);
    const bool has_year =
        third.has_four_digits() || (third.has_two_digits() && !cursor.is_day_before_month(4));
    cursor.skip(5);
    if (first.may_be_day() && has_year) return numbered_day(first, second, third);
    if (first.has_four_digits() && third.may_be_day()) return numbered_day(third, second, first);
    return std::nullopt;
}

// "09/2025"; "2025-09" when 09 cannot be the year after
Found two_numbers(Cursor& cursor) {
    const auto &first = cursor.peek(), &second = cursor.peek(2);
    if (first.kind != Kind::number || second.kind != Kind::number || !cursor.is_tight_mark(1))
        return std::nullopt;
    const bool iso = first.has_four_digits() && second.has_two_digits() && is_month(second) &&
                     second.value <= first.value % 100 && cursor.peek(1).kind != Kind::dot;
    const bool month_first = first.may_be_day() && second.has_four_digits();
    if (!iso && !month_first) return std::nullopt;
    cursor.skip(3);
    return iso ? numbered_month(second, first) : numbered_month(first, second);
}

// "31 Oct 2025", "1st of March 2026", "31-Oct-25"
Found day_and_month(Cursor& cursor) {
    if (!cursor.peek().may_be_day()) return std::nullopt;
    Point point;
    point.unit = Unit::day;
    point.day = unsigned(cursor.next().value);
    if (cursor.is_tight_mark()) cursor.skip(1);
    cursor.take(Sense::filler);
    if (cursor.sense() != Sense::month) return std::nullopt;
    point.which = unsigned(cursor.next().phrase.number);
    take_year(cursor, point);
    return point;
}

// "30/09", whose year stands further on
Found day_slash_month(Cursor& cursor) {
    const auto &day = cursor.peek(), &month = cursor.peek(2);
    if (cursor.peek(1).kind != Kind::slash || !cursor.is_tight_mark(1)) return std::nullopt;
    if (!day.may_be_day() || !month.may_be_day() || !is_day(day) || !is_month(month) ||
        cursor.is_day_before_month(2) || cursor.peek(3).kind == Kind::slash)
        return std::nullopt;
    Point point;
    point.unit = Unit::day;
    point.day = unsigned(day.value);
    point.which = unsigned(month.value);
    cursor.skip(3);
    take_year(cursor, point);
    return point;
}

Found day_form(Cursor& cursor) {
    const auto start = cursor.place();
    for (const auto form : {three_numbers, day_and_month, day_slash_month}) {
        cursor.go_to(start);
        if (auto point = form(cursor)) return point;
    }
    return std::nullopt;
}

// "Friday 31 October 2025"
Found weekday_and_day(Cursor& cursor) {
    const auto weekday = unsigned(cursor.peek().phrase.number);
    if (!cursor.take(Sense::weekday)) return std::nullopt;
    cursor.take(Kind::comma);
    cursor.take(Sense::filler);
    auto point = day_form(cursor);
    if (point) point->weekday = weekday;
    return point;
}

/// "October 31, 2025" and "October 31st": not British order, so not read.
bool is_month_first(const Cursor& cursor) {
    const auto& number = cursor.peek();
    if (!number.may_be_day() || cursor.is_day_before_month()) return false;
    const auto& after = cursor.peek(cursor.peek(1).kind == Kind::comma ? 2 : 1);
    return number.ordinal || number.digits == 1 || after.has_four_digits();
}

void take_month_first(Cursor& cursor, Point& point) {
    cursor.skip(1);
    const auto comma = std::size_t(cursor.peek().kind == Kind::comma);
    if (cursor.peek(comma).has_four_digits()) cursor.skip(comma + 1);
    point.fault = "Write the day first, as in 31 Oct 2025.";
}

// "Jan 2026", "Sept '25", "Oct-25"
Found month(Cursor& cursor) {
    if (cursor.sense() != Sense::month) return std::nullopt;
    Point point;
    point.unit = Unit::month;
    point.which = unsigned(cursor.next().phrase.number);
    if (is_month_first(cursor))
        take_month_first(cursor, point);
    else
        take_year(cursor, point);
    return point;
}

// "Autumn 2025", "Winter 2025/26", "Spring term 2026"; there is no winter term
Found season(Cursor& cursor) {
    if (cursor.sense() != Sense::season) return std::nullopt;
    Point point;
    point.unit = Unit::season;
    point.which = unsigned(cursor.next().phrase.number);
    if (point.which <= 3 && cursor.take(Sense::term)) point.unit = Unit::term;
    take_years(cursor, point);
    return point;
}

/// "Q3", "quarter 3", "3rd quarter"
bool take_quarter(Cursor& cursor, Point& point) {
    const bool word_first = cursor.sense() == Sense::quarter;
    const auto& number = cursor.peek(word_first ? 1 : 0);
    const bool is_quarter = number.may_be_day() && number.value >= 1 && number.value <= 4 &&
                            number.ordinal != word_first;
    if (!is_quarter || cursor.sense(word_first ? 0 : 1) != Sense::quarter) return false;
    point.unit = Unit::quarter;
    point.which = unsigned(number.value);
    cursor.skip(2);
    return true;
}

// "Q3 2025/26", "quarter 3 of 2025-26"
Found quarter(Cursor& cursor) {
    Point point;
    if (!take_quarter(cursor, point)) return std::nullopt;
    take_years(cursor, point);
    return point;
}

// "2026", "2025-26", "FY 25/26", "academic year 2025/26", "2025/26 Q3"
Found years(Cursor& cursor) {
    Point point;
    if (!take_year_alone(cursor, point)) return std::nullopt;
    take_quarter(cursor, point);
    return point;
}

// "Mid Nov 21", "end of Q3 2025/26", "early 2026"
Found part(Cursor& cursor) {
    const auto part = Point::Part(cursor.peek().phrase.number);
    if (!cursor.take(Sense::part)) return std::nullopt;
    if (cursor.is_tight_mark()) cursor.skip(1);
    while (cursor.take(Sense::filler)) {
    }
    const auto start = cursor.place();
    for (const auto form : {two_numbers, month, season, quarter, years}) {
        cursor.go_to(start);
        auto point = form(cursor);
        if (point) return point->part = part, point;
    }
    return std::nullopt;
}

// "1" in "1 - 15 Nov 2025"
Found number(Cursor& cursor) {
    const auto& number = cursor.next();
    if (!number.may_be_day() || !is_day(number)) return std::nullopt;
    Point point;
    point.day = unsigned(number.value);
    return point;
}

} // namespace

std::optional<FoundPoint> point_at(const std::vector<Token>& tokens, std::size_t at) {
    for (const auto form : {weekday_and_day, three_numbers, two_numbers, day_and_month,
                            day_slash_month, part, month, season, quarter, years, number}) {
        Cursor cursor(tokens, at);
        auto point = form(cursor);
        if (!point) continue;
        point->text = cursor.text_since(at);
        if (!point->fault.empty())
            point->fault = fmt::format(R"("{}" is not a date. {})", point->text, point->fault);
        return FoundPoint{std::move(*point), cursor.place() - at};
    }
    return std::nullopt;
}

} // namespace openmasa::dates
