#include "intelligence/returns/entry.hpp"
#include "core/access/secret.hpp"
#include "intelligence/returns/rules.hpp"
#include "kernel/london_time.hpp"
#include "kernel/statistics/control_chart.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr NoFigure choices[] = {{"x", "Not available"},
                                {"z", "Not applicable"},
                                {"c", "Too few to tell"},
                                {"u", "Not reliable enough"}};
constexpr std::size_t longest_note = 1000, longest_cell = 40;

/// From so many earlier figures on their limits say something; a figure that lies half their width
/// beyond them is looked at again.
constexpr std::size_t enough_earlier = 6;
constexpr double beyond = 0.5;
/// With fewer, one that is so many times the last one, or less than its part.
constexpr double times_the_last = 3, least_difference = 10;

// --- reading -------------------------------------------------------------------------------------

struct Reading {
    JudgedFigure& judged;

    const Definition& is() const { return judged.row.what->indicator.definition; }
    void wrong(std::string_view field, std::string_view words) const {
        const auto& row = judged.row;
        judged.problems.push_back(
            {field_of(field, judged.typed.key),
             fmt::format("{}, {}, {}: {}", is().title, openmasa::spoken(row.period), row.area->name,
                         words)});
    }
    /// The number of a cell; nothing, with a problem, where it holds none.
    std::optional<double> number(std::string_view field, const std::string& cell) const {
        const auto figure = cell.size() > longest_cell ? std::nullopt : read_figure(cell);
        if (figure && figure->number) return figure->number;
        wrong(field, trimmed(cell).empty()
                         ? std::string("enter both numbers, or say why there is no figure.")
                         : fmt::format("“{}” is not a number.", shortened(cell, longest_cell)));
        return std::nullopt;
    }
};

/// The symbol that was chosen, or that a cell of a file holds instead of a number.
std::string symbol_of(const TypedFigure& typed) {
    if (!typed.none.empty()) return typed.none;
    for (const auto* cell : {&typed.value, &typed.numerator}) {
        const auto figure = read_figure(*cell);
        if (!trimmed(*cell).empty() && figure && figure->symbol) return lower(trimmed(*cell));
    }
    return {};
}

void read_symbol(const Reading& reading, const std::string& symbol) {
    const auto figure = read_figure(symbol);
    const auto& typed = reading.judged.typed;
    if (!figure || !figure->symbol) return reading.wrong("s", "choose from the list.");
    if (!typed.none.empty() && !(typed.value + typed.numerator + typed.denominator).empty())
        return reading.wrong("s", "there is a figure, or a reason why there is none; not both.");
    if (figure->symbol == Symbol::not_available && trimmed(typed.note).empty())
        return reading.wrong("w", "say why it is not available.");
    reading.judged.text.value = symbol;
}

/// Why no figure can be that number; empty when one can. Only an average may lie below nought.
std::string cannot_be(double number, const Definition& is) {
    if (std::abs(number) > largest_figure) return "is larger than any figure can be.";
    if (number < 0 && is.measure != Measure::average)
        return "is below nought, which no such figure can be.";
    if (is_count(is) && number != std::floor(number))
        return "is no whole number, and this is a count.";
    return {};
}

/// The number of a cell where a figure can be that; else nothing, with a problem.
std::optional<double> possible_number(const Reading& reading, std::string_view field,
                                      const std::string& cell) {
    const auto number = reading.number(field, cell);
    const auto why = number ? cannot_be(*number, reading.is()) : std::string();
    if (why.empty()) return number;
    reading.wrong(field, fmt::format("“{}” {}", shortened(trimmed(cell), longest_cell), why));
    return std::nullopt;
}

void read_parts(const Reading& reading) {
    const auto& typed = reading.judged.typed;
    const auto numerator = possible_number(reading, "n", typed.numerator);
    const auto denominator = possible_number(reading, "d", typed.denominator);
    if (!numerator || !denominator) return;
    if (*denominator == 0)
        return reading.wrong("d", "of none there is no share. Choose “Not applicable”.");
    auto& text = reading.judged.text;
    text.numerator = plain(*numerator);
    text.denominator = plain(*denominator);
    text.value = plain(*numerator / *denominator * double(reading.is().multiplier));
}

void read_row(const Reading& reading, Day today) {
    const auto& typed = reading.judged.typed;
    if (typed.note.size() > longest_note)
        reading.wrong("w", fmt::format("write at most {} characters.", longest_note));
    if (reading.judged.row.period.last() >= today)
        return reading.wrong(has_parts(reading.is()) ? "n" : "v", "this period is not over yet.");
    if (const auto symbol = symbol_of(typed); !symbol.empty()) return read_symbol(reading, symbol);
    if (has_parts(reading.is())) return read_parts(reading);
    if (trimmed(typed.value).empty())
        return reading.wrong("v", "enter the figure, or say why there is none.");
    if (const auto number = possible_number(reading, "v", typed.value))
        reading.judged.text.value = plain(*number);
}

// --- what differs --------------------------------------------------------------------------------

void compare(JudgedFigure& judged) {
    const auto* now = judged.row.now;
    if (!now) {
        judged.change = Change::added;
    } else if (now->text.view() == judged.text.view() && now->note == judged.typed.note) {
        judged.change = Change::same;
    } else {
        judged.change = Change::revised;
    }
    const auto there = now ? now->load : LoadNumber(0);
    judged.is_overtaken = judged.change == Change::revised && there != judged.typed.read;
}

bool is_asked(const ReturnsBook& book, const EntryRow& row) {
    const auto& rule = row.what->rule;
    return row.period.first() >= rule.from && (!rule.to || row.period.last() <= *rule.to) &&
           std::ranges::count(areas_asked(book.areas, rule.asked_of, row.period), row.area) > 0;
}

// --- what can hardly be --------------------------------------------------------------------------

std::vector<double> earlier(const ReturnsBook& book, const EntryRow& row) {
    std::vector<double> values;
    for (const auto* one : book.series(row.what->indicator.number, row.area->number))
        if (const auto figure = read_figure(one->text.value);
            one->period < row.period.number() && figure && figure->number)
            values.push_back(*figure->number);
    return values;
}

/// Never rounded to what looks right; a share is worked out, and is.
std::string as_typed(double value, const Definition& is) {
    return has_parts(is) ? shown(value, is.decimals) : shown(value);
}

std::string beyond_limits(const std::vector<double>& values, double value, const Definition& is) {
    std::vector<statistics::Verdict> verdicts(values.size());
    const auto phase = statistics::judge(values, {}, verdicts);
    if (!phase.limits) return {};
    const double lower = phase.limits->lower, upper = phase.limits->upper;
    const double more = beyond * (upper - lower);
    if (value >= lower - more && value <= upper + more) return {};
    return fmt::format("{} is far from what the {} figures before it would let expect, {} to {}.",
                       as_typed(value, is), values.size(), shown(std::max(0.0, lower), is.decimals),
                       shown(upper, is.decimals));
}

std::string unlike_the_last(double last, double value, const Definition& is) {
    if (std::abs(value - last) < least_difference) return {};
    if (value <= last * times_the_last && value * times_the_last >= last) return {};
    return fmt::format("{} is very different from {}, the figure before it.", as_typed(value, is),
                       shown(last, is.decimals));
}

void doubt(const ReturnsBook& book, JudgedFigure& judged) {
    const auto figure = read_figure(judged.text.value);
    if (!figure || !figure->number) return;
    const auto& is = judged.row.what->indicator.definition;
    const double value = *figure->number;
    auto& doubts = judged.doubts;
    if (is.measure == Measure::percentage && value > 100)
        doubts.push_back(fmt::format("{} of {} is more than all of them.",
                                     shown(*judged.text.numerator),
                                     shown(*judged.text.denominator)));
    const auto values = earlier(book, judged.row);
    auto words = values.size() >= enough_earlier ? beyond_limits(values, value, is)
                 : !values.empty()               ? unlike_the_last(values.back(), value, is)
                                                 : std::string();
    if (!words.empty()) doubts.push_back(std::move(words));
}

} // namespace

bool is_blank(const TypedFigure& typed) {
    return (typed.value + typed.numerator + typed.denominator + typed.none + typed.note).empty();
}

std::span<const NoFigure> no_figure_choices() {
    return choices;
}

bool has_parts(const Definition& is) {
    return is.measure != Measure::number;
}

std::optional<EntryRow> entry_row(const ReturnsBook& book, const FigureKey& key) {
    const auto* what = book.find(key.indicator);
    const auto* area = book.areas.find(key.area);
    const auto period = FigurePeriod::from_number(key.period);
    if (!what || !area || !period || !is_of_its_kind(what->rule, *period)) return std::nullopt;
    EntryRow row{.what = what,
                 .area = area,
                 .period = *period,
                 .due = due_on(what->rule.due, *period),
                 .now = book.figure(key.indicator, key.area, key.period)};
    row.is_asked = is_asked(book, row);
    if (row.is_asked) row.owner = owes(what->owners, *period);
    for (const auto* one : book.series(key.indicator, key.area))
        if (one->period < key.period) row.before = one;
    return row;
}

FigureKey key_of(const EntryRow& row) {
    return {.indicator = row.what->indicator.number,
            .area = row.area->number,
            .period = row.period.number()};
}

std::vector<JudgedFigure> judge_entries(const ReturnsBook& book, std::span<const TypedFigure> typed,
                                        Day today) {
    std::vector<JudgedFigure> all;
    for (const auto& one : typed) {
        const auto row = entry_row(book, one.key);
        if (!row) continue;
        JudgedFigure judged{.row = *row, .typed = one};
        if (!is_blank(one)) {
            read_row({judged}, today);
            if (judged.problems.empty()) {
                compare(judged);
                if (judged.change != Change::same) doubt(book, judged);
            }
        }
        all.push_back(std::move(judged));
    }
    return all;
}

std::string mark_of_doubts(std::span<const JudgedFigure> judged) {
    std::string all;
    for (const auto& one : judged)
        if (!one.doubts.empty()) all += to_text(one.typed.key) + "=" + one.text.value + "\n";
    return all.empty() ? all : sha256(all).substr(0, 16);
}

std::string field_of(std::string_view what, const FigureKey& key) {
    return fmt::format("{}_{}", what, to_text(key));
}

} // namespace openmasa::intelligence
