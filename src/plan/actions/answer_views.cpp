#include "plan/actions/answer_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

std::string use_of(const accounts::RecordLink& link) {
    if (!link.last_used_at) return "Not yet";
    return fmt::format("{}, last {}", counted(link.uses, "time"), spoken(*link.last_used_at));
}

Html state_of(const accounts::RecordLink& link, Moment now, const Html& token) {
    if (link.revoked_at) return html("Taken back {}", spoken(london_day(*link.revoked_at)));
    if (!link.is_open(now)) return html("Ended {}", spoken(london_day(link.expires_at)));
    return html(
        R"(Until {}<form class="om-inline" action="/links/{}/revoke" method="post">{}<button type="submit" class="om-linkbutton">Take it back<span class="govuk-visually-hidden"> from {}</span></button></form>)",
        spoken(london_day(link.expires_at)), link.id, token, link.holder_name);
}

Html cell(const Html& content) {
    return html(R"(<td class="govuk-table__cell" role="cell">{}</td>)", content);
}

Html header(std::string_view words) {
    return html(R"(<th scope="col" class="govuk-table__header" role="columnheader">{}</th>)",
                words);
}

Html table(const Html& headers, const Html& rows) {
    return html(
        R"(<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Links given</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        headers, rows);
}

Html row(const accounts::RecordLink& link, const Html& about, Moment now, const Html& token) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th>{}{}{}{}</tr>
)",
        link.holder_name, about,
        cell(html("{}, {}", link.given_by, spoken(london_day(link.given_at)))),
        cell(escaped(use_of(link))), cell(state_of(link, now, token)));
}

Html links_table(const LinksOfAction& page) {
    if (page.links.empty())
        return html(R"(<p class="govuk-body om-quiet">No link has been given for this action.</p>
)");
    Html rows;
    for (const auto& link : page.links) rows += row(link, {}, page.now, page.form_token);
    return table(header("Who") + header("Given by") + header("Used") + header("Works"), rows);
}

Html give_form(const LinksOfAction& page) {
    const ui::Problems problems = page.problems;
    return html(
        R"(<form class="om-form" action="/actions/{}/links" method="post" novalidate>{}{}{}{}{}</form>
)",
        page.action.id, page.form_token,
        ui::text_field({.name = "holder",
                        .label = "Who will answer?",
                        .hint = page.words.say("The office and the [agency], not a person's name."),
                        .value = page.holder,
                        .label_classes = "govuk-label--s"},
                       problems),
        ui::select_field({.name = "days",
                          .label = "How long does the link work?",
                          .value = page.days,
                          .items = {{.text = "One week", .value = "7"},
                                    {.text = "Two weeks", .value = "14"},
                                    {.text = "A month", .value = "31"},
                                    {.text = "Three months", .value = "90"}},
                          .label_classes = "govuk-label--s"},
                         problems),
        ui::text_field({.name = "email",
                        .label = "Where shall it be sent?",
                        .hint = "Their e-mail address. Leave it empty to send the link yourself.",
                        .value = page.email,
                        .autocomplete = "off",
                        .label_classes = "govuk-label--s"},
                       problems),
        ui::button({.text = "Make the link"}));
}

Html head_of_answer(const AnswerPage& page, std::string_view title) {
    return pages::head(
        {.title = std::string(title),
         .sentence = html("You answer as <b>{}</b>. No account is needed.", page.link.holder_name),
         .caption = page.action.reference});
}

Html what_it_is(const Action& action) {
    return html(R"(<dl class="om-dl om-measure"><dt>Action</dt><dd>{}</dd>
<dt>Target date</dt><dd>{}</dd>
<dt>Stands as</dt><dd>{}</dd></dl>
)",
                escaped_lines(action.words),
                action.target.words.empty() ? "None" : one_line(action.target.words),
                spoken(action.status));
}

} // namespace

Html links_of_action_view(const LinksOfAction& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Ask somebody without an account",
                        .sentence = escaped(page.action.title),
                        .caption = page.action.reference}) +
           html(
               R"(<p class="govuk-body om-measure">A link opens this one action for an answer: how it stands and what happened. It shows nothing else, ends by itself, and can be taken back.</p>
{}<section class="om-section" aria-labelledby="given"><h2 class="govuk-heading-m" id="given">Links given</h2>
{}<p class="govuk-body"><a class="govuk-link" href="/links">All links given for actions</a></p></section>
)",
               give_form(page), links_table(page));
}

Html link_given_view(const LinkGiven& page) {
    const bool is_sent = !page.email.empty();
    const auto what_now = is_sent
                              ? html("A mail with it is on its way to {}.", page.email)
                              : html("Send it to that office alone: whoever has it can answer.");
    return pages::head({.title = is_sent ? "The link is on its way" : "Send this link",
                        .sentence = html("To <b>{}</b>. It is shown only now.", page.holder),
                        .caption = page.action.reference}) +
           html(
               R"(<div class="om-measure"><p class="govuk-body om-key-words"><b>{}</b></p>
<p class="govuk-body">{} It works until {}.</p>
<p class="govuk-body"><a class="govuk-link" href="/actions/{}/links">Back to the links of this action</a></p></div>
)",
               page.address, what_now, spoken(london_day(page.until)), page.action.id);
}

Html links_given_view(const LinksGiven& page) {
    Html rows;
    for (const auto& one : page.rows)
        rows += row(one.link,
                    cell(html(R"(<a class="govuk-link" href="/actions/{}/links">{} {}</a>)",
                              one.link.record, one.reference, one.action)),
                    page.now, page.form_token);
    const auto list =
        page.rows.empty()
            ? html(R"(<p class="govuk-body om-quiet">No link has been given yet.</p>)")
            : table(header("Who") + header("Action") + header("Given by") + header("Used") +
                        header("Works"),
                    rows);
    return pages::head({.title = "Links given for actions",
                        .sentence = escaped("Each opens one action for an answer, without an "
                                            "account.")}) +
           list;
}

Html answer_view(const AnswerPage& page) {
    return ui::problems_summary(page.problems) + head_of_answer(page, page.action.title) +
           what_it_is(page.action) +
           html(
               R"(<form class="om-form" action="/answer/{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}</form>
<p class="om-quiet om-form__below">This link works until {}. Send what you wrote before then.</p>)",
               page.secret, page.form_token, page.action.version,
               progress_fields(page.typed, page.steps, page.problems),
               ui::button({.text = "Send this answer"}), spoken(page.link.expires_at));
}

Html answered_view(const AnswerPage& page) {
    return head_of_answer(page, "Your answer is saved") + what_it_is(page.action) +
           html(
               R"(<p class="govuk-body om-measure">The partnership sees it now. Until {} the same link takes another answer, for example when more has happened.</p>
<p class="govuk-body"><a class="govuk-link" href="/answer/{}">Answer again</a></p>)",
               spoken(london_day(page.link.expires_at)), page.secret);
}

} // namespace openmasa::plan
