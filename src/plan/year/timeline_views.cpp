#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "plan/tally_views.hpp"
#include "plan/year/lane_views.hpp"
#include "plan/year/overview.hpp"
#include "web/chart/axis_drawing.hpp"
#include "web/chart/standing_signs.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

Html own_fields(const TimelinePage& page) {
    std::vector<Option> options;
    for (int months : lengths)
        options.push_back({std::to_string(months), counted(months, "month")});
    const auto length = std::to_string(page.window.months);
    if (std::ranges::count(lengths, page.window.months) == 0)
        options.insert(options.begin(), {"", counted(page.window.months, "month")});
    return html(
               R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="from">From the month</label><input class="govuk-input" id="from" name="from" type="text" value="{}"></div>
)",
               spoken_month(page.window.first)) +
           select("months", "How many months", options, length);
}

/// What is finished lacks no date: the rest is what the list of actions counts.
Html undated_sentence(const TimelinePage& page) {
    const auto finished = int(std::ranges::count_if(
        page.undated, [](const TimelineRow& row) { return !plan::is_open(row.action.status); }));
    const int open = int(page.undated.size()) - finished;
    if (open == 0)
        return html("{} {} done or stopped without a date.", plan::spelled_first(finished),
                    finished == 1 ? "was" : "were");
    return html("{}{}.",
                link("#undated", fmt::format("{} {} no date", plan::spelled_first(open),
                                             open == 1 ? "has" : "have")),
                when(finished > 0, html(", and {} {} done or stopped without one",
                                        plan::spelled(finished), finished == 1 ? "was" : "were")));
}

/// "46 of 52 actions are drawn. Six have no date and stand below."
Html drawn_sentence(const TimelinePage& page) {
    const auto drawn = int(page.drawn.size()), undated = int(page.undated.size());
    const int all = drawn + undated + page.before + page.after;
    if (all == 0 && page.picture.filter.in_use() > 0) return html("No actions match.");
    if (all == 0)
        return html("This {} has no actions yet.", page.picture.words.one(terms::Word::plan));
    Html said = drawn == all ? html("{} {} drawn.", counted(all, "action"), all == 1 ? "is" : "are")
                             : html("{} of {} {} drawn.", drawn, counted(all, "action"),
                                    drawn == 1 ? "is" : "are");
    if (undated > 0) append(said, " {}", undated_sentence(page));
    if (page.before > 0)
        append(said, " {} {} before these months.", plan::spelled_first(page.before),
               page.before == 1 ? "was over" : "were over");
    if (page.after > 0)
        append(said, " {} {} after them.", plan::spelled_first(page.after),
               page.after == 1 ? "begins" : "begin");
    return said;
}

Html cut_note(const TimelinePage& page) {
    return when(page.is_cut,
                html(R"(<p class="govuk-inset-text">These are the first {} actions. {} has all.</p>
)",
                     most_drawn,
                     link(page.picture.list_address(page.picture.filter), "The list of actions")));
}

Html way_along(const TimelinePage& page) {
    const auto to = [&](int months, std::string_view words) {
        return html("<li>{}</li>\n",
                    link(page.address(page.window.moved(months), page.picture.filter), words));
    };
    const auto print = [&](std::string_view paper, std::string_view words) {
        return html("<li>{}</li>\n", link(page.address(page.window, page.picture.filter) +
                                              "&paper=" + std::string(paper),
                                          words));
    };
    const auto length = counted(page.window.months, "month");
    return html(R"(<ul class="om-links om-along">{}{}{}{}</ul>
)",
                to(-page.window.months, length + " before"),
                to(page.window.months, length + " after"), print("a4", "Print it on A4"),
                print("a3", "Print it on A3"));
}

bool draws_gates(const TimelinePage& page) {
    return std::ranges::any_of(page.drawn,
                               [](const TimelineRow& row) { return !row.awaits.empty(); });
}

Html key(const TimelinePage& page) {
    const auto item = [](const Html& drawing, std::string_view words) {
        return html(
            R"(<li><svg class="om-key__wide" aria-hidden="true" focusable="false">{}</svg>{}</li>
)",
            drawing, words);
    };
    return html(
        R"(<ul class="om-key om-key--timeline" aria-label="Key to the drawing">
{}{}{}{}{}{}</ul>
)",
        chart::sign_key_items(),
        item(
            html(R"(<rect class="om-span om-span--on-track" x="0" y="7" width="22" height="10"/>)"),
            "some time within"),
        item(
            html(
                R"x(<rect class="om-span om-span--open" x="0" y="7" width="22" height="10" fill="url(#om-fade-on-track)"/>)x"),
            "no end"),
        item(
            html(
                R"(<path class="om-tie" d="M2 7h18"/><use href="#om-step-done" x="4" y="7"/><use href="#om-step" x="18" y="7"/>)"),
            "steps, filled when done"),
        item(
            html(
                R"(<path class="om-tie" d="M0 7h22"/><use href="#om-tick" x="4" y="7"/><use href="#om-tick" x="11" y="7"/><use href="#om-tick" x="18" y="7"/>)"),
            "again and again"),
        when(draws_gates(page),
             item(html(R"(<use href="#om-gate" x="6" y="7"/>)"), "waits until then")));
}

/// What the drawings refer to.
Html shapes(const TimelinePage& page) {
    const chart::TimeAxis axis(page.window.first, page.window.last());
    return chart::sign_shapes() + mark_shapes() + chart::grid_shape(axis, page.picture.today);
}

Html undated_item(const Picture& picture, const TimelineRow& row) {
    const auto& action = row.action;
    const bool is_blank = action.date_words.empty();
    const auto owner = picture.owner_name(action.owner);
    return html(
        R"(<li><span class="om-lane__ref">{}</span> {} {} <span class="om-quiet">{}</span></li>
)",
        action.reference, link(fmt::format("/actions/{}", action.id.view()), action.title), row.tag,
        join({is_blank ? std::string("left blank")
                       : fmt::format("\u201c{}\u201d", plan::lines_joined(action.date_words)),
              owner.empty() ? std::string("no owner") : std::string(owner),
              lower(plan::spoken(action.status))},
             ", "));
}

Html undated(const TimelinePage& page) {
    if (page.undated.empty()) return {};
    Html items;
    for (const auto& row : page.undated) items += undated_item(page.picture, row);
    return html(
        R"(<section class="om-section" aria-labelledby="undated"><h2 class="govuk-heading-m" id="undated">Without a date</h2>
<ul class="om-undated">
{}</ul></section>
)",
        items);
}

std::string_view paper_class(Paper paper) {
    switch (paper) {
    case Paper::a4: return " om-paper--a4";
    case Paper::a3: return " om-paper--a3";
    case Paper::none: break;
    }
    return {};
}

Html paper_note(Paper paper) {
    if (paper == Paper::none) return {};
    return html(
        R"(<div class="om-done om-printing" role="status"><p>Ready for {}, landscape: print this page from your browser (Ctrl and P).</p></div>
)",
        paper == Paper::a3 ? "A3" : "A4");
}

Html nothing_drawn(const TimelinePage& page) {
    return html(R"(<p class="govuk-body">Nothing falls in these months.</p>
)") + when(page.undated.empty() && page.before + page.after == 0 &&
               page.picture.filter.in_use() > 0,
           html(R"(<p class="govuk-body">{}</p>
)",
                link(page.address(page.window, {}), "Show every action")));
}

} // namespace

Html timeline_view(const TimelinePage& page) {
    const bool is_empty = page.drawn.empty();
    const Choosing choices{.folder = "timeline",
                           .label = "Choose months and actions",
                           .own_fields = own_fields(page),
                           .own_query = to_query(page.window),
                           .may_choose_open = true};
    return html(
        R"({}{}<div class="om-pictures om-paper{}"><h2 class="govuk-heading-m">{}{}</h2>
<p class="om-lede">{}</p>
<div class="om-picks">{}{}</div>
{}{}{}{}{}</div>
)",
        paper_note(page.paper), picture_head(page.picture, plan::PlanTab::timeline),
        paper_class(page.paper), spoken(page.window), on_paper(page.picture), drawn_sentence(page),
        choosing(page.picture, choices), way_along(page), chosen_line(page.picture, choices),
        cut_note(page), when(!is_empty, shapes(page) + key(page) + overview_view(page)),
        is_empty ? nothing_drawn(page) : timeline_table(page), undated(page));
}

} // namespace openmasa::year
