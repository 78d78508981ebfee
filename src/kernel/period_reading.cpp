// How files and people write a period, read.
#include "kernel/period.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace openmasa {
namespace {

using Read = std::optional<FigurePeriod>;

/// A run of digits, a word in small letters, or one sign.
struct Token {
    enum class Is { number, word, sign } is;
    std::string text;
    int number = 0;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    const auto run_to = [&](std::size_t at, bool (*belongs)(char)) {
        while (at < text.size() && belongs(text[at])) ++at;
        return at;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            const auto end = run_to(at, is_digit);
            Token token{Token::Is::number, std::string(text.substr(at, end - at))};
            if (token.text.size() <= 6)
                std::from_chars(token.text.data(), token.text.data() + token.text.size(),
                                token.number);
            tokens.push_back(std::move(token));
            at = end;
        } else if (is_letter(text[at])) {
            const auto end = run_to(at, is_letter);
            tokens.push_back({Token::Is::word, lower(text.substr(at, end - at))});
            at = end;
        } else {
            if (text[at] != ' ') tokens.push_back({Token::Is::sign, std::string(1, text[at])});
            ++at;
        }
    }
    return tokens;
}

/// What a writing looks like: "#4" for a number of four digits, words and signs as they stand.
std::string shape_of(const std::vector<Token>& tokens) {
    std::string shape;
    for (const auto& token : tokens) {
        if (!shape.empty()) shape += ' ';
        shape += token.is == Token::Is::number ? fmt::format("#{}", token.text.size())
                 : token.is == Token::Is::word ? std::string("word")
                                               : token.text;
    }
    return shape;
}

/// 1 to 12; 0 for what is no month.
unsigned month_called(std::string_view word) {
    for (unsigned month = 1; month <= 12; ++month)
        if (word == lower(month_name(month)) || word == lower(month_short(month)) ||
            (month == 9 && word == "sept"))
            return month;
    return 0;
}

/// The year that ends with those two digits, at or after `from`.
int with_end(int from, int two_digits) {
    const int year = from / 100 * 100 + two_digits;
    return year < from ? year + 100 : year;
}

bool is_a_year(int year) {
    return year >= 1000;
}

/// A year that lies across two calendar years, named by both of them: the bare kind says which.
PeriodKind across(PeriodKind bare, bool slash) {
    if (bare == PeriodKind::academic_year) return bare;
    return slash && bare == PeriodKind::calendar_year ? PeriodKind::financial_year
           : bare == PeriodKind::calendar_year        ? PeriodKind::calendar_year
                                                      : PeriodKind::financial_year;
}

/// A bare year: of those that lie across two it is the one in which they end.
Read bare_year(int year, PeriodKind kind) {
    if (!is_a_year(year)) return std::nullopt;
    const bool ends = kind == PeriodKind::financial_year || kind == PeriodKind::academic_year;
    return FigurePeriod::of_years(kind, ends ? year - 1 : year);
}

/// "2024-25" is one year across two, "2014-16" are three calendar years.
Read two_years(int first, int last, PeriodKind bare, bool slash) {
    if (!is_a_year(first) || last <= first || last - first >= 100) return std::nullopt;
    const auto kind = across(bare, slash);
    if (last == first + 1 && kind != PeriodKind::calendar_year)
        return FigurePeriod::of_years(kind, first);
    if (slash) return std::nullopt;
    const auto span = bare == PeriodKind::reporting_year ? bare : PeriodKind::calendar_year;
    return FigurePeriod::of_years(span, first, last - first + 1);
}

/// "2010/11 - 12/13": years across two, from one to another.
Read from_to(int first, int first_end, int last, int last_end, PeriodKind bare) {
    if (with_end(first, first_end) != first + 1) return std::nullopt;
    const int last_year = last < 100 ? with_end(first, last) : last;
    if (last_year <= first || last_year - first >= 100 ||
        with_end(last_year, last_end) != last_year + 1)
        return std::nullopt;
    return FigurePeriod::of_years(across(bare, true), first, last_year - first + 1);
}

/// The quarter of a year that begins in `year`; calendar years begin in January.
Read quarter(int number, int year, PeriodKind kind) {
    if (number < 1 || number > 4 || !is_a_year(year)) return std::nullopt;
    const unsigned starts = kind == PeriodKind::calendar_year   ? 1
                            : kind == PeriodKind::academic_year ? 9
                                                                : 4;
    const unsigned month = starts + 3 * unsigned(number - 1);
    return FigurePeriod::of_quarter(month > 12 ? year + 1 : year, month > 12 ? month - 12 : month);
}

/// Source: ISO 8601: week 1 is the one with 4 January, weeks begin on Mondays.
Read week(int number, int year) {
    if (number < 1 || number > 53 || !is_a_year(year) || year > 9000) return std::nullopt;
    const auto fourth = day(year, 1, 4);
    const auto since_monday = std::chrono::weekday(fourth) - std::chrono::Monday;
    const auto monday = fourth - since_monday + std::chrono::days{7 * (number - 1)};
    const auto fourth_next = day(year + 1, 1, 4);
    const auto next = fourth_next - (std::chrono::weekday(fourth_next) - std::chrono::Monday);
    return monday < next ? Read(FigurePeriod::of_week(monday)) : std::nullopt;
}

std::optional<Day> real_day(int year, unsigned month, int day_of_month) {
    return month == 0 ? std::nullopt
                      : day_from_iso(fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month));
}

Read as_day(const std::optional<Day>& day) {
    return day ? Read(FigurePeriod::of_day(*day)) : std::nullopt;
}

Read month(int year, unsigned number) {
    return number < 1 || number > 12 || !is_a_year(year)
               ? std::nullopt
               : Read(FigurePeriod::of_month(year, number));
}

Read only_numbers(const std::string& shape, const std::vector<Token>& t, PeriodKind bare) {
    const auto n = [&](std::size_t at) { return t[at].number; };
    if (shape == "#4") return bare_year(n(0), bare);
    if (shape == "#6") return two_years(n(0) / 100, with_end(n(0) / 100, n(0) % 100), bare, true);
    if (shape == "#4 / #2") return two_years(n(0), with_end(n(0), n(2)), bare, true);
    if (shape == "#4 / #4") return two_years(n(0), n(2), bare, true);
    if (shape == "#4 - #2") return two_years(n(0), with_end(n(0), n(2)), bare, false);
    if (shape == "#4 - #4") return two_years(n(0), n(2), bare, false);
    if (shape == "#4 - #2 - #2") return as_day(real_day(n(0), unsigned(n(2)), n(4)));
    if (shape == "#2 / #2 / #4" || shape == "#1 / #2 / #4" || shape == "#2 / #1 / #4" ||
        shape == "#1 / #1 / #4")
        return as_day(real_day(n(4), unsigned(n(2)), n(0)));
    if (shape == "#4 / #2 - #2 / #2" || shape == "#4 / #2 - #4 / #2" ||
        shape == "#4 - #2 - #4 - #2")
        return from_to(n(0), n(2), n(4), n(6), bare);
    return std::nullopt;
}

/// "q" and a number, with a year before or behind: the year in which the four quarters begin.
Read quarter_of(const std::vector<Token>& t, PeriodKind bare) {
    const auto q = std::ranges::find(t, "q", &Token::text);
    if (q == t.end() || q + 1 == t.end() || (q + 1)->text.size() != 1) return std::nullopt;
    std::vector<Token> rest(t.begin(), q);
    rest.insert(rest.end(), q + 2, t.end());
    const auto shape = shape_of(rest);
    if (shape == "#4")
        return quarter((q + 1)->number, rest.front().number, PeriodKind::calendar_year);
    const auto whole = only_numbers(shape, rest, bare);
    if (!whole || whole->years() != 1 || whole->kind() == PeriodKind::single_day)
        return std::nullopt;
    const std::chrono::year_month_day begins(whole->first());
    return quarter((q + 1)->number, int(begins.year()), whole->kind());
}

/// "apr to jun 2025", with any sign between the months.
Read months_in_a_row(const std::vector<Token>& t) {
    if (t.size() != 4 || t[3].text.size() != 4) return std::nullopt;
    const auto from = month_called(t[0].text), to = month_called(t[2].text);
    if (from == 0 || to == 0 || (from + 1) % 12 + 1 != to) return std::nullopt;
    const int year = t[3].number;
    return is_a_year(year) ? Read(FigurePeriod::of_quarter(to < from ? year - 1 : year, from))
                           : std::nullopt;
}

/// "2014 to 2016", "2010-11 to 2012-13".
std::string with_dashes(std::string_view text) {
    auto plain = one_line(text);
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2212", " to "})
        for (auto at = plain.find(dash); at != plain.npos; at = plain.find(dash))
            if (dash != " to " || (at > 0 && is_digit(plain[at - 1])))
                plain.replace(at, dash.size(), "-");
            else
                return plain;
    return plain;
}

Read with_words(const std::string& shape, std::vector<Token> t) {
    if (shape.starts_with("word #") && (t[0].text == "at" || t[0].text == "on")) t.erase(t.begin());
    if (shape.starts_with("w / word ") || shape.starts_with("word / word "))
        t.erase(t.begin(), t.begin() + 3);
    const auto now = shape_of(t);
    if (now == "word #4") return month(t[1].number, month_called(t[0].text));
    if (now == "#4 word") return month(t[0].number, month_called(t[1].text));
    if (now == "#2 word #4" || now == "#1 word #4")
        return as_day(real_day(t[2].number, month_called(t[1].text), t[0].number));
    return std::nullopt;
}

Read week_of(std::string_view text, const std::vector<Token>& t) {
    const auto shape = shape_of(t);
    if (t[0].text == "week" && (shape == "word #2 #4" || shape == "word #1 #4"))
        return week(t[1].number, t[2].number);
    const bool iso_week = shape == "#4 word #2" || shape == "#4 - word #2";
    if (iso_week && (t.rbegin()[1].text == "w" || t.rbegin()[1].text == "week"))
        return week(t.back().number, t[0].number);
    const bool is_from = text.starts_with("w/c") || text.starts_with("week from");
    if (!is_from) return std::nullopt;
    const auto begins = with_words("", {t.begin() + (t[0].text == "week" ? 2 : 3), t.end()});
    return begins && begins->kind() == PeriodKind::single_day
               ? Read(FigurePeriod::of_week(begins->first()))
               : std::nullopt;
}

Read read_bare(std::string_view text, PeriodKind bare) {
    const auto plain = lower(with_dashes(text));
    const auto t = tokens_of(plain);
    if (t.empty()) return std::nullopt;
    const auto shape = shape_of(t);
    if (shape == "#4 - #2" && t[2].number <= 12 && t[2].number > 0 &&
        with_end(t[0].number, t[2].number) - t[0].number > 20)
        return month(t[0].number, unsigned(t[2].number)); // "2025-04" cannot be years
    if (auto numbers = only_numbers(shape, t, bare)) return numbers;
    if (auto year_to = shape == "word word #2 word #4" && t[0].text == "year"; year_to)
        return t[3].text == "march" && t[2].number == 31
                   ? bare_year(t[4].number, PeriodKind::reporting_year)
                   : std::nullopt;
    if (auto found = quarter_of(t, bare)) return found;
    if (auto found = months_in_a_row(t)) return found;
    if (auto found = week_of(plain, t)) return found;
    return with_words(shape, t);
}

struct Mark {
    std::string_view words;
    FigureStanding standing;
};
constexpr Mark marks[] = {
    {"(prov)", FigureStanding::provisional},
    {"(provisional)", FigureStanding::provisional},
    {"(p)", FigureStanding::provisional},
    {"[p]", FigureStanding::provisional},
    {"provisional", FigureStanding::provisional},
    {"prov", FigureStanding::provisional},
    {"(revised)", FigureStanding::revised},
    {"(rev)", FigureStanding::revised},
    {"(r)", FigureStanding::revised},
    {"[r]", FigureStanding::revised},
    {"revised", FigureStanding::revised},
    {"(final)", FigureStanding::published},
    {"final", FigureStanding::published},
};

/// Takes the mark off the end.
FigureStanding take_standing(std::string& text) {
    for (const auto& mark : marks) {
        if (!lower(text).ends_with(mark.words)) continue;
        text =
            std::string(trimmed(std::string_view(text).substr(0, text.size() - mark.words.size())));
        return mark.standing;
    }
    return FigureStanding::published;
}

Result<WrittenPeriod> plausible(const Read& read, std::string_view text, FigureStanding standing,
                                Day today) {
    if (!read)
        return invalid("period", fmt::format("\"{}\" is no period that can be read. Write 2024-25, "
                                             "2025 Q1, April 2025 or 31 March 2025.",
                                             shortened(text, 40)));
    if (auto why = implausible(*read, today)) return invalid("period", std::move(*why));
    return WrittenPeriod{.period = *read, .standing = standing};
}

} // namespace

Result<WrittenPeriod> read_period(std::string_view text, PeriodKind year, Day today) {
    auto bare = one_line(text);
    const auto standing = take_standing(bare);
    return plausible(read_bare(bare, year), text, standing, today);
}

Result<WrittenPeriod> read_period(std::string_view code, std::string_view identifier, Day today) {
    const auto as = lower(one_line(identifier));
    auto year = one_line(code);
    const auto standing = take_standing(year);
    const auto t = tokens_of(as);
    const auto is = [&](std::string_view start) { return as.starts_with(start); };
    const auto kind = is("calendar year")    ? PeriodKind::calendar_year
                      : is("academic year")  ? PeriodKind::academic_year
                      : is("reporting year") ? PeriodKind::reporting_year
                                             : PeriodKind::financial_year;
    Read read;
    if (!t.empty() && month_called(as))
        read = read_bare(as + " " + year, kind);
    else if (is("week "))
        read = read_bare(as + " " + year, kind);
    else if (t.size() == 4 && t[2].text == "q")
        read = read_bare(year.size() == 4 && kind != PeriodKind::calendar_year
                             ? std::string()
                             : fmt::format("{} q{}", year, t[3].number),
                         kind);
    else if (is("calendar year") || is("academic year") || is("reporting year") ||
             is("financial year"))
        read = read_bare(year, kind);
    return plausible(read, fmt::format("{}, {}", code, identifier), standing, today);
}

} // namespace openmasa
