#include "plan/owed/changes_views.hpp"
#include "kernel/text.hpp"
#include "kernel/working_days.hpp"
#include "web/listing/page_links.hpp"
#include "web/ui/error_summary.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using terms::Word;

constexpr const char* labels[] = {"New",        "Done",         "Stopped",     "Other status",
                                  "Date moved", "Other owner",  "Other words", "Moved here",
                                  "Withdrawn",  "Brought back", "Evidence",    "Progress"};
static_assert(std::size(labels) == all_moves.size());

std::string query_of(Day since, const std::optional<Move>& move, int page = 1) {
    auto query = fmt::format("?since={}", iso(since));
    if (move) query += fmt::format("&what={}", to_text(*move));
    if (page > 1) query += fmt::format("&page={}", page);
    return query;
}

Html item(const std::string& address, bool is_current, const Html& words) {
    return html(R"(<li><a href="{}"{}>{}</a></li>
)",
                address, when(is_current, html(R"( aria-current="true")")), words);
}

Html nav(std::string_view label, const Html& items) {
    return html(R"(<nav class="om-views" aria-label="{}"><ul>
{}</ul></nav>
)",
                label, items);
}

Html presets(const ChangesPage& page) {
    Html items;
    const auto add = [&](Day day, const Html& words) {
        items += item(page.address + query_of(day, page.move), page.since.day == day, words);
    };
    add(usual_since(page.today), html("Since {}", spoken(usual_since(page.today))));
    add(page.today - std::chrono::days{7}, html("7 days"));
    add(months_after(page.today, -1), html("A month"));
    add(months_after(page.today, -3), html("A quarter"));
    if (page.last_edition)
        add(*page.last_edition, html("Since the last edition, {}", spoken(*page.last_edition)));
    return nav("Since when", items);
}

Html day_form(const ChangesPage& page) {
    const bool is_wrong = !page.since.problem.empty();
    return html(
        R"(<form class="om-pick" method="get" action="{}"><div class="govuk-form-group{}"><label class="govuk-label" for="since">Since which day</label><div class="govuk-hint" id="since-hint">For example, 1 September 2026</div>{}<input class="govuk-input govuk-input--width-10{}" id="since" name="since" type="text" value="{}" aria-describedby="since-hint{}" autocomplete="off"></div>{}<button type="submit" class="govuk-button govuk-button--secondary">Show changes</button></form>
)",
        page.address, is_wrong ? " govuk-form-group--error" : "",
        when(
            is_wrong,
            html(
                R"(<p class="govuk-error-message" id="since-error"><span class="govuk-visually-hidden">Error:</span> {}</p>)",
                page.since.problem)),
        is_wrong ? " govuk-input--error" : "", is_wrong ? page.typed : spoken_long(page.since.day),
        is_wrong ? " since-error" : "",
        when(page.move.has_value(), html(R"(<input type="hidden" name="what" value="{}">)",
                                         page.move ? to_text(*page.move) : "")));
}

Html counts(const ChangesPage& page) {
    Html items = item(page.address + query_of(page.since.day, {}), !page.move,
                      html("All <b>{}</b>", page.all));
    for (auto move : all_moves)
        if (const int count = count_of(page.counts, move); count || page.move == move)
            items += item(page.address + query_of(page.since.day, move), page.move == move,
                          html("{} <b>{}</b>", labels[static_cast<std::size_t>(move)], count));
    return nav("What changed", items);
}

/// From which day it is so, where that is another one than the day it was recorded.
Html recorded(const ChangedAction& action) {
    const auto day = london_day(action.at);
    return html(
        "{}{}", spoken(day),
        when(action.true_from != day,
             html(R"( <span class="om-plan__means">so from {}</span>)", spoken(action.true_from))));
}

Html row(const ChangedAction& action, const Html& tag) {
    Html said;
    for (const auto& sentence : sentences_of(action)) append(said, "<li>{}</li>", sentence);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="om-plan__title govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a><span class="om-plan__meta">{} {}</span></th><td class="govuk-table__cell" role="cell"><ul class="om-changed">{}</ul></td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        action.id, action.now.title, action.reference, tag, said, recorded(action));
}

Html table(std::string_view caption, const Html& rows) {
    return html(
        R"(<table class="govuk-table om-stack om-changes" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Action</th><th scope="col" class="govuk-table__header" role="columnheader">What changed</th><th scope="col" class="govuk-table__header" role="columnheader">Recorded</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        caption, rows);
}

Html about_itself(const ChangesPage& page, const plan::SectionId& id) {
    const auto found = std::ranges::find(page.changed, id, &ChangedSection::id);
    if (found == page.changed.end() || page.move) return {};
    return html(R"(<p class="govuk-body om-measure">This {}: {}</p>
)",
                page.words.one(Word::priority), join(sentences_of(*found), " "));
}

/// Of one priority: on the page of the plan its newest rows, and where the rest is.
Html rows_of(const ChangesPage& page, const plan::Section& section) {
    Html rows;
    int in_all = 0;
    for (std::size_t at = 0; at < page.actions.size(); ++at)
        if (page.actions[at].now.section == section.id && ++in_all <= most_of_section)
            rows += row(page.actions[at], page.tags[at]);
    if (in_all == 0) return {};
    return table(fmt::format("Changes of {}", section.name), rows) +
           when(
               in_all > most_of_section,
               html(
                   R"(<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}/changes{}">See all {} changed actions of this {}</a></p>
)",
                   section.id, query_of(page.since.day, page.move), in_all,
                   page.words.one(Word::priority)));
}

Html part_of(const ChangesPage& page, const plan::Section& section) {
    const auto inside = about_itself(page, section.id) + rows_of(page, section);
    if (inside.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="c-{}"><h2 class="govuk-heading-m" id="c-{}"><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}/changes{}">{}</a></h2>
{}</section>
)",
        section.id, section.id, section.id, query_of(page.since.day, page.move), section.name,
        inside);
}

Html parts(const ChangesPage& page) {
    Html all;
    for (const auto& section : page.sections) all += part_of(page, section);
    return all;
}

/// The page of one priority: its rows, page by page.
Html paged(const ChangesPage& page) {
    Html rows;
    for (int at = page.paging->offset(); at < page.paging->last(); ++at)
        rows += row(page.actions[std::size_t(at)], page.tags[std::size_t(at)]);
    Html all;
    for (const auto& section : page.sections) all += about_itself(page, section.id);
    if (!rows.empty()) all += table("What changed, the newest first", rows);
    return all + listing::page_links(*page.paging, [&](int number) {
               return page.address + query_of(page.since.day, page.move, number);
           });
}

} // namespace

Html changes_sentence(const ChangesPage& page) {
    const auto since = spoken_long(page.since.day);
    if (page.all == 0) return html("No action has changed since {}.", since);
    return html("{} changed since {}.", counted(page.all, "action"), since);
}

Html changes_view(const ChangesPage& page) {
    auto inside = page.paging ? paged(page) : parts(page);
    if (inside.empty())
        inside = html(R"(<p class="govuk-body">Nothing of that kind is recorded since {}.</p>
)",
                      spoken_long(page.since.day));
    ui::ErrorSummary summary{.errors = {{.text = page.since.problem, .href = "#since"}}};
    return when(!page.since.problem.empty(), ui::error_summary(summary)) + presets(page) +
           day_form(page) + counts(page) + inside;
}

} // namespace openmasa::owed
