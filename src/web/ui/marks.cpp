#include "web/ui/marks.hpp"
#include <fmt/format.h>
#include <string>

namespace openmasa::ui {
namespace {

struct Words {
    std::string_view text, spoken, css;
    std::string_view counted; // in a bar's label: "2 in progress"
};

constexpr std::array<Words, 8> all_words = {{
    {"not_started", "Not started", "not-started", "not started"},
    {"in_progress", "In progress", "on-track", "in progress"},
    {"at_risk", "At risk", "at-risk", "at risk"},
    {"blocked", "Blocked", "blocked", "blocked"},
    {"late", "Late", "late", "late"},
    {"done", "Done", "done", "done"},
    {"unproven", "Done, no evidence", "unproven", "done without evidence"},
    {"stopped", "Stopped", "stopped", "stopped"},
}};

const Words& words_of(Standing standing) {
    return all_words[static_cast<std::size_t>(standing)];
}

/// Where a part is drawn, in pixels down and per cent across. A part with a line around it stands
/// half a pixel further in, and what is late is as high as the whole bar, so that it is seen
/// without its colour.
struct Shape {
    std::string_view y, height;
    double inset = 0;
};

Shape shape_of(Standing standing) {
    switch (standing) {
    case Standing::done:
    case Standing::in_progress: return {"3", "14"};
    case Standing::late: return {"0", "20"};
    case Standing::not_started:
    case Standing::at_risk:
    case Standing::blocked:
    case Standing::unproven:
    case Standing::stopped: return {"3.5", "13", 0.2};
    }
    return {"3", "14"};
}

/// Per cent with at most two decimals, as short as it can be: "9.2", "10".
std::string per_cent(double value) {
    auto text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string label_of(const StandingCounts& counts, int all) {
    auto label = fmt::format("{} action{}", all, all == 1 ? "" : "s");
    std::string_view between = ": ";
    for (auto standing : standings_in_bars) {
        const int count = count_of(counts, standing);
        if (count == 0) continue;
        label += fmt::format("{}{} {}", between, count, words_of(standing).counted);
        between = ", ";
    }
    return label;
}

constexpr double gap = 0.8;      // per cent between two parts
constexpr double thinnest = 1.8; // per cent with its gap; less would vanish on a phone

/// Each standing's share of the bar, in per cent, indexed by the enum's value. One stopped action
/// of 400 must still be seen: the wide parts make room for the thin ones, in proportion.
std::array<double, 8> shares_of(const StandingCounts& counts, int all) {
    std::array<double, 8> shares{};
    double left = 100, wide = 0;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        shares[at] = counts[at] == 0 ? 0 : 100.0 * counts[at] / all;
        const bool is_thin = counts[at] > 0 && shares[at] < thinnest;
        if (is_thin)
            left -= thinnest;
        else
            wide += shares[at];
    }
    for (auto& share : shares) {
        if (share > 0) share = share < thinnest ? thinnest : share * left / wide;
    }
    return shares;
}

void add_part(Html& to, Standing standing, double start, double share) {
    const auto [y, height, inset] = shape_of(standing);
    append(to, R"(<rect class="om-seg om-seg--{}" x="{}%" y="{}" width="{}%" height="{}"/>)",
           words_of(standing).css, per_cent(start + inset), y, per_cent(share - gap - inset),
           height);
}

Html key_item(Standing standing) {
    const bool is_late = standing == Standing::late;
    return html(
        R"(<li><svg aria-hidden="true" focusable="false"><rect class="om-seg om-seg--{}" x="{}" y="{}" width="{}" height="{}"/></svg>{}</li>
)",
        words_of(standing).css, is_late ? 2 : 1, is_late ? -2 : 1, is_late ? 10 : 12,
        is_late ? 18 : 12, spoken(standing));
}

} // namespace

std::string_view to_text(Standing standing) {
    return words_of(standing).text;
}
std::string_view spoken(Standing standing) {
    return words_of(standing).spoken;
}

const Html& standing_tag(Standing standing) {
    static const auto tags = [] {
        std::array<Html, 8> made;
        for (auto one : standings_in_bars)
            made[static_cast<std::size_t>(one)] =
                html(R"(<strong class="govuk-tag om-tag om-tag--{}">{}</strong>)",
                     words_of(one).css, spoken(one));
        return made;
    }();
    return tags[static_cast<std::size_t>(standing)];
}

Html evidence_mark(Standing standing, int pieces) {
    const bool missing = standing == Standing::unproven;
    if (pieces == 0 && !missing)
        return html(
            R"(<span class="om-ev om-ev--none"><span aria-hidden="true">&ndash;</span><span class="govuk-visually-hidden">None yet</span></span>)");
    const auto paper = html(
        R"(<svg viewBox="0 0 14 16" aria-hidden="true" focusable="false"><path d="M2 1h6.5L12 4.5V15H2z"/></svg>)");
    if (missing) return html(R"(<span class="om-ev om-ev--missing">{}None</span>)", paper);
    return html(
        R"(<span class="om-ev om-ev--some">{}{}<span class="govuk-visually-hidden"> {} of evidence</span></span>)",
        paper, pieces, pieces == 1 ? "piece" : "pieces");
}

Html standing_chart(const StandingCounts& counts) {
    int all = 0;
    for (int count : counts) all += count;
    const auto shares = shares_of(counts, all);
    Html parts;
    double start = 0;
    for (auto standing : standings_in_bars) {
        const double share = shares[static_cast<std::size_t>(standing)];
        if (share > 0) add_part(parts, standing, start, share);
        start += share;
    }
    return html(R"(<svg class="om-bar-chart" role="img" aria-label="{}">{}</svg>)",
                label_of(counts, all), parts);
}

const Html& standing_key() {
    static const auto key = [] {
        Html items;
        for (auto standing : standings_in_bars) items += key_item(standing);
        return html(R"(<ul class="om-key" aria-label="Key to the bars">
{}</ul>
)",
                    items);
    }();
    return key;
}

} // namespace openmasa::ui
