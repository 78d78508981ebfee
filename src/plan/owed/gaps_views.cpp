#include "plan/owed/gaps_views.hpp"
#include "kernel/text.hpp"
#include "plan/tally_views.hpp"
#include "web/listing/page_links.hpp"
#include "web/pages/layout.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using terms::Word;

Html link(const std::string& address, const std::string& words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", address,
                words);
}

std::string said(const terms::Words& words, Gap gap, int rows) {
    const auto& text = words_of(gap);
    return words.say(rows == 1 ? text.one : text.several);
}

/// Several at once where that can be, else each by its own form.
Html mend(const GapsPage& page, Gap gap, int rows) {
    if (!page.may_change) return {};
    const auto address = mend_address(gap, page.plan);
    if (!address.empty()) return html(" {}", link(address, std::string(words_of(gap).mend)));
    if (is_listed_elsewhere(gap)) return {};
    return html(" {}",
                link(rows_address(gap, page.plan), rows == 1 ? "Mend it" : "Mend them one by one"));
}

Html gap_item(int rows, const Html& what, std::string_view why, const Html& mends) {
    return html(
        R"(<li><b>{}</b><span>{}<span class="om-gaps__why">{}{}</span></span></li>
)",
        rows, what, why, mends);
}

Html missing(const GapsPage& page) {
    Html items;
    for (auto gap : all_gaps)
        if (const int rows = count_of(page.gaps, gap))
            items += gap_item(rows, link(rows_address(gap, page.plan), said(page.words, gap, rows)),
                              words_of(gap).why, mend(page, gap, rows));
    return items;
}

Html part(std::string_view id, std::string_view title, std::string_view list, const Html& items) {
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
<ul class="{}">
{}</ul></section>
)",
        id, id, title, list, items);
}

Html well(const terms::Words& words, const GapCounts& gaps) {
    Html items;
    for (auto gap : all_gaps)
        if (count_of(gaps, gap) == 0) append(items, "<li>{}</li>\n", words.say(words_of(gap).well));
    return part("well", "What is well", "govuk-list om-well", items);
}

int kinds_in(const GapCounts& gaps) {
    return int(std::ranges::count_if(
        all_gaps, [&](Gap gap) { return gap != Gap::unread && count_of(gaps, gap) > 0; }));
}

/// The plans that have the most of them first.
std::vector<GapCount> plans_with(const AllGapsPage& page, Gap gap) {
    std::vector<GapCount> found;
    for (const auto& count : page.counts)
        if (count.gap == gap && count.rows > 0) found.push_back(count);
    std::ranges::stable_sort(found, std::greater{}, &GapCount::rows);
    return found;
}

Html plan_link(const AllGapsPage& page, const GapCount& count) {
    const auto found = std::ranges::find(page.plans, count.plan, &plan::Plan::id);
    return html("{}, {}", link(rows_address(count.gap, count.plan), found->title), count.rows);
}

/// "Business plan, 6; Neglect strategy, 2; and 3 more".
Html plans_of(const AllGapsPage& page, Gap gap) {
    Html names;
    int at = 0;
    const auto found = plans_with(page, gap);
    for (const auto& count : found) {
        if (!page.only && at == most_plans) break;
        append(names, "{}{}", at++ == 0 ? "" : "; ", plan_link(page, count));
    }
    if (at < int(found.size()))
        append(names, "; {}",
               link(fmt::format("/gaps?gap={}", to_text(gap)),
                    fmt::format("{} more {}", int(found.size()) - at,
                                page.words.several(Word::plan))));
    return html("{}.", names);
}

Html missing_anywhere(const AllGapsPage& page, const GapCounts& gaps) {
    Html items;
    for (auto gap : all_gaps)
        if (const int rows = count_of(gaps, gap); rows && (!page.only || page.only == gap))
            append(items, R"(<li><b>{}</b><span>{}<span class="om-gaps__why">{}</span></span></li>
)",
                   rows, said(page.words, gap, rows), plans_of(page, gap));
    return items;
}

Html row_item(const GapPage& page, const GapRow& row) {
    return html(
        R"(<li>{} <span class="om-quiet">{}{}</span></li>
)",
        link(row_address(page.gap, row, page.may_change), row.title), row.reference,
        when(!row.remark.empty(), html(", {}", one_line(row.remark))));
}

} // namespace

Html gaps_sentence(const GapCounts& gaps) {
    const int sum = sum_of(gaps), kinds = kinds_in(gaps);
    if (sum == 0) return html("Nothing is missing.");
    if (kinds == 1) return html("{}, of one kind.", counted(sum, "gap"));
    return html("{} of {} kinds.", counted(sum, "gap"), plan::spelled(kinds));
}

Html gaps_view(const GapsPage& page) {
    return part("missing", "What is missing", "om-breaks om-gaps", missing(page)) +
           well(page.words, page.gaps);
}

Html all_gaps_view(const AllGapsPage& page) {
    const auto gaps = gaps_of(page.counts, std::nullopt);
    const auto in =
        counted(int(page.plans.size()), page.words.one(Word::plan), page.words.several(Word::plan));
    const auto back = when(page.only.has_value(), html(R"(<p class="govuk-body">{}</p>
)",
                                                       link("/gaps", "See every kind of gap")));
    return pages::head({.title = page.words.say("What the [plans] lack"),
                        .sentence = html("{} In {} {}.", gaps_sentence(gaps), in,
                                         page.plans.size() == 1 ? "that runs" : "that run")}) +
           back +
           part("missing", "What is missing", "om-breaks om-gaps", missing_anywhere(page, gaps)) +
           when(!page.only, well(page.words, gaps));
}

Html gap_view(const GapPage& page) {
    const auto& text = words_of(page.gap);
    const int rows = page.paging.rows;
    auto head = pages::head(
        {.title = rows == 0 ? page.words.say(text.well)
                            : fmt::format("{} {}", rows, said(page.words, page.gap, rows)),
         .sentence = when(rows > 0, escaped(text.why)),
         .verbs = {},
         .facts = {},
         .caption = page.plan.title});
    Html items;
    for (const auto& row : page.rows) items += row_item(page, row);
    const auto address = rows_address(page.gap, page.plan.id);
    return head +
           when(!items.empty(), html(R"(<ul class="govuk-list om-objectives">
{}</ul>
)",
                                     items)) +
           listing::page_links(
               page.paging, [&](int number) { return fmt::format("{}?page={}", address, number); });
}

} // namespace openmasa::owed
