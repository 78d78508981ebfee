// Fingertips: the 27 columns of its download. England's lines come twice, once without a parent;
// the label "Recent Trend" is held against the figures (plausibility.hpp) and not kept.
#include "intelligence/loads/reading.hpp"
#include "kernel/text.hpp"
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace openmasa::intelligence {
namespace {

using Cells = std::vector<std::string_view>;

struct Columns {
    std::size_t id, name, area, area_name, parent, sex, age, category_type, category, period, value,
        lower, upper, count, base, note, trend;
};

Columns columns_of(const Names& names) {
    const auto at = [&](std::string_view name) { return column(names, name); };
    return {.id = at("Indicator ID"),
            .name = at("Indicator Name"),
            .area = at("Area Code"),
            .area_name = at("Area Name"),
            .parent = at("Parent Code"),
            .sex = at("Sex"),
            .age = at("Age"),
            .category_type = at("Category Type"),
            .category = at("Category"),
            .period = at("Time period"),
            .value = at("Value"),
            .lower = at("Lower CI 95.0 limit"),
            .upper = at("Upper CI 95.0 limit"),
            .count = at("Count"),
            .base = at("Denominator"),
            .note = at("Value note"),
            .trend = at("Recent Trend")};
}

std::optional<std::string_view> given(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

class Reader {
public:
    Reader(const Names& names, Day today)
        : at_(columns_of(names)), periods_(today), indicators_(reading_.indicators),
          breakdowns_(reading_.breakdowns), areas_(reading_.areas) {}

    void read(const Cells& cells, int line) {
        const auto of = [&](std::size_t at) { return cell(cells, at); };
        const auto refuse = [&](std::string why) {
            reading_.refused.push_back(
                {.line = line,
                 .what = fmt::format("{}, {}, {}", of(at_.id), of(at_.area_name), of(at_.period)),
                 .why = std::move(why)});
        };
        const auto& period = periods_.of(of(at_.period), PeriodKind::financial_year);
        if (!period) return refuse(period.refusal().problems.front().words);
        const auto level = level_of_code(of(at_.area));
        if (!level)
            return refuse(fmt::format("Figures of areas like {} are not read.", of(at_.area)));
        const auto value = of(at_.value), note = of(at_.note);
        if (!read_figure(value))
            return refuse(fmt::format("\"{}\" is no figure.", shortened(value, 40)));
        if (value.empty() && note.empty()) {
            ++empty_;
            return;
        }
        const auto indicator =
            indicators_.of(of(at_.id), [&] { return definition(cells, *period); });
        note_multiplier(indicator, cells);
        note_direction(indicator, of(at_.trend));
        reading_.figures.push_back(
            {.line = line,
             .indicator = indicator,
             .breakdown = breakdown_of(cells),
             .area = areas_.of(of(at_.area),
                               [&] {
                                   return AreaSaid{.ons = std::string(of(at_.area)),
                                                   .name = std::string(of(at_.area_name)),
                                                   .level = level};
                               }),
             .period = period->period.number(),
             .text = {.standing = std::int64_t(period->standing),
                      .value = value,
                      .numerator = given(of(at_.count)),
                      .denominator = given(of(at_.base)),
                      .lower = given(of(at_.lower)),
                      .upper = given(of(at_.upper))},
             .note = note,
             .trend = of(at_.trend)});
    }

    Reading take() {
        for (auto& [indicator, multipliers] : multipliers_)
            if (multipliers.size() == 1) {
                auto& is = reading_.indicators[indicator];
                is.multiplier = *multipliers.begin();
                is.measure = is.multiplier == 100 ? Measure::percentage : Measure::rate;
                is.unit = is.multiplier == 100 ? "%" : "per " + shown(double(is.multiplier));
            }
        say_what_is_rounded();
        if (empty_ > 0)
            reading_.remarks.push_back(
                fmt::format("{} without a value and without a note {} left out.",
                            counted(empty_, "line", "lines"), empty_ == 1 ? "is" : "are"));
        return std::move(reading_);
    }

private:
    Definition definition(const Cells& cells, const WrittenPeriod& period) const {
        Definition is{.source = Source::fingertips,
                      .code = std::string(cell(cells, at_.id)),
                      .title = one_line(cell(cells, at_.name)),
                      .theme = "Health and wellbeing"};
        is.counts = is.title;
        is.measure = Measure::average;
        is.decimals = 1; // as Fingertips' own pages round
        is.year = period.period.kind();
        is.publisher = "Office for Health Improvement and Disparities";
        is.frequency = "yearly";
        return is;
    }

    bool is_local(const FileFigure& figure) const {
        const auto level = reading_.areas[figure.area].level;
        return level == AreaLevel::upper_tier || level == AreaLevel::district;
    }

    /// Counts of authorities are rounded to 5 from some year on, and no column says so: where those
    /// of a whole year are, they are known as rounded.
    void say_what_is_rounded() {
        struct Counts {
            int all = 0, of_five = 0;
        };
        std::map<std::pair<std::uint32_t, std::int64_t>, Counts> years;
        constexpr int enough = 10;
        for (const auto& figure : reading_.figures) {
            const auto count = figure.text.numerator ? read_figure(*figure.text.numerator)
                                                     : std::optional<Figure>();
            if (!count || !count->number || !is_local(figure)) continue;
            auto& its = years[{figure.indicator, figure.period}];
            ++its.all;
            its.of_five += std::fmod(*count->number, 5) == 0;
        }
        for (auto& figure : reading_.figures) {
            const auto its = years.find({figure.indicator, figure.period});
            if (its != years.end() && its->second.all >= enough &&
                its->second.of_five == its->second.all && figure.text.numerator && is_local(figure))
                figure.text.rounded_to = 5;
        }
    }

    /// Everybody, unless it is of one sex, of a part of the ages or of a category.
    std::uint32_t breakdown_of(const Cells& cells) {
        std::string words;
        const auto add = [&](std::string_view what, std::string_view value) {
            words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", what, value);
        };
        const auto sex = cell(cells, at_.sex), age = cell(cells, at_.age),
                   type = cell(cells, at_.category_type), category = cell(cells, at_.category);
        if (first_age_.empty()) first_age_ = age;
        if (!sex.empty() && sex != "Persons") add("Sex", sex);
        if (age != first_age_) add("Age", age);
        if (!category.empty()) add(type, category);
        return words.empty() ? 0u : breakdowns_.of(words, [&] { return words; });
    }

    /// What the count over the denominator is multiplied by, as the value shows.
    void note_multiplier(std::uint32_t indicator, const Cells& cells) {
        const auto of = [&](std::size_t at) { return read_figure(cell(cells, at)); };
        const auto value = of(at_.value), count = of(at_.count), base = of(at_.base);
        const bool all = value && count && base && value->number && count->number && base->number;
        if (!all || *count->number < 1000 || *base->number <= 0) return;
        const double times = *value->number * *base->number / *count->number;
        for (const std::int64_t one : {1, 100, 1000, 10000, 100000})
            if (std::abs(times / double(one) - 1) < 0.01) multipliers_[indicator].insert(one);
    }

    /// "Increasing and getting worse": low is the better end.
    void note_direction(std::uint32_t indicator, std::string_view trend) {
        using enum statistics::Polarity;
        const auto words = lower(trend);
        const bool rises = words.starts_with("increasing"), falls = words.starts_with("decreasing");
        const bool worse = words.ends_with("worse"), better = words.ends_with("better");
        if ((!rises && !falls) || (!worse && !better)) return;
        reading_.indicators[indicator].polarity = rises == worse ? low_is_good : high_is_good;
    }

    Columns at_;
    Reading reading_;
    PeriodsRead periods_;
    Places<Definition> indicators_;
    Places<std::string> breakdowns_;
    Places<AreaSaid> areas_;
    std::string first_age_;
    int empty_ = 0;
    std::map<std::uint32_t, std::set<std::int64_t>> multipliers_;
};

} // namespace

Result<Reading> read_fingertips(std::shared_ptr<CellLines> lines, const Names& names, Day today) {
    Reader reader(names, today);
    Cells cells;
    while (lines->next(cells)) reader.read(cells, lines->number());
    return reader.take();
}

} // namespace openmasa::intelligence
