#include "plan/actions/list_views.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows_table.hpp"
#include "core/registers/selection.hpp"
#include "kernel/text.hpp"
#include "plan/actions/filter_views.hpp"
#include "plan/actions/register.hpp"
#include "web/listing/page_links.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

Html download_links(const ListPage& page) {
    auto all = page.filter;
    all.page = 1;
    const auto query = to_query(all);
    const auto link = [&](std::string_view format, std::string_view label) {
        return html(
            R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/actions.{}{}{}">{}</a></li>
)",
            page.plan, format, query.empty() ? "" : "?", query, label);
    };
    const auto change = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/actions/bulk{}{}">Change several</a></li>
<li><a class="govuk-link govuk-link--no-visited-state" href="/actions/import">Import changes</a></li>
)",
        page.plan, query.empty() ? "" : "?", query);
    const auto whole = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/plan.docx">The whole {} as Word</a></li>
<li><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/calendar">Dates for a calendar</a></li>
)",
        page.plan, page.words.one(terms::Word::plan), page.plan);
    return html(R"(<ul class="om-links"><li>Download {}:</li>
{}{}{}{}</ul>)",
                page.paging.rows == 1 ? std::string("it")
                                      : "these " + std::to_string(page.paging.rows),
                link("xlsx", "Excel"), link("csv", "CSV") + link("json", "JSON"), whole,
                when(page.may_change, change));
}

Html nothing_found(const ListPage& page) {
    const int all = page.all.actions;
    if (all == 0)
        return html(R"(<p class="govuk-body">This {} has no actions yet.</p>)",
                    page.words.one(terms::Word::plan));
    const auto& words = page.filter.words;
    return html(
        R"(<p class="govuk-body">No actions match{}. <a class="govuk-link govuk-link--no-visited-state" href="{}">Clear the filters</a> to see all {}.</p>)",
        words.empty() ? std::string(" these filters") : fmt::format(" \u201c{}\u201d", words),
        list_address(page.plan, {.columns = page.filter.columns}), all);
}

Html columns(const ListPage& page) {
    const auto columns = std::span(action_register.columns);
    auto all = page.filter;
    all.page = 1;
    const registers::LocalRegister local(action_register, page.words);
    return registers::column_choice({.which = *local,
                                     .address = list_address(page.plan, {}),
                                     .query = to_query(all),
                                     .chosen = columns_of(page.filter),
                                     .usual = registers::usual_columns(columns)});
}

Html pages(const ListPage& page) {
    return listing::page_links(page.paging, [&](int number) {
        auto filter = page.filter;
        filter.page = number;
        return list_address(page.plan, filter);
    });
}

Html list_head(const ListPage& page) {
    const bool whole = page.paging.pages == 1;
    const auto which = whole ? counted(page.paging.rows, "action")
                             : fmt::format("{} to {} of {} actions", page.paging.first(),
                                           page.paging.last(), page.paging.rows);
    return html(R"(<div class="om-listhead"><h2 class="govuk-heading-s">{}</h2>{}</div>
{})",
                which, when(page.paging.rows > 0, download_links(page)), columns(page));
}

} // namespace

std::vector<std::size_t> columns_of(const ActionFilter& filter) {
    http::Form named;
    named.add("columns", filter.columns);
    return registers::columns_named(action_register.columns, named);
}

std::string list_address(const PlanId& plan, const ActionFilter& filter) {
    const auto query = to_query(filter);
    return fmt::format("/plans/{}/actions{}{}", plan.view(), query.empty() ? "" : "?", query);
}

Html list_view(const ListPage& page) {
    return html(R"({}<div class="moj-filter-layout">
{}<div class="moj-filter-layout__content">
{}{}{}
</div></div>
)",
                quick_views(page), filter_panel(page), list_head(page),
                page.paging.rows == 0 ? nothing_found(page) : page.table, pages(page));
}

} // namespace openmasa::plan
