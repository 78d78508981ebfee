#include "plan/updates/request_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::updates {
namespace {

Html cell(std::string_view label, const Html& content) {
    return html(R"(<td class="govuk-table__cell" role="cell" data-label="{}">{}</td>)", label,
                content);
}

Html header(std::string_view words) {
    return html(R"(<th scope="col" class="govuk-table__header" role="columnheader">{}</th>)",
                words);
}

Html table(std::string_view caption, const Html& headers, const Html& rows) {
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        caption, headers, rows);
}

std::string state_of(const Request& request, Day today) {
    if (request.closed_at) return fmt::format("Closed {}", spoken(london_day(*request.closed_at)));
    return request.answer_by < today ? "Open, and its day has passed" : "Open";
}

std::string how_many(int answered, int actions) {
    return fmt::format("{} of {}", answered, counted(actions, "action"));
}

Html row(const Listed& one, Day today) {
    const auto& request = one.request;
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/updates/{}">{}</a></th>{}{}{}{}</tr>
)",
        request.plan, request.id, spoken(london_day(request.asked_at)),
        cell("Asked by", escaped(request.asker)),
        cell("Answers by", escaped(spoken(request.answer_by))),
        cell("Answered", escaped(how_many(one.answered, one.actions))),
        cell("State", escaped(state_of(request, today))));
}

// --- one request -------------------------------------------------------------------------------

struct OwnerPart {
    OwnerId owner;
    std::string name;
    std::vector<const Asked*> asked;

    int answered() const {
        return int(std::ranges::count_if(asked, [](const Asked* one) { return one->is_answered; }));
    }
    /// The newest answer; nothing when there is none.
    const Asked* last() const {
        const Asked* newest = nullptr;
        for (const auto* one : asked)
            if (one->is_answered && (!newest || *one->said_at > *newest->said_at)) newest = one;
        return newest;
    }
};

std::vector<OwnerPart> by_owner(const std::vector<Asked>& asked) {
    std::vector<OwnerPart> parts;
    for (const auto& one : asked) {
        auto found = std::ranges::find(parts, one.owner, &OwnerPart::owner);
        if (found == parts.end())
            found = parts.insert(parts.end(), {one.owner, one.owner_name, {}});
        found->asked.push_back(&one);
    }
    std::ranges::stable_sort(parts, {}, &OwnerPart::name);
    return parts;
}

/// A button about the office's link; `whom` completes its words for who cannot see the row.
Html link_act(const RequestPage& page, const Office& office, std::string_view below,
              std::string_view words, std::string_view whom) {
    return html(
        R"( <form class="om-inline" action="/plans/{}/updates/{}/links/{}/{}" method="post">{}<button type="submit" class="om-linkbutton">{}<span class="govuk-visually-hidden"> {} {}</span></button></form>)",
        page.request.plan, page.request.id, office.id, below, page.form_token, words, whom,
        office.owner_name);
}

Html about_link(const RequestPage& page, const Office& office) {
    if (office.has_link)
        return html(".{}", link_act(page, office, "revoke", "Take the link back", "from"));
    return html(". Its link works no longer.{}",
                when(may_have_another_link(page.request, office),
                     link_act(page, office, "give", "Send another link", "to")));
}

Html office_words(const RequestPage& page, const Office& office) {
    const auto where = office.email.empty() ? std::string("By a link")
                                            : fmt::format("By a link to {}", office.email);
    const auto used = office.uses ? fmt::format(", used {}", counted(office.uses, "time"))
                                  : std::string(", not used yet");
    return escaped(where + used) + about_link(page, office);
}

/// Who is asked for that owner.
Html who(const RequestPage& page, const OwnerId& owner) {
    std::vector<std::string> names;
    for (const auto& one : page.acting)
        if (one.owner == owner) names.push_back(one.known_as);
    if (!names.empty()) return escaped(join(names, "; "));
    const auto office = std::ranges::find(page.offices, owner, &Office::owner);
    if (office == page.offices.end())
        return html(R"(<span class="om-ev--missing">Nobody has an account by now</span>)");
    return office_words(page, *office);
}

Html last_answer(const OwnerPart& part) {
    const auto* last = part.last();
    if (!last) return html(R"(<span class="om-quiet">Not yet</span>)");
    return html("{}, {}", spoken(london_day(*last->said_at)), last->who_said);
}

Html owner_row(const RequestPage& page, const OwnerPart& part) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader"><a class="govuk-link govuk-link--no-visited-state" href="/owners/{}">{}</a></th>{}{}{}</tr>
)",
        part.owner, part.name, cell("Asked", who(page, part.owner)),
        cell("Answered", escaped(how_many(part.answered(), int(part.asked.size())))),
        cell("Last answer", last_answer(part)));
}

Html owners_table(const RequestPage& page) {
    Html rows;
    for (const auto& part : by_owner(page.asked)) rows += owner_row(page, part);
    return table("Who was asked",
                 header("Owner") + header("Asked") + header("Answered") + header("Last answer"),
                 rows);
}

Html action_item(const Asked& one) {
    return html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{} {}</a> <span class="om-quiet">{}, {}</span></li>
)",
        one.id, one.reference, one.title, one.owner_name, spoken(one.status));
}

Html list_of(const RequestPage& page, bool answered, const std::string& heading) {
    Html items;
    int number = 0;
    for (const auto& one : page.asked)
        if (one.is_answered == answered) {
            items += action_item(one);
            ++number;
        }
    if (number == 0) return {};
    return ui::details({.summary = fmt::format("{} ({})", heading, number),
                        .text = html(R"(<ul class="govuk-list om-objectives">
{}</ul>
)",
                                     items)});
}

Html act(const RequestPage& page, std::string_view below, std::string_view words,
         std::string_view classes) {
    return html(R"(<form action="/plans/{}/updates/{}/{}" method="post">{}{}</form>
)",
                page.request.plan, page.request.id, below, page.form_token,
                ui::button({.text = words, .classes = std::string(classes)}));
}

int answered_in(const RequestPage& page) {
    return int(std::ranges::count_if(page.asked, &Asked::is_answered));
}

Html reminded(const Request& request) {
    if (!request.reminded_on) return {};
    return html(
        R"(<p class="om-quiet">Those who had not answered were last reminded from here on {}.</p>
)",
        spoken(*request.reminded_on));
}

Html acts(const RequestPage& page) {
    if (!page.request.is_open()) return {};
    const bool all = answered_in(page) == int(page.asked.size());
    const bool today = page.request.reminded_on == page.today;
    return html(R"(<div class="om-form__acts om-section">{}{}</div>
{}<p class="om-quiet">Closing it asks nobody any more and ends its links. What was answered stays.</p>
)",
                when(!all && !today, act(page, "remind", "Remind those who have not answered", "")),
                act(page, "close", "Close this request", "govuk-button--secondary"),
                reminded(page.request));
}

std::vector<Html> facts_of(const RequestPage& page) {
    const auto& request = page.request;
    return {html("Asked by <b>{}</b> on {}", request.asker, spoken(london_day(request.asked_at))),
            html("Answers by <b>{}</b>", spoken_with_weekday(request.answer_by)),
            escaped(state_of(request, page.today))};
}

} // namespace

Html requests_view(const RequestsPage& page) {
    Html rows;
    for (const auto& one : page.requests) rows += row(one, page.today);
    const auto list = page.requests.empty()
                          ? html(R"(<p class="govuk-body">Nobody has been asked yet.</p>
)")
                          : table("Requests for updates",
                                  header("Asked on") + header("Asked by") + header("Answers by") +
                                      header("Answered") + header("State"),
                                  rows);
    return pages::head({.title = "Requests for updates",
                        .sentence = escaped("Owners are asked how their actions stand, and answer "
                                            "on one page."),
                        .verbs = ui::button(
                            {.text = "Ask for updates",
                             .href = fmt::format("/plans/{}/updates/ask", page.plan.id.view())}),
                        .facts = {},
                        .caption = page.plan.title}) +
           list;
}

Html request_view(const RequestPage& page) {
    const auto said = html(R"(<div class="govuk-inset-text om-measure">{}</div>
)",
                           escaped_lines(page.request.words));
    return ui::problems_summary(page.problems) +
           pages::head({.title = fmt::format("{} answered",
                                             how_many(answered_in(page), int(page.asked.size()))),
                        .sentence = {},
                        .verbs = {},
                        .facts = facts_of(page),
                        .caption = "Request for updates, " + page.request.plan_title}) +
           when(!page.request.words.empty(), said) + owners_table(page) +
           list_of(page, false, "Not answered yet") + list_of(page, true, "Answered") + acts(page);
}

} // namespace openmasa::updates
