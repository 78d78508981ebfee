#include "plan/documents/calendar_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

Html cell(const Html& content) {
    return html(R"(<td class="govuk-table__cell" role="cell">{}</td>)", content);
}

Html state_of(const accounts::RecordLink& link, const CalendarPage& page) {
    if (link.revoked_at) return html("Taken back {}", spoken(london_day(*link.revoked_at)));
    if (!link.is_open(page.now)) return html("Ended {}", spoken(london_day(link.expires_at)));
    return html(
        R"(Until {} <form class="om-inline" action="/calendars/{}/revoke" method="post">{}<button type="submit" class="om-linkbutton">Take it back<span class="govuk-visually-hidden"> from {}</span></button></form>)",
        spoken(london_day(link.expires_at)), link.id, page.form_token, link.holder_name);
}

std::string fetched(const accounts::RecordLink& link) {
    if (!link.last_used_at) return "Not yet";
    return fmt::format("{}, last {}", counted(link.uses, "time"), spoken(*link.last_used_at));
}

Html links_table(const CalendarPage& page) {
    if (page.links.empty())
        return html(R"(<p class="govuk-body om-quiet">Nobody follows these dates yet.</p>
)");
    Html rows;
    for (const auto& link : page.links)
        rows += html(
            R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th>{}{}{}</tr>
)",
            link.holder_name,
            cell(html("{}, {}", link.given_by, spoken(london_day(link.given_at)))),
            cell(escaped(fetched(link))), cell(state_of(link, page)));
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Who follows these dates</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Who</th><th scope="col" class="govuk-table__header" role="columnheader">Given by</th><th scope="col" class="govuk-table__header" role="columnheader">Fetched</th><th scope="col" class="govuk-table__header" role="columnheader">Works</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        rows);
}

Html give_form(const CalendarPage& page) {
    const ui::Problems problems = page.problems;
    return html(
        R"(<form class="om-form" action="/plans/{}/calendar" method="post" novalidate>{}{}{}{}</form>
)",
        page.plan.id, page.form_token,
        ui::text_field({.name = "holder",
                        .label = "Who will follow the dates?",
                        .hint = page.words.say("The office and the [agency], not a person's name."),
                        .value = page.holder,
                        .label_classes = "govuk-label--s"},
                       problems),
        ui::select_field({.name = "days",
                          .label = "How long does the address work?",
                          .value = page.days,
                          .items = {{.text = "A month", .value = "31"},
                                    {.text = "Three months", .value = "90"},
                                    {.text = "Half a year", .value = "182"},
                                    {.text = "A year", .value = "366"}},
                          .label_classes = "govuk-label--s"},
                         problems),
        ui::button({.text = "Make the address"}));
}

Html following(const CalendarPage& page) {
    const auto said = [](const Html& words) {
        return html(R"(<p class="govuk-body om-measure">{}</p>
)",
                    words);
    };
    if (!page.may_give)
        return said(
            escaped(page.words.say("Ask the [business unit] for an address that your calendar "
                                   "program follows: it then shows every change by itself.")));
    return html(
        R"({}{}<section class="om-section" aria-labelledby="given"><h3 class="govuk-heading-s" id="given">Addresses given</h3>
{}</section>)",
        said(escaped(
            "An address of its own lets a calendar program fetch the dates again and again, "
            "without an account. It shows nothing that is restricted, ends by itself, can be "
            "taken back, and every time it is used is in the log.")),
        give_form(page), links_table(page));
}

} // namespace

Html calendar_view(const CalendarPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Dates for a calendar",
                        .sentence = escaped("Every open action on the last day that its date can "
                                            "mean; its steps on their own days."),
                        .caption = page.plan.title}) +
           html(
               R"(<section class="om-section" aria-labelledby="once"><h2 class="govuk-heading-m" id="once">Once</h2>
<p class="govuk-body om-measure">The dates as they are today, to open in Outlook or any other calendar.</p>
<p class="govuk-body"><a class="govuk-link" href="/plans/{}/milestones.ics">Download the dates (ICS)</a></p></section>
<section class="om-section" aria-labelledby="follow"><h2 class="govuk-heading-m" id="follow">Always up to date</h2>
{}</section>
)",
               page.plan.id, following(page));
}

Html feed_given_view(const FeedGiven& page) {
    return pages::head({.title = "Send this address",
                        .sentence = html("To <b>{}</b>. It is shown only now.", page.holder),
                        .caption = page.plan.title}) +
           html(
               R"(<div class="om-measure"><p class="govuk-body om-key-words"><b>{}</b></p>
<p class="govuk-body">In Outlook: Add calendar, Subscribe from web. Whoever has the address sees the dates. It works until {}.</p>
<p class="govuk-body"><a class="govuk-link" href="/plans/{}/calendar">Back to the dates for a calendar</a></p></div>
)",
               page.address, spoken(london_day(page.until)), page.plan.id);
}

} // namespace openmasa::plan_documents
