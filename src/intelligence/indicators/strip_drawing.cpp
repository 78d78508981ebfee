#include "intelligence/indicators/strip_drawing.hpp"
#include "web/chart/time_axis.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using chart::per_cent;
using statistics::Polarity;

Scale scale_of(const IndicatorPage& page) {
    std::vector<double> values;
    for (const auto* rows : {&page.comparison.rows, &page.comparison.neighbours})
        for (const auto& one : *rows) {
            if (one.number) values.push_back(*one.number);
            if (!one.interval) continue;
            values.push_back(one.interval->lower);
            values.push_back(one.interval->upper);
        }
    return values.empty() ? Scale{} : scale_over(values);
}

} // namespace

std::optional<int> decimals_of(const IndicatorPage& page) {
    if (page.indicator.definition.decimals) return page.indicator.definition.decimals;
    constexpr int most = 2;
    int decimals = 0;
    for (const auto* rows : {&page.comparison.rows, &page.comparison.neighbours})
        for (const auto& one : *rows) {
            const auto words = one.number ? plain(*one.number) : std::string();
            const auto point = words.find('.');
            if (point != words.npos)
                decimals = std::max(decimals, static_cast<int>(words.size() - point) - 1);
        }
    return std::min(decimals, most);
}

std::string_view word(Beside beside) {
    switch (beside) {
    case Beside::lower: return "lower";
    case Beside::similar: return "similar";
    case Beside::higher: return "higher";
    }
    return "";
}

std::string_view judged(Beside beside, Polarity polarity) {
    if (beside == Beside::similar || polarity == Polarity::no_judgement) return "";
    const bool is_good = (beside == Beside::higher) == (polarity == Polarity::high_is_good);
    return is_good ? "better" : "worse";
}

Strip::Strip(const IndicatorPage& page) : page_(page), scale_(scale_of(page)) {
    for (const auto& row : page.comparison.rows)
        if (row.area->level == AreaLevel::england && row.area != page.area) england_ = row.number;
}

Html Strip::axis() const {
    Html words;
    const auto lines = scale_.lines();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const double x = scale_.across(lines[at]);
        const bool gives_way = england_ && std::abs(scale_.across(*england_) - x) < 14;
        const bool is_end = at == 0 || at + 1 == lines.size();
        if (gives_way && !is_end) continue;
        append(words, R"(<text x="{}%" y="14" text-anchor="{}"{}>{}</text>)", per_cent(x),
               at == 0                  ? "start"
               : at + 1 == lines.size() ? "end"
                                        : "middle",
               when(!is_end, html(R"( class="om-strip__odd")")), shown(lines[at]));
    }
    return words + england_words();
}

Html Strip::row(const Compared& one, int reach) const {
    const int top = 12 - reach, bottom = 12 + reach;
    Html drawn;
    for (const auto line : scale_.lines()) {
        const auto x = per_cent(scale_.across(line));
        append(drawn, R"(<line class="om-xmr__grid" x1="{}%" x2="{}%" y1="{}" y2="{}"/>)", x, x,
               top, bottom);
    }
    if (england_) {
        const auto x = per_cent(scale_.across(*england_));
        append(drawn, R"(<line class="om-strip__ref" x1="{}%" x2="{}%" y1="{}" y2="{}"/>)", x, x,
               top, bottom);
    }
    const bool is_own = one.area == page_.area;
    if (one.interval)
        append(drawn, R"(<line class="om-strip__ci{}" x1="{}%" x2="{}%" y1="12" y2="12"/>)",
               is_own ? " om-strip__ci--me" : "", per_cent(scale_.across(one.interval->lower)),
               per_cent(scale_.across(one.interval->upper)));
    if (one.number) drawn += mark(one, is_own);
    return drawn;
}

Html Strip::england_words() const {
    if (!england_) return {};
    const double x = scale_.across(*england_);
    const bool before = x > 60;
    return html(
        R"(<text class="om-strip__england" x="{}%" y="14" dx="{}" text-anchor="{}">England {}</text>)",
        per_cent(x), before ? -6 : 6, before ? "end" : "start",
        shown(*england_, decimals_of(page_)));
}

/// Another figure than ours that differs: without a judgement a square, better a disc, worse a
/// diamond, as in the control chart.
Html Strip::mark(const Compared& one, bool is_own) const {
    const auto x = per_cent(scale_.across(*one.number));
    if (is_own)
        return html(R"(<circle class="om-strip__pt om-strip__pt--me" cx="{}%" cy="12" r="6"/>)", x);
    const bool differs = one.beside && *one.beside != Beside::similar;
    const auto is = differs ? judged(*one.beside, page_.indicator.definition.polarity) : "";
    if (!differs || is == "better")
        return html(R"(<circle class="om-strip__pt{}" cx="{}%" cy="12" r="5"/>)",
                    differs ? " om-pt--better" : "", x);
    return html(
        R"(<svg class="om-pt__at" x="{}%" y="12" width="1" height="1"><path class="om-strip__pt om-pt--{}" d="{}"/></svg>)",
        x, is == "worse" ? "worse" : "neither",
        is == "worse" ? "M0 -6.5 L6.5 0 L0 6.5 L-6.5 0z" : "M-4.5 -4.5 H4.5 V4.5 H-4.5z");
}

} // namespace openmasa::intelligence
