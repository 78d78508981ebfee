#include "intelligence/returns/calendar_views.hpp"
#include "intelligence/returns/figure_words.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/tabs.hpp"
#include "kernel/text.hpp"
#include "web/listing/page_links.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using Rows = std::vector<const CalendarRow*>;

std::string month_words(std::string_view month) {
    const auto first = day_from_iso(std::string(month) + "-01");
    const std::chrono::year_month_day date(*first);
    return fmt::format("{} {}", month_name(unsigned(date.month())), int(date.year()));
}

bool is_shown(const CalendarFilter& filter, const CalendarRow& row) {
    return filter.has(row.state) && (!filter.agency || filter.agency == row.owed->owner) &&
           (filter.month.empty() || filter.month == row.month);
}

Rows chosen(const CalendarPage& page, const CalendarFilter& filter) {
    Rows rows;
    for (const auto& one : page.all)
        if (is_shown(filter, one)) rows.push_back(&one);
    return rows;
}

int count_of(const CalendarPage& page, const CalendarFilter& filter) {
    return int(std::ranges::count_if(
        page.all, [&](const CalendarRow& one) { return is_shown(filter, one); }));
}

std::string name_of(const CalendarPage& page, const std::optional<OwnerId>& owner) {
    const auto found = std::ranges::find_if(
        page.owners, [&](const access::Owner& one) { return owner == one.id; });
    return found == page.owners.end() ? "Nobody" : found->name;
}

bool may_enter(const CalendarPage& page, const OwedFigure& one) {
    return one.owner && can_be_returned(one, page.today) &&
           (page.may_keep || std::ranges::count(page.own, *one.owner));
}

// --- the head ------------------------------------------------------------------------------------

Html sentence(const CalendarPage& page) {
    if (page.all.empty()) return html("No figures are asked for yet.");
    const int late = count_of(page, {.state = ReturnState::late}),
              due = count_of(page, {.state = ReturnState::due_soon});
    const auto due_words = due == 0 ? std::string("nothing is due in the next two weeks")
                                    : counted(due, "is", "are") + " due in the next two weeks";
    if (late == 0) return html("Nothing is late; {}.", due_words);
    return html("<b>{}</b>; {}.", counted(late, "figure is late", "figures are late"), due_words);
}

Html verbs(const CalendarPage& page) {
    Html buttons;
    for (const auto& owner : page.own)
        buttons += ui::button({.text = fmt::format("Return figures of {}", name_of(page, owner)),
                               .href = "/returns/" + owner.str()});
    if (page.may_keep)
        buttons += ui::button({.text = "Add an indicator of your own",
                               .href = "/indicators/add",
                               .classes = page.own.empty() ? "" : "govuk-button--secondary"});
    return buttons;
}

// --- views and filter ----------------------------------------------------------------------------

Html view_item(const CalendarPage& page, CalendarFilter there, std::string_view label) {
    return html(R"(<li><a href="{}"{}>{} <b>{}</b></a></li>
)",
                address_of(there), when(page.filter == there, html(R"( aria-current="page")")),
                label, count_of(page, there));
}

Html quick_views(const CalendarPage& page) {
    auto there = page.filter;
    there.state = {};
    there.everything = false;
    auto items = view_item(page, there, "Still owed");
    for (const auto state : all_return_states) {
        there.state = state;
        items += view_item(page, there, spoken(state));
    }
    there.state = {};
    there.everything = true;
    items += view_item(page, there, "All");
    return html(R"(<nav class="om-views" aria-label="Quick views"><ul>
{}</ul></nav>
)",
                items);
}

std::vector<std::string> months_of(const CalendarPage& page) {
    std::vector<std::string> months;
    for (const auto& one : page.all)
        if (months.empty() || months.back() != one.month) months.push_back(one.month);
    return months;
}

Html filter_form(const CalendarPage& page) {
    ui::SelectField agency{.name = "agency",
                           .label = page.words.heading(terms::Word::agency),
                           .value = page.filter.agency ? page.filter.agency->str() : ""};
    agency.items.push_back({.text = "All", .value = ""});
    for (const auto& owner : page.owners)
        if (count_of(page, {.everything = true, .agency = owner.id}) > 0)
            agency.items.push_back({.text = owner.name, .value = owner.id.str()});
    ui::SelectField month{.name = "month", .label = "Due in", .value = page.filter.month};
    month.items.push_back({.text = "Any month", .value = ""});
    for (const auto& one : months_of(page))
        month.items.push_back({.text = month_words(one), .value = one});
    const auto state = page.filter.everything ? std::string_view("all")
                       : page.filter.state    ? to_text(*page.filter.state)
                                              : std::string_view();
    return html(
        R"(<form class="om-pick" method="get" action="/returns">{}{}{}<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
)",
        when(!state.empty(), html(R"(<input type="hidden" name="state" value="{}">)", state)),
        ui::select_field(agency), ui::select_field(month));
}

// --- the rows ------------------------------------------------------------------------------------

Html head_cell(std::string_view words) {
    return html(R"(<th scope="col" class="govuk-table__header" role="columnheader">{}</th>)",
                words);
}

Html returned_cell(const CalendarPage& page, const OwedFigure& one) {
    if (one.figure)
        return html(R"({}<span class="om-plan__meta">{}, {}</span>)",
                    said_with_note(*one.figure, one.what->indicator.definition),
                    openmasa::spoken(one.figure->first_on()), one.figure->who);
    if (may_enter(page, one))
        return pages::link(fmt::format("/returns/{}#{}", one.owner->view(), to_text(key_of(one))),
                           "Return it",
                           fmt::format("{}, {}, {}", one.what->indicator.definition.title,
                                       one.area->name, openmasa::spoken(one.period)));
    return html(R"(<span class="om-quiet">Not yet</span>)");
}

Html row_of(const CalendarPage& page, const OwedFigure& one) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link" href="/indicators/{}?area={}">{}</a><span class="om-plan__meta">{}, {}</span></th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell" data-say="Due:"><span class="om-nowrap">{}</span></td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell{}" role="cell">{}</td></tr>
)",
        one.what->indicator.id, one.area->ons.empty() ? one.area->dfe : one.area->ons,
        one.what->indicator.definition.title, openmasa::spoken(one.period), one.area->name,
        one.owner ? escaped(name_of(page, one.owner)) : pages::missing("Nobody owes it"),
        openmasa::spoken(one.due), state_tag(one, page.today),
        one.figure || may_enter(page, one) ? "" : " om-stack__skip", returned_cell(page, one));
}

Html month_part(const std::string& month, const Html& rows, const std::string& words) {
    return html(
        R"(<section class="om-section" aria-labelledby="m{}"><h2 class="govuk-heading-m" id="m{}">Due in {}</h2>
<table class="govuk-table om-stack om-returns" role="table"><caption class="govuk-visually-hidden">Figures due in {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}{}{}{}{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table></section>
)",
        month, month, month_words(month), month_words(month), head_cell("Figure"), head_cell(words),
        head_cell("Due"), head_cell("Stands"), head_cell("Returned"), rows);
}

Html list(const CalendarPage& page) {
    const auto rows = chosen(page, page.filter);
    if (rows.empty())
        return html(
            R"(<p class="govuk-body">No figure is like that. <a class="govuk-link" href="/returns">See what is still owed</a></p>
)");
    const auto paging = listing::paging(page.asked_page, int(rows.size()));
    Html parts, lines;
    for (auto at = std::size_t(paging.offset()); at < std::size_t(paging.last()); ++at) {
        lines += row_of(page, *rows[at]->owed);
        const auto& month = rows[at]->month;
        if (at + 1 < std::size_t(paging.last()) && rows[at + 1]->month == month) continue;
        parts += month_part(month, lines, page.words.heading(terms::Word::agency));
        lines = {};
    }
    return parts + listing::page_links(paging, [&](int number) {
               const auto there = address_of(page.filter);
               return fmt::format("{}{}page={}", there, there.find('?') == there.npos ? "?" : "&",
                                  number);
           });
}

// --- by agency and by month ----------------------------------------------------------------------

/// A row of counts, each a link to exactly those figures.
ui::TableRow counts_row(const CalendarPage& page, const Html& name, const CalendarFilter& of) {
    ui::TableRow row = {{.text = name}};
    for (const auto state : all_return_states) {
        auto there = of;
        there.state = state;
        const int number = count_of(page, there);
        row.push_back({.text = number == 0 ? html(R"(<span class="om-quiet">0</span>)")
                                           : pages::link(address_of(there), std::to_string(number)),
                       .format = "numeric",
                       .classes = number == 0 ? "om-stack__skip" : "",
                       .attributes = {{"data-label", std::string(spoken(state))}}});
    }
    return row;
}

Html counts_table(const std::string& caption, const std::string& first,
                  std::vector<ui::TableRow> rows) {
    ui::Table table{.caption = caption,
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = first}},
                    .rows = std::move(rows),
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto state : all_return_states)
        table.head.push_back({.text = spoken(state), .format = "numeric"});
    return ui::table(table);
}

Html by_agency(const CalendarPage& page) {
    std::vector<ui::TableRow> rows;
    for (const auto& owner : page.owners) {
        CalendarFilter of{.everything = true, .agency = owner.id};
        if (count_of(page, of) == 0) continue;
        const auto name = page.may_keep || std::ranges::count(page.own, owner.id)
                              ? pages::link("/returns/" + owner.id.str(), owner.name)
                              : pages::link(address_of(of), owner.name);
        of.everything = false;
        rows.push_back(counts_row(page, name, of));
    }
    const auto title = page.words.say("By [agency]");
    return pages::section(
        "by-agency", title,
        counts_table(title, page.words.heading(terms::Word::agency), std::move(rows)));
}

Html by_month(const CalendarPage& page) {
    std::vector<ui::TableRow> rows;
    for (const auto& month : months_of(page)) {
        const CalendarFilter all{.everything = true, .month = month};
        rows.push_back(
            counts_row(page, pages::link(address_of(all), month_words(month)), {.month = month}));
    }
    return ui::details({.summary = "By the month they are due in",
                        .text = counts_table("By month", "Due in", std::move(rows))});
}

} // namespace

std::vector<CalendarRow> calendar_rows(const std::vector<OwedFigure>& all, Day today) {
    std::vector<CalendarRow> rows;
    for (const auto& one : all)
        rows.push_back(
            {.owed = &one, .state = state_of(one, today), .month = iso(one.due).substr(0, 7)});
    return rows;
}

bool CalendarFilter::has(ReturnState of) const {
    if (state) return of == *state;
    return everything || !is_returned(of);
}

std::string address_of(const CalendarFilter& filter) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, value);
    };
    add("state", filter.everything ? "all" : filter.state ? to_text(*filter.state) : "");
    if (filter.agency) add("agency", filter.agency->view());
    add("month", filter.month);
    return "/returns" + query;
}

Html calendar_view(const CalendarPage& page) {
    const auto head = pages::head({.title = "Returns",
                                   .sentence = sentence(page),
                                   .verbs = verbs(page),
                                   .facts = {},
                                   .caption = {}}) +
                      tabs(Tab::returns);
    if (page.all.empty())
        return head +
               (page.may_keep
                    ? html(
                          R"(<p class="govuk-body om-measure">Add an indicator of the partnership's own and say who returns its figures by when. The partnership's own area is chosen among the <a class="govuk-link" href="/indicators/areas">areas</a>.</p>
)")
                    : Html());
    return head + quick_views(page) + filter_form(page) + list(page) + by_agency(page) +
           by_month(page);
}

} // namespace openmasa::intelligence
