#include "intelligence/indicators/benchmark_views.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/strip_drawing.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

using statistics::Polarity;

// --- in words ------------------------------------------------------------------------------------

/// How the chosen area stands to the other one, which is the other way round.
std::string seen_from_here(Beside beside) {
    return beside == Beside::higher  ? "lower than"
           : beside == Beside::lower ? "higher than"
                                     : "similar to";
}

std::string beside_those_above(const IndicatorPage& page) {
    std::vector<std::string> parts;
    std::optional<Beside> before;
    for (const auto& row : page.comparison.rows) {
        if (!row.beside) continue;
        const auto name = with_article(*row.area);
        if (before == row.beside)
            parts.back() += " and " + name;
        else
            parts.push_back(seen_from_here(*row.beside) + " " + name);
        before = row.beside;
    }
    return parts.empty() ? std::string()
                         : fmt::format("{} is {}. ", page.area->name, join(parts, " and "));
}

std::string beside_neighbours(const IndicatorPage& page) {
    const auto& neighbours = page.comparison.neighbours;
    if (neighbours.empty()) return {};
    std::vector<std::string> parts;
    const auto say = [&](std::string_view what, auto counts) {
        const auto number = std::ranges::count_if(neighbours, counts);
        if (number == 0) return;
        const auto verb = !parts.empty() ? "" : number == 1 ? " is" : " are";
        parts.push_back(fmt::format("{}{} {}", number, verb, what));
    };
    for (const auto beside : {Beside::lower, Beside::similar, Beside::higher})
        say(word(beside), [&](const Compared& one) { return one.beside == beside; });
    if (parts.empty()) return {}; // nobody has an interval
    say("without a figure", [](const Compared& one) { return !one.number; });
    return fmt::format("Of its {} statistical neighbours {}. ", neighbours.size(),
                       join(parts, ", "));
}

std::string average_words(const IndicatorPage& page) {
    const auto& average = page.comparison.average;
    if (!average) return {};
    const auto decimals = std::optional(page.indicator.definition.decimals.value_or(1));
    const auto all = page.comparison.neighbours.size();
    const auto with = average->with_value == all ? fmt::format("all {}", all)
                                                 : fmt::format("the {} of {} that have a figure",
                                                               average->with_value, all);
    return fmt::format("The plain mean of {} is {}, their median {}. ", with,
                       shown(average->mean, decimals), shown(average->median, decimals));
}

std::string_view others_of(AreaLevel level) {
    switch (level) {
    case AreaLevel::england: return "countries";
    case AreaLevel::region: return "regions";
    case AreaLevel::upper_tier: return "authorities";
    case AreaLevel::district: return "districts";
    case AreaLevel::locality: break;
    }
    return "localities";
}

std::string quarter_words(const Standing& standing) {
    if (standing.band) {
        constexpr std::string_view words[] = {"the best quarter", "the second best quarter",
                                              "the second worst quarter", "the worst quarter"};
        return fmt::format("{} ({})", words[*standing.band - 'A'], *standing.band);
    }
    constexpr std::string_view words[] = {"the lowest quarter", "the second lowest quarter",
                                          "the second highest quarter", "the highest quarter"};
    return std::string(words[standing.quarter - 1]);
}

std::string standing_words(const IndicatorPage& page) {
    const auto& comparison = page.comparison;
    if (!comparison.among_all) return {};
    const auto polarity = page.indicator.definition.polarity;
    const auto first = polarity == Polarity::no_judgement  ? "highest"
                       : polarity == Polarity::low_is_good ? "lowest, which is good"
                                                           : "highest, which is good";
    constexpr int enough_for_quarters = 4;
    const auto& all = *comparison.among_all;
    auto words = fmt::format("Place {} of {} {} that have a figure, 1 being the {}", all.place,
                             all.of, others_of(page.area->level), first);
    if (all.of >= enough_for_quarters) words += "; in " + quarter_words(all);
    words += ".";
    if (const auto& near = comparison.among_neighbours; near && !comparison.neighbours.empty())
        words += fmt::format(" Among its neighbours place {} of {}.", near->place, near->of);
    return words;
}

/// Half a row with its second line of words, and a little.
constexpr int row_reach = 28;

// --- the table -----------------------------------------------------------------------------------

Html beside_words(const IndicatorPage& page, const Compared& row) {
    if (!row.beside) return {};
    const auto is = judged(*row.beside, page.indicator.definition.polarity);
    return html(R"(<span class="om-strip__cmp">{}{} <span>{} {}</span></span>)", word(*row.beside),
                is.empty() ? std::string() : fmt::format(", {}", is),
                *row.beside == Beside::similar ? "to" : "than", page.area->name);
}

/// The figure, or in words why there is none.
Html value_cell(const IndicatorPage& page, const Compared& row) {
    const auto decimals = decimals_of(page);
    if (!row.number) {
        const auto read = read_figure(row.value);
        if (!row.value.empty() && read && read->symbol)
            return html(R"({}<span class="om-strip__range">{}</span>)", row.value,
                        spoken(*read->symbol));
        const bool ended = row.area->to && *row.area->to < page.chart.latest().period.last();
        return html(R"(<span class="om-strip__range">{}</span>)",
                    ended ? "there no more, since " + openmasa::spoken(*row.area->to)
                          : std::string("no figure is published"));
    }
    auto words = html("{}", shown(row.value, decimals));
    if (row.interval) {
        const auto places = std::optional(std::max(1, decimals.value_or(1)));
        append(words, R"(<span class="om-strip__range">{} to {}</span>)",
               shown(row.interval->lower, places), shown(row.interval->upper, places));
    }
    return words;
}

Html row_of(const IndicatorPage& page, const Strip& strip, const Compared& row) {
    const bool is_own = row.area == page.area;
    const auto name =
        is_own ? escaped(row.area->name)
               : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                      address_of(page, {.area = row.area}), row.area->name);
    return html(
        R"(<tr class="govuk-table__row{}" role="row"><th scope="row" class="govuk-table__header om-strip__area" role="rowheader">{}{}</th><td class="govuk-table__cell govuk-table__cell--numeric om-strip__rate" role="cell">{}</td><td class="govuk-table__cell om-strip__draw" role="cell">{}</td></tr>
)",
        is_own ? " om-strip__me" : "", name, beside_words(page, row), value_cell(page, row),
        html(R"(<svg height="24" aria-hidden="true" focusable="false">{}</svg>)",
             strip.row(row, row_reach)));
}

Html neighbour_rows(const IndicatorPage& page, const Strip& strip) {
    if (page.comparison.neighbours.empty()) return {};
    auto rows = html(
        R"(<tr class="govuk-table__row" role="row"><th colspan="3" scope="rowgroup" class="govuk-table__header om-strip__group" role="rowheader">{}</th></tr>
)",
        neighbours_title(page));
    for (const auto& one : neighbours_in_order(page)) rows += row_of(page, strip, one);
    return rows;
}

/// Another order, another model: the same page by a link.
Html other_ways(const IndicatorPage& page) {
    if (!page.set) return {};
    Html items;
    const auto add = [&](const std::string& address, const std::string& words) {
        append(
            items,
            R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}#beside">{}</a></li>
)",
            address, words);
    };
    add(address_of(page, {.in_set_order = !page.choices.in_set_order}),
        page.choices.in_set_order ? "Lowest first" : "Closest first");
    for (const auto& other : page.neighbours)
        if (other.model.number != page.set->model.number)
            add(address_of(page, {.model = other.model.number}), "By the " + other.model.name);
    if (const auto& code = code_of(*page.area); !code.empty())
        append(
            items,
            R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/indicators/areas/{}">All its neighbours</a></li>
)",
            code);
    return html(R"(<ul class="om-links"><li>Show neighbours:</li>
{}</ul>
)",
                items);
}

} // namespace

bool is_compared(const IndicatorPage& page) {
    const auto& comparison = page.comparison;
    return comparison.rows.size() + comparison.neighbours.size() > 1 && !page.chart.empty() &&
           page.indicator.definition.measure != Measure::number;
}

std::string compared_unit(const IndicatorPage& page) {
    const auto& unit = page.indicator.definition.unit;
    const auto period = about(page.indicator.definition, page.chart.latest().period);
    return unit.empty() ? period : unit + ", " + period;
}

std::string neighbours_title(const IndicatorPage& page) {
    return fmt::format("Ten statistical neighbours, {}, {}", page.set->model.name,
                       page.choices.in_set_order ? "the closest first" : "the lowest first");
}

std::string how_it_is_compared(const IndicatorPage& page) {
    const auto& comparison = page.comparison;
    const auto has_interval = [](const Compared& one) { return one.interval.has_value(); };
    if (std::ranges::none_of(comparison.rows, has_interval) &&
        std::ranges::none_of(comparison.neighbours, has_interval))
        return "No intervals are published, nor counts to work them out from: a dot alone does not "
               "say whether two areas differ.";
    std::string words =
        page.indicator.definition.polarity == Polarity::no_judgement
            ? "A bar is a 95% interval. A grey disc is similar, a purple square different."
            : "A bar is a 95% interval. A grey disc is similar, a blue disc better, an orange "
              "diamond worse.";
    words +=
        fmt::format(" England and a region differ from {0} when they lie outside its interval, "
                    "a neighbour when the two intervals do not overlap.",
                    page.area->name);
    std::map<std::int64_t, std::vector<std::string>> rounded;
    for (const auto* rows : {&comparison.rows, &comparison.neighbours})
        for (const auto& row : *rows)
            if (row.rounded_to > 1) rounded[row.rounded_to].push_back(row.area->name);
    for (const auto& [to, names] : rounded)
        words += fmt::format(
            " Counts of {} are rounded to {}.",
            names.size() <= 3 ? join(names, " and ") : fmt::format("{} areas", names.size()), to);
    return words;
}

std::vector<Compared> neighbours_in_order(const IndicatorPage& page) {
    auto neighbours = page.comparison.neighbours;
    if (!page.choices.in_set_order)
        std::ranges::stable_sort(neighbours, [](const Compared& one, const Compared& other) {
            if (one.number && other.number) return *one.number < *other.number;
            return one.number.has_value() && !other.number;
        });
    return neighbours;
}

std::string benchmark_finding(const IndicatorPage& page) {
    return is_compared(page) ? beside_those_above(page) + beside_neighbours(page) : std::string();
}

Html benchmark_section(const IndicatorPage& page) {
    if (!is_compared(page)) return {};
    const auto& is = page.indicator.definition;
    const Strip strip(page);
    Html rows;
    for (const auto& row : page.comparison.rows) rows += row_of(page, strip, row);
    const auto found = benchmark_finding(page);
    return html(
        R"(<section class="om-section" aria-labelledby="beside"><h2 class="govuk-heading-m" id="beside">Compared with others, {}</h2>
{}<p class="govuk-body om-measure">{}{}</p>
<table class="govuk-table om-strip" role="table"><caption class="govuk-table__caption govuk-table__caption--s">{}, {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Area</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Figure</th><th scope="col" class="govuk-table__header om-strip__axis" role="columnheader">{}</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}{}</tbody></table>
<p class="om-figure__foot">{}</p>
{}{}</section>
)",
        spoken(page.chart.latest().period),
        when(!found.empty(), html("<p class=\"om-lede\">{}</p>\n", trimmed(found))),
        average_words(page), standing_words(page), is.title, compared_unit(page),
        html(
            R"(<span class="govuk-visually-hidden">Drawn from {} to {}</span><svg aria-hidden="true" focusable="false">{}</svg>)",
            shown(strip.scale().from), shown(strip.scale().to), strip.axis()),
        rows, neighbour_rows(page, strip), how_it_is_compared(page),
        take_with_you(page, "beside", false), other_ways(page));
}

} // namespace openmasa::intelligence
