// The Local Authority Interactive Tool: its values, and the dictionary that says what they are.
#include "intelligence/loads/catalogue.hpp"
#include "intelligence/loads/reading.hpp"
#include "kernel/text.hpp"
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace openmasa::intelligence {
namespace {

using Cells = std::vector<std::string_view>;

class Values {
public:
    Values(const Names& names, const Definitions& lait, Day today, std::size_t most)
        : measure_(column(names, "measure_short")), la_number_(column(names, "la_number")),
          year_(column(names, "year")), value_(column(names, "value")), lait_(lait),
          periods_(today), indicators_(reading_.indicators), areas_(reading_.areas) {
        reading_.figures.reserve(most);
    }

    void read(const Cells& cells, int line) {
        const auto code = cell(cells, measure_), where = cell(cells, la_number_),
                   when = cell(cells, year_), what = cell(cells, value_);
        const auto* defined = definition_of(code);
        if (!defined)
            return refuse(cells, line,
                          "Its measure is not defined yet. Load the dictionary "
                          "(lait_dictionary.csv) first.");
        const auto& period = periods_.of(when, defined->year);
        if (!period) return refuse(cells, line, period.refusal().problems.front().words);
        if (!read_figure(what) || what.empty())
            return refuse(cells, line, fmt::format("\"{}\" is no figure.", shortened(what, 40)));
        const auto indicator = indicators_.of(code, [&] { return *defined; });
        const auto area = areas_.of(where, [&] { return AreaSaid{.dfe = std::string(where)}; });
        reading_.figures.push_back(
            {.line = line,
             .indicator = indicator,
             .area = area,
             .period = period->period.number(),
             .text = {.standing = std::int64_t(period->standing), .value = what}});
    }
    Reading take() { return std::move(reading_); }

private:
    const Definition* definition_of(std::string_view code) {
        if (code != last_code_) {
            const auto found = lait_.find(code);
            last_ = found == lait_.end() ? nullptr : &found->second.definition;
            last_code_ = code;
        }
        return last_;
    }
    void refuse(const Cells& cells, int line, std::string why) {
        reading_.refused.push_back(
            {.line = line,
             .what = fmt::format("{}, {}, {}", cell(cells, measure_), cell(cells, la_number_),
                                 cell(cells, year_)),
             .why = std::move(why)});
    }

    std::size_t measure_, la_number_, year_, value_;
    const Definitions& lait_;
    Reading reading_;
    PeriodsRead periods_;
    Places<Definition> indicators_;
    Places<AreaSaid> areas_;
    std::string_view last_code_;
    const Definition* last_ = nullptr;
};

/// What a bare year of a measure is. Its plain "Annual" counts on 31 March.
PeriodKind year_of(std::string_view year_type) {
    if (year_type == "Academic Year") return PeriodKind::academic_year;
    if (year_type == "Financial Year") return PeriodKind::financial_year;
    return year_type == "Annual" ? PeriodKind::reporting_year : PeriodKind::calendar_year;
}

Measure measure_of(std::string_view axis) {
    if (axis.starts_with('%')) return Measure::percentage;
    const auto small = lower(axis);
    if (small.starts_with("rate per")) return Measure::rate;
    return small.starts_with("number") || small == "spend" ? Measure::number : Measure::average;
}

std::int64_t multiplier_of(Measure measure, std::string_view axis) {
    if (measure == Measure::percentage) return 100;
    if (measure != Measure::rate) return 0;
    std::string digits;
    for (const char c : axis)
        if (c >= '0' && c <= '9') digits += c;
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// "46327" is a day of a spreadsheet: days since 30 December 1899.
std::string due_of(std::string_view cell) {
    int number = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    const bool is_day = read.ec == std::errc() && read.ptr == cell.data() + cell.size() &&
                        number > 40000 && number < 60000;
    return is_day         ? openmasa::spoken(day(1899, 12, 30) + std::chrono::days{number})
           : cell == "NA" ? std::string()
                          : std::string(cell);
}

statistics::Polarity polarity_of(std::string_view cell) {
    if (cell == "High") return statistics::Polarity::high_is_good;
    if (cell == "Low") return statistics::Polarity::low_is_good;
    return statistics::Polarity::no_judgement;
}

Definition definition_of(const Cells& cells, const Names& names) {
    const auto of = [&](std::string_view name) { return cell(cells, column(names, name)); };
    const auto axis = one_line(of("y_axis_name")), year_type = one_line(of("Year_Type"));
    const auto title = one_line(of("Measure"));
    Definition is{.source = Source::lait,
                  .code = std::string(of("Measure_short")),
                  .title = title,
                  .theme = lait_theme(of("Topic"), title, year_type)};
    is.counts = title;
    is.measure = measure_of(axis);
    is.unit = axis;
    is.multiplier = multiplier_of(is.measure, axis);
    const auto decimals = of("dps");
    if (decimals.size() == 1 && decimals[0] >= '0' && decimals[0] <= '6')
        is.decimals = decimals[0] - '0';
    is.polarity = polarity_of(of("Polarity"));
    is.year = year_of(year_type);
    const auto owner = one_line(of("Data_Owner"));
    is.publisher = owner == "0" ? std::string() : owner;
    is.frequency = "yearly";
    is.due = due_of(one_line(of("Next Update")));
    if (is.year == PeriodKind::calendar_year && year_type != "Calendar Year")
        is.caveats = "The year is counted as: " + year_type + ".";
    return is;
}

} // namespace

Result<Reading> read_lait_values(std::shared_ptr<CellLines> lines, const Names& names,
                                 const Definitions& lait, Day today) {
    Values values(names, lait, today, lines->most_left());
    Cells cells;
    while (lines->next(cells)) values.read(cells, lines->number());
    return values.take();
}

Result<Reading> read_lait_dictionary(std::shared_ptr<CellLines> lines, const Names& names) {
    Reading reading;
    std::set<std::string, std::less<>> known;
    Cells cells;
    while (lines->next(cells)) {
        auto is = definition_of(cells, names);
        const auto refuse = [&](std::string why) {
            reading.refused.push_back({lines->number(), is.code + ", " + is.title, std::move(why)});
        };
        if (is.code.empty() || is.title.empty() || is.theme.empty())
            refuse("It has no short name, no name or no topic.");
        else if (!known.insert(is.code).second)
            refuse("Its short name stands above for another measure, so its figures cannot be told "
                   "from that one's.");
        else
            reading.indicators.push_back(std::move(is));
    }
    return reading;
}

} // namespace openmasa::intelligence
