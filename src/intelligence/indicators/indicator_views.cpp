#include "intelligence/indicators/benchmark_views.hpp"
#include "intelligence/indicators/control_drawing.hpp"
#include "intelligence/indicators/map_views.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/revisions.hpp"
#include "intelligence/indicators/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using statistics::Rule;

std::string own_address(const IndicatorPage& page) {
    return fmt::format("/indicators/{}", page.indicator.id.view());
}

std::string breakdown_words(const IndicatorPage& page) {
    const auto found = std::ranges::find(page.breakdowns, page.breakdown, &Broken::number);
    return found == page.breakdowns.end() ? std::string() : found->words;
}

// --- the latest figure and what it says ----------------------------------------------------------

/// As many as the published numbers have where the definition does not say.
int decimals_of(double number) {
    const auto digits = plain(number);
    const auto point = digits.find('.');
    return point == digits.npos ? 0 : static_cast<int>(digits.size() - point) - 1;
}

std::string change_words(const Charted& chart, std::optional<int> said) {
    if (chart.points.size() < 2) return {};
    const auto& before = chart.points[chart.points.size() - 2];
    const double now = chart.latest().value, change = now - before.value;
    const int decimals = said.value_or(std::max(decimals_of(now), decimals_of(before.value)));
    if (std::abs(change) < 1e-9) return "the same as in " + spoken(before.period);
    const auto words = shown(std::abs(change), decimals);
    if (words.find_first_not_of("0.") == words.npos)
        return "nearly the same as in " + spoken(before.period);
    return fmt::format("{} {} than in {}", words, change < 0 ? "less" : "more",
                       spoken(before.period));
}

Html verdict(const IndicatorPage& page) {
    const auto& is = page.indicator.definition;
    const auto said = latest_says(page.chart);
    const auto latest =
        page.chart.empty()
            ? html("")
            : html(R"(<p class="om-verdict__big"><b>{}</b> <span>{}, {}<br>{}</span></p>)",
                   shown(page.chart.latest().value, is.decimals), is.unit,
                   about(is, page.chart.latest().period), change_words(page.chart, is.decimals));
    return html(R"(<div class="om-verdict">{}
<p class="om-says">{}<span><b>{}</b> {}</span></p>
</div>
)",
                latest, sign(said.mark), said.head, said.words);
}

// --- the chart -----------------------------------------------------------------------------------

std::string limits_in_words(const IndicatorPage& page) {
    const auto& phase = page.chart.phases.back();
    if (!phase.limits) return {};
    const auto decimals = std::optional(page.indicator.definition.decimals.value_or(0) + 2);
    const auto upper = shown(phase.limits->upper, decimals);
    const auto lower = page.chart.lower_limit(phase);
    return fmt::format(
        "mean {}, {}{}", shown(phase.mean, decimals),
        lower ? fmt::format("limits {} and {}", shown(*lower, decimals), upper)
              : fmt::format("upper limit {}, no lower one, which would lie below nought", upper),
        page.chart.phases.size() > 1
            ? fmt::format(", all since {}", spoken(page.chart.points[phase.begin].period))
            : std::string());
}

/// Where the line is broken since there are no figures.
std::string gap_words(const Charted& chart) {
    std::vector<std::string> gaps;
    for (const auto at : chart.gaps)
        if (std::ranges::count(chart.phases, at, &statistics::Phase::begin) == 0)
            gaps.push_back(fmt::format("between {} and {}", spoken(chart.points[at - 1].period),
                                       spoken(chart.points[at].period)));
    if (gaps.empty()) return {};
    return fmt::format("There are no figures {}: the line stops there, and the moving range is "
                       "taken from the one to the other. ",
                       join(gaps, ", "));
}

/// Periods whose figure is no number, with what stands there.
Html not_drawn(const IndicatorPage& page) {
    Html items;
    for (const auto& figure : page.figures) {
        const auto read = read_figure(figure.text.value);
        const auto period = FigurePeriod::from_number(figure.period);
        if (!period || !read || read->number) continue;
        append(items, "{}{}: {}", items.empty() ? "" : "; ", spoken(*period),
               spoken(*read->symbol));
    }
    return when(!items.empty(), html("Not drawn: {}.", items));
}

Html chart_section(const IndicatorPage& page) {
    const auto& is = page.indicator.definition;
    const auto title = finding(page.chart);
    Html drawing;
    if (!page.chart.empty()) {
        auto label =
            fmt::format("Control chart of {} in {}. {}. ", is.title, page.area->name, title);
        if (page.chart.has_limits()) label += "The " + limits_in_words(page) + ". ";
        label += "The figures are in the table below.";
        drawing = control_drawing(page.chart, {.label = label, .decimals = is.decimals});
    }
    return html(R"(<section class="om-section" aria-labelledby="control"><figure class="om-figure">
<h2 class="om-figure__title" id="control">{}</h2>
<p class="om-figure__sub">{}</p>
{}
<figcaption class="om-figure__foot">{}{}</figcaption></figure>{}</section>
)",
                title, what_is_drawn(page), drawing,
                page.chart.empty() ? Html() : escaped(how_it_is_drawn(page)), not_drawn(page),
                page.chart.empty() ? Html() : take_with_you(page, "chart", true));
}

// --- what is counted -----------------------------------------------------------------------------

Html definition_section(const IndicatorPage& page) {
    const auto& is = page.indicator.definition;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = std::string(key), .value = value});
    };
    add("Counts", is.counts);
    if (!is.numerator.empty())
        add("Worked out", fmt::format("{} of {}, times {}", is.numerator, is.denominator,
                                      shown(double(is.multiplier))));
    add("Unit", is.unit);
    add("Judgement", std::string(spoken(is.polarity)));
    add("Source", std::string(spoken(is.source)));
    add("Its name there", is.code);
    add("Published by", is.publisher);
    add("How often", is.frequency);
    add("Next due", is.due);
    add("Caveats", is.caveats);
    add("Theme", is.theme);
    return html(
        R"(<section aria-labelledby="counted"><h2 class="govuk-heading-m" id="counted">What is counted</h2>
{}</section>
)",
        ui::summary_list(list));
}

// --- the figures ---------------------------------------------------------------------------------

/// The point of the chart that a period is; nothing when it is not drawn.
const ChartPoint* point_of(const Charted& chart, std::int64_t period) {
    const auto found = std::ranges::find_if(
        chart.points, [&](const ChartPoint& one) { return one.period.number() == period; });
    return found == chart.points.end() ? nullptr : &*found;
}

Html value_words(const IndicatorPage& page, const SeriesFigure& figure) {
    const auto read = read_figure(figure.text.value);
    if (read && read->symbol)
        return html(R"({}<span class="om-plan__meta">{}</span>)", figure.text.value,
                    spoken(*read->symbol));
    auto words = html("{}", shown(figure.text.value, page.indicator.definition.decimals));
    if (figure.text.standing == std::int64_t(FigureStanding::provisional))
        words += html(R"(<span class="om-plan__meta">provisional</span>)");
    if (figure.text.standing == std::int64_t(FigureStanding::revised))
        words += html(R"(<span class="om-plan__meta">revised</span>)");
    if (figure.text.rounded_to > 1)
        append(words, R"(<span class="om-plan__meta">{}rounded to {}</span>)",
               page.indicator.definition.measure == Measure::number ? "" : "counts ",
               figure.text.rounded_to);
    if (figure.text.numerator && figure.text.denominator)
        append(words, R"(<span class="om-plan__meta">{} of {}</span>)",
               shown(*figure.text.numerator), shown(*figure.text.denominator));
    return words;
}

Html special_words(const ChartPoint* point) {
    if (!point) return html(R"(<span class="om-quiet">Not drawn</span>)");
    const auto words = spoken(point->verdict.rule);
    return point->verdict.rule == Rule::common_cause
               ? html(R"(<span class="om-quiet">{}</span>)", words)
               : html("<b class=\"om-strong\">{}</b>", words);
}

Html revisions_of(const IndicatorPage& page, const SeriesFigure& figure) {
    Html words;
    for (const auto& one : page.superseded)
        if (one.period == figure.period && one.superseded_at)
            append(words, R"(<span class="om-plan__meta">was {} until {}</span>)", shown(one.value),
                   openmasa::spoken(london_day(*one.superseded_at)));
    return words;
}

Html figure_row(const IndicatorPage& page, const SeriesFigure& figure) {
    const auto period = FigurePeriod::from_number(figure.period);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell govuk-table__cell--numeric" role="cell" data-say="Figure:">{}{}</td><td class="govuk-table__cell" role="cell" data-say="Special cause:">{}</td><td class="govuk-table__cell" role="cell" data-say="From:"><a class="govuk-link om-address" href="/indicators/loads/{}">{}</a>{}</td></tr>
)",
        period ? spoken(*period) : std::string(), value_words(page, figure),
        revisions_of(page, figure), special_words(point_of(page.chart, figure.period)),
        figure.load_id, figure.load_file,
        html(R"(<span class="om-plan__meta">{}{}</span>)",
             figure.loaded_at ? "loaded " + openmasa::spoken(london_day(*figure.loaded_at))
                              : std::string(),
             figure.note.empty() ? std::string() : ". " + figure.note));
}

/// What loads changed, with the load; nothing when none did.
Html history_section(const IndicatorPage& page) {
    const auto changes = changes_of(page.figures, page.superseded);
    Html rows;
    for (const auto& one : changes) {
        const auto period = FigurePeriod::from_number(one.period);
        append(
            rows,
            R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell" data-say="What changed:"><del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins></td><td class="govuk-table__cell" role="cell" data-say="By:"><a class="govuk-link om-address" href="/indicators/loads/{}">{}</a><span class="om-plan__meta">{}</span></td></tr>
)",
            period ? spoken(*period) : std::string(), one.was, one.now, one.load, one.file,
            one.at ? openmasa::spoken(london_day(*one.at)) : std::string());
    }
    if (rows.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="history"><h2 class="govuk-heading-m" id="history">What was revised</h2>
<table class="govuk-table om-stack om-diff" role="table"><caption class="govuk-visually-hidden">Figures that a later load changed, the newest change first</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Period</th><th scope="col" class="govuk-table__header" role="columnheader">What changed</th><th scope="col" class="govuk-table__header" role="columnheader">By</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        rows);
}

Html figures_section(const IndicatorPage& page) {
    Html rows;
    for (auto figure = page.figures.rbegin(); figure != page.figures.rend(); ++figure)
        rows += figure_row(page, *figure);
    return html(
        R"(<section class="om-section" aria-labelledby="figures"><h2 class="govuk-heading-m" id="figures">The figures</h2>
{}<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">{}, {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Period</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Figure</th><th scope="col" class="govuk-table__header" role="columnheader">Special cause</th><th scope="col" class="govuk-table__header" role="columnheader">From</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        page.chart.empty() ? take_with_you(page, "", true) : Html(),
        page.indicator.definition.title, page.area->name, rows);
}

/// What the address says beside the area: only what is not as usual.
std::string query_of(const IndicatorPage& page, const Otherwise& otherwise) {
    const auto* area = otherwise.area ? otherwise.area : page.area;
    auto query = area ? "?area=" + code_of(*area) : std::string("?area=");
    if (page.breakdown != everybody) query += fmt::format("&breakdown={}", page.breakdown);
    const auto model = otherwise.model.value_or(page.choices.model);
    if (model != 0) query += fmt::format("&model={}", model);
    if (otherwise.in_set_order.value_or(page.choices.in_set_order)) query += "&order=set";
    if (otherwise.map_of_england.value_or(page.choices.map_of_england)) query += "&map=england";
    return query;
}

Html breakdown_choice(const IndicatorPage& page) {
    if (page.breakdowns.size() < 2) return {};
    ui::SelectField choice{.name = "breakdown", .label = "About"};
    for (const auto& one : page.breakdowns)
        choice.items.push_back({.text = one.words.empty() ? std::string("Everybody") : one.words,
                                .value = std::to_string(one.number)});
    choice.value = std::to_string(page.breakdown);
    return ui::select_field(choice);
}

/// Of whoever keeps the indicators; figures of the partnership's own are entered by hand, too.
Html verbs(const IndicatorPage& page) {
    const auto verb = [&](std::string_view text, std::string_view to) {
        return ui::button({.text = std::string(text),
                           .href = fmt::format("{}/{}", own_address(page), to),
                           .classes = "govuk-button--secondary"});
    };
    if (!page.may_define) return {};
    return when(page.indicator.definition.source == Source::own, verb("Enter a figure", "enter")) +
           verb("Begin charts anew", "breaks" + query_of(page, {})) +
           verb("Change what it means", "define");
}

} // namespace

std::string what_is_drawn(const IndicatorPage& page) {
    const auto& is = page.indicator.definition;
    const auto whom = breakdown_words(page);
    return fmt::format("{}{}, {}{}", is.counts.empty() ? is.title : is.counts,
                       is.unit.empty() ? "" : ", " + is.unit, page.area->name,
                       whom.empty() ? "" : ", " + whom);
}

std::string how_it_is_drawn(const IndicatorPage& page) {
    std::string words;
    if (const auto begins = scale_begins(page.chart))
        words += fmt::format("The scale begins at {}. ", shown(*begins));
    words += gap_words(page.chart);
    if (page.chart.has_limits())
        words += fmt::format(
            "Limits are the mean plus and minus 2.66 times the mean moving range: {}.{} ",
            limits_in_words(page),
            page.chart.trial_limits
                ? " Under 12 points they are trial limits; the verdicts are the same."
                : "");
    for (std::size_t at = 0; at < page.chart.breaks.size(); ++at) {
        const auto& why = page.chart.breaks[at];
        words += fmt::format("From {} on {}: {} ",
                             spoken(page.chart.points[page.chart.phases[at + 1].begin].period),
                             why.area ? "the chart of " + page.area->name + " begins anew"
                                      : "it is counted otherwise",
                             why.reason);
    }
    return words;
}

std::string address_of(const IndicatorPage& page, const Otherwise& otherwise) {
    return own_address(page) + query_of(page, otherwise);
}

std::string address_below(const IndicatorPage& page, std::string_view what) {
    return fmt::format("{}{}{}", own_address(page), what, query_of(page, {}));
}

Html take_with_you(const IndicatorPage& page, std::string_view picture, bool with_figures) {
    Html items;
    const auto add = [&](const std::string& what, std::string_view words) {
        append(items,
               R"(<li><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></li>
)",
               address_below(page, what), words);
    };
    if (!picture.empty()) {
        if (page.can_draw_png) add(fmt::format("/{}.png", picture), "Picture (PNG)");
        add(fmt::format("/{}.svg", picture), "Drawing (SVG)");
    }
    if (with_figures) add("/figures.csv", "Figures (CSV)");
    return html(R"(<ul class="om-links"><li>Take it with you:</li>
{}</ul>
)",
                items);
}

Html indicator_view(const IndicatorPage& page) {
    const auto& is = page.indicator.definition;
    const auto head =
        pages::head(
            {.title = is.title,
             .sentence = {},
             .verbs = verbs(page),
             .facts = {html("{}{}", page.area ? page.area->name : std::string("No area chosen"),
                            is.unit.empty() ? "" : ", " + is.unit),
                       html("Published by <b>{}</b>",
                            is.publisher.empty() ? std::string(spoken(is.source)) : is.publisher)},
             .caption = is.theme}) +
        area_choice(page.book, page.area, own_address(page), breakdown_choice(page));
    if (!page.area) return head;
    return head +
           (page.figures.empty() ? html(R"(<p class="govuk-body">There is no figure of {} here.</p>
)",
                                        page.area->name)
                                 : verdict(page) + chart_section(page)) +
           benchmark_section(page) +
           html(R"(<div class="om-halves om-section">{}{}</div>
)",
                map_section(page), definition_section(page)) +
           when(!page.figures.empty(), figures_section(page)) + history_section(page);
}

} // namespace openmasa::intelligence
