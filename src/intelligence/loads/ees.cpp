// Explore Education Statistics: a line is a period, an area and what it is about; each column of
// figures is an indicator. Columns stand in any order; what a column is, is told from its cells.
#include "intelligence/loads/catalogue.hpp"
#include "intelligence/loads/reading.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace openmasa::intelligence {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::string_view places[] = {"time_period",  "time_identifier", "geographic_level",
                                       "country_code", "country_name",    "region_code",
                                       "region_name",  "old_la_code",     "new_la_code",
                                       "la_name",      "lad_code",        "lad_name"};

/// A line of the file with its number.
struct Line {
    int number;
    Cells cells;
};

/// Of a filter with several values the one that stands for all of them.
bool is_total(std::string_view value) {
    const auto word = lower(value);
    return word == "total" || word == "all" || word == "persons" || word == "all children";
}

struct Filter {
    std::size_t at = 0;
    std::string_view name;
    bool has_total = false;
};

class Reader {
public:
    Reader(const Names& names, std::vector<Line> lines, Day today)
        : names_(names), lines_(std::move(lines)), today_(today), indicators_(reading_.indicators),
          breakdowns_(reading_.breakdowns), areas_(reading_.areas) {
        breakdowns_.of("", [] { return std::string(); });
        reading_.breakdowns = {""};
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (std::ranges::find(places, trimmed(names_[at])) == std::end(places)) sort_column(at);
    }

    Reading take() {
        for (const auto& line : lines_) read(line);
        say_what_is_rounded();
        collect_parts();
        return std::move(reading_);
    }

private:
    /// A column is of figures when every cell is one and some are numbers; else it is a filter.
    void sort_column(std::size_t at) {
        bool all_figures = true, some_numbers = false;
        std::set<std::string_view> values;
        for (const auto& line : lines_) {
            const auto one = cell(line.cells, at);
            const auto figure = read_figure(one);
            all_figures = all_figures && figure;
            some_numbers = some_numbers || (figure && figure->number);
            if (!figure) values.insert(one);
        }
        if (all_figures && some_numbers) return figures_.push_back(at);
        if (values.empty()) return;
        filters_.push_back({.at = at,
                            .name = trimmed(names_[at]),
                            .has_total = std::ranges::any_of(values, is_total)});
    }

    std::string_view of(const Cells& cells, std::string_view name) const {
        return cell(cells, column(names_, name));
    }

    void refuse(const Line& line, std::string why) {
        const auto area = of(line.cells, "la_name");
        reading_.refused.push_back(
            {.line = line.number,
             .what = fmt::format("{}, {}", of(line.cells, "time_period"),
                                 area.empty() ? of(line.cells, "geographic_level") : area),
             .why = std::move(why)});
    }

    std::optional<AreaSaid> area_of(const Cells& cells) const {
        const auto level = lower(of(cells, "geographic_level"));
        const auto text = [&](std::string_view name) { return std::string(of(cells, name)); };
        if (level == "national")
            return AreaSaid{.ons = text("country_code"),
                            .name = text("country_name"),
                            .level = AreaLevel::england};
        if (level == "regional")
            return AreaSaid{.ons = text("region_code"),
                            .name = text("region_name"),
                            .level = AreaLevel::region};
        if (level == "local authority")
            return AreaSaid{.ons = text("new_la_code"),
                            .dfe = text("old_la_code"),
                            .name = text("la_name"),
                            .level = AreaLevel::upper_tier,
                            .within_ons = text("region_code")};
        if (level == "local authority district")
            return AreaSaid{.ons = text("lad_code"),
                            .name = text("lad_name"),
                            .level = AreaLevel::district,
                            .within_ons = text("new_la_code")};
        return std::nullopt;
    }

    void read(const Line& line) {
        const auto period =
            read_period(of(line.cells, "time_period"), of(line.cells, "time_identifier"), today_);
        if (!period) return refuse(line, period.refusal().problems.front().words);
        const auto said = area_of(line.cells);
        if (!said || (said->ons.empty() && said->dfe.empty()))
            return refuse(line, fmt::format("Figures by {} are not read.",
                                            of(line.cells, "geographic_level")));
        const auto area = areas_.of(said->ons + " " + said->dfe, [&] { return *said; });
        std::string about, breakdown;
        for (const auto& filter : filters_) {
            const auto value = cell(line.cells, filter.at);
            if (!filter.has_total)
                about += (about.empty() ? "" : ", ") + one_line(value);
            else if (!is_total(value))
                breakdown += fmt::format("{}{}: {}", breakdown.empty() ? "" : "; ", filter.name,
                                         one_line(value));
        }
        const auto whom =
            breakdown.empty() ? 0u : breakdowns_.of(breakdown, [&] { return breakdown; });
        for (const auto at : figures_)
            read_cell({.line = line,
                       .at = at,
                       .about = about,
                       .area = area,
                       .breakdown = whom,
                       .period = *period});
    }

    struct Cell {
        const Line& line;
        std::size_t at;
        const std::string& about;
        std::uint32_t area, breakdown;
        WrittenPeriod period;
    };
    void read_cell(const Cell& of_cell) {
        const auto name = trimmed(names_[of_cell.at]);
        const auto* known = find_in_catalogue(of_cell.about, name);
        if (known && known->is_base) return;
        const auto& cells = of_cell.line.cells;
        const auto value = cell(cells, of_cell.at);
        if (value.empty()) return;
        const auto code = fmt::format("{}:{}", of_cell.about, name);
        const auto indicator = indicators_.of(code, [&] {
            return definition(code, of_cell.about, name, known, of_cell.period.period.kind());
        });
        FigureView text{.standing = std::int64_t(of_cell.period.standing), .value = value};
        if (known && !known->numerator.empty()) {
            text.numerator = of(cells, known->numerator);
            text.denominator = of(cells, known->denominator);
        }
        if (known && !known->part_of.empty())
            wholes_[indicator] = fmt::format("{}:{}", of_cell.about, known->part_of);
        codes_[code] = indicator;
        reading_.figures.push_back({.line = of_cell.line.number,
                                    .indicator = indicator,
                                    .breakdown = of_cell.breakdown,
                                    .area = of_cell.area,
                                    .period = of_cell.period.period.number(),
                                    .text = text});
    }

    /// What a column counts; its own name in plain letters where the catalogue does not say.
    static std::string in_words(const std::string& about, std::string_view name) {
        const auto* known = find_in_catalogue(about, name);
        if (known && !known->title.empty()) return std::string(known->title);
        auto words = std::string(name);
        std::ranges::replace(words, '_', ' ');
        return words;
    }

    static Definition definition(const std::string& code, const std::string& about,
                                 std::string_view name, const CatalogueRow* known,
                                 PeriodKind year) {
        Definition is{.source = Source::ees, .code = code, .title = {}, .theme = {}};
        is.year = year;
        is.publisher = "Department for Education";
        is.frequency = "yearly";
        if (!known) {
            auto words = std::string(name);
            std::ranges::replace(words, '_', ' ');
            is.title = about.empty() ? words : about + ": " + words;
            is.theme = "Not sorted yet";
            is.measure = words.find("percent") != words.npos ? Measure::percentage
                         : words.find("rate") != words.npos  ? Measure::rate
                                                             : Measure::number;
            return is;
        }
        is.title = known->title;
        is.theme = known->theme;
        is.counts = known->counts;
        is.measure = known->measure;
        is.unit = known->unit;
        is.multiplier = known->multiplier;
        is.decimals = known->decimals;
        is.polarity = known->polarity;
        if (!known->numerator.empty()) {
            is.numerator = in_words(about, known->numerator);
            is.denominator = in_words(about, known->denominator);
        }
        return is;
    }

    /// Counts of England and regions that are all whole tens are rounded to them; so for fives.
    void say_what_is_rounded();
    void collect_parts() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
        for (const auto& [part, whole] : wholes_)
            if (const auto found = codes_.find(whole); found != codes_.end())
                parts[found->second].push_back(part);
        for (auto& [whole, its] : parts)
            if (its.size() > 1) reading_.parts.push_back({whole, std::move(its)});
    }

    const Names& names_;
    std::vector<Line> lines_;
    Day today_;
    Reading reading_;
    Places<Definition> indicators_;
    Places<std::string> breakdowns_;
    Places<AreaSaid> areas_;
    std::vector<std::size_t> figures_;
    std::vector<Filter> filters_;
    std::map<std::uint32_t, std::string> wholes_;
    std::map<std::string, std::uint32_t> codes_;
};

void Reader::say_what_is_rounded() {
    struct Seen {
        int numbers = 0;
        std::int64_t to = 10;
    };
    std::map<std::uint32_t, Seen> seen;
    const auto is_large = [&](const FileFigure& figure) {
        const auto level = reading_.areas[figure.area].level;
        return level == AreaLevel::england || level == AreaLevel::region;
    };
    constexpr int enough = 5;
    for (const auto& figure : reading_.figures) {
        const auto number = read_figure(figure.text.value)->number;
        if (!number || !is_large(figure) ||
            reading_.indicators[figure.indicator].measure != Measure::number)
            continue;
        auto& its = seen[figure.indicator];
        ++its.numbers;
        while (its.to > 1 && static_cast<std::int64_t>(*number) % its.to != 0)
            its.to = its.to == 10 ? 5 : 1;
    }
    for (auto& figure : reading_.figures) {
        const auto its = seen.find(figure.indicator);
        if (its != seen.end() && is_large(figure) && its->second.numbers >= enough &&
            its->second.to > 1)
            figure.text.rounded_to = its->second.to;
    }
}

} // namespace

Result<Reading> read_ees(std::shared_ptr<CellLines> lines, const Names& names, Day today) {
    std::vector<Line> all;
    Cells cells;
    while (lines->next(cells)) all.push_back({lines->number(), cells});
    return Reader(names, std::move(all), today).take();
}

} // namespace openmasa::intelligence
