#include "core/registers/list_views.hpp"
#include "core/registers/pages.hpp"
#include "core/registers/rows_table.hpp"
#include "kernel/text.hpp"
#include "web/listing/page_links.hpp"
#include "web/ui/select.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

std::string address_of(const ListPage& page, const Selection& selection) {
    const auto query = to_query(page.which, selection);
    return query.empty() ? page.address : fmt::format("{}?{}", page.address, query);
}

/// Everything with the columns that were chosen: they are kept while filters come and go.
Selection without_filters(const ListPage& page) {
    return {.words = {}, .chosen = {}, .columns = page.selection.columns};
}

Html fixed_view(const ListPage& page, std::string_view name, Selection selection, int rows) {
    selection.columns = page.selection.columns;
    auto shown = page.selection;
    shown.page = 1;
    shown.sort.reset();
    shown.descending = false;
    return html(
        R"(<li><a href="{}"{}>{} <b>{}</b></a></li>
)",
        address_of(page, selection),
        when(shown == selection && !views::shows_one(page.views), html(R"( aria-current="page")")),
        name, rows);
}

Html views_nav(const ListPage& page) {
    Html items = fixed_view(page, "All", {}, page.all);
    for (std::size_t at = 0; at < page.which.views.size(); ++at) {
        const auto& view = page.which.views[at];
        items +=
            fixed_view(page, view.name, read_selection(page.which, http::read_query(view.query)),
                       page.in_fixed_views[at]);
    }
    return html(R"(<nav class="om-views" aria-label="Views"><ul>
{}{}</ul></nav>
)",
                items, views::strip_items(page.views));
}

std::string label_of(const ListPage& page, std::size_t column, std::string_view value) {
    if (value == nothing || value.empty()) return "Nothing";
    return spoken_cell(page.which.columns[column], std::string(value));
}

Html value_field(const ListPage& page, std::size_t at) {
    const auto& column = page.which.columns[at];
    const auto chosen = page.selection.value_of(at);
    Html options = html(R"(<option value="">Any</option>)");
    bool is_there = chosen.empty();
    for (const auto& one : page.values) {
        if (one.column != at) continue;
        const std::string_view value = one.value.empty() ? nothing : std::string_view(one.value);
        is_there = is_there || value == chosen;
        append(options, R"(<option value="{}"{}>{} ({})</option>)", value,
               when(value == chosen, html(" selected")), label_of(page, at, one.value), one.rows);
    }
    if (!is_there)
        append(options, R"(<option value="{}" selected>{} (0)</option>)", chosen,
               label_of(page, at, chosen));
    return html(
        R"(<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="filter-{}">{}</label><select class="govuk-select" id="filter-{}" name="{}">{}</select></div>
)",
        column.key, column.label, column.key, column.key, options);
}

/// One filter in use, with the link that takes it away.
Html tag(const ListPage& page, const std::string& label, Selection without) {
    without.page = 1;
    return html(
        R"(<li><a class="moj-filter__tag" href="{}"><span class="govuk-visually-hidden">Remove this filter:</span> {}</a></li>
)",
        address_of(page, without), label);
}

Html tags(const ListPage& page) {
    Html items;
    const auto& selection = page.selection;
    if (!selection.words.empty()) {
        auto without = selection;
        without.words.clear();
        items += tag(page, selection.words, std::move(without));
    }
    for (const auto& one : selection.chosen) {
        auto without = selection;
        std::erase(without.chosen, one);
        items += tag(page,
                     fmt::format("{}: {}", page.which.columns[one.column].label,
                                 label_of(page, one.column, one.value)),
                     std::move(without));
    }
    return items;
}

Html filters_in_use(const ListPage& page) {
    if (page.selection.in_use() == 0) return {};
    return html(
        R"(<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected filters</h2></div>
<div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="{}">Clear all</a></p></div></div>
<ul class="moj-filter-tags">
{}</ul></div>
)",
        address_of(page, without_filters(page)), tags(page));
}

/// The order and the columns stay while filters are chosen.
Html kept_fields(const ListPage& page) {
    auto kept = without_filters(page);
    kept.sort = page.selection.sort;
    kept.descending = page.selection.descending;
    return hidden_query(to_query(page.which, kept), {});
}

Html filter_panel(const ListPage& page) {
    const int in_use = page.selection.in_use();
    Html fields;
    for (std::size_t at = 0; at < page.which.columns.size(); ++at)
        if (page.which.columns[at].filters) fields += value_field(page, at);
    return html(
        R"(<div class="moj-filter-layout__filter"><details class="om-fold"><summary>{}</summary>
<form class="moj-filter" action="{}" method="get"><div class="moj-filter__content">
{}<div class="moj-filter__options">
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="words">Words</label><input class="govuk-input" id="words" name="words" type="search" value="{}"></div>
{}{}<button type="submit" class="govuk-button">Apply filters</button>
</div></div></form></details></div>
)",
        in_use == 0 ? std::string("Filter") : fmt::format("Filter, {} in use", in_use),
        page.address, filters_in_use(page), page.selection.words, fields, kept_fields(page));
}

/// A column's head orders by it; once more, the other way.
Html head_of(const ListPage& page, std::size_t at) {
    const auto label = page.which.columns[at].label;
    const auto& now = page.selection;
    const bool is_order = now.sort == at;
    auto next = now;
    next.page = 1;
    next.sort = at;
    next.descending = is_order && !now.descending;
    return html(R"(<a href="{}">{}</a>{})", address_of(page, next), label,
                when(is_order, html(R"(<span class="om-quiet">, {}</span>)",
                                    now.descending ? "last first" : "in order")));
}

Html table_of(const ListPage& page) {
    const auto& chosen = page.selection.columns;
    return rows_table(
        {.which = page.which,
         .columns = chosen.empty() ? usual_columns(page.which.columns) : chosen,
         .caption = fmt::format("{} {} to {} of {}", page.which.title, page.paging.first(),
                                page.paging.last(), page.paging.rows),
         .head = [&](std::size_t at) { return head_of(page, at); },
         .leads_to_pages = !page.is_past},
        page.rows);
}

Html list_head(const ListPage& page) {
    auto all = page.selection;
    all.page = 1;
    const auto which = page.paging.pages == 1
                           ? counted(page.paging.rows, page.which.one, page.which.many)
                           : fmt::format("{} to {} of {} {}", page.paging.first(),
                                         page.paging.last(), page.paging.rows, page.which.many);
    return html(
        R"(<div class="om-listhead"><h2 class="govuk-heading-s">{}</h2>{}</div>
{})",
        which,
        when(page.paging.rows > 0,
             download_links(page.address, to_query(page.which, all), page.paging.rows, page.more)),
        column_choice({.which = page.which,
                       .address = page.address,
                       .query = to_query(page.which, all),
                       .chosen = all.columns,
                       .usual = usual_columns(page.which.columns)}));
}

Html nothing_found(const ListPage& page) {
    if (page.all == 0) return html(R"(<p class="govuk-body">{}</p>)", page.none);
    return html(
        R"(<p class="govuk-body">No {} match{}. <a class="govuk-link govuk-link--no-visited-state" href="{}">Clear the filters</a> to see all {}.</p>)",
        page.which.many,
        page.selection.words.empty() ? std::string(" these filters")
                                     : fmt::format(" \u201c{}\u201d", page.selection.words),
        address_of(page, without_filters(page)), page.all);
}

Html page_links(const ListPage& page) {
    return listing::page_links(page.paging, [&](int number) {
        auto selection = page.selection;
        selection.page = number;
        return address_of(page, selection);
    });
}

} // namespace

Html list_view(const ListPage& page) {
    if (page.all == 0) return nothing_found(page);
    return html(R"({}<div class="moj-filter-layout">
{}<div class="moj-filter-layout__content">
{}{}{}
</div></div>
)",
                views_nav(page), filter_panel(page), list_head(page),
                page.paging.rows == 0 ? nothing_found(page) : table_of(page), page_links(page));
}

} // namespace openmasa::registers
