#include "partnership/agencies/succession_views.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/fact_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::agencies {
namespace {

using terms::Word;

Html agency_link(const OwnerId& id, std::string_view name) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/agencies/{}">{}</a>)",
                id, name);
}

std::string address(const Succession& succession, std::string_view below = {}) {
    return fmt::format("/agencies/{}/succession/{}{}{}", succession.from.view(),
                       succession.id.view(), below.empty() ? "" : "/", below);
}

std::string standing_of(const Succession& s) {
    if (s.is_dropped()) return "It did not come to it: " + s.dropped_why;
    if (s.carried_out_on) return "Carried out on " + spoken(*s.carried_out_on);
    return s.is_agreed ? "Agreed: it waits for the day" : "What passes on is to be agreed";
}

Html line_of(const Succession& s, const OwnerId& of) {
    const bool is_after = s.from == of;
    return html(
        R"(<li><b>{}</b> {}, {} on {}. <span class="om-quiet">{}</span> <a class="govuk-link" href="{}">What passes on<span class="govuk-visually-hidden"> from {} to {}</span></a></li>
)",
        is_after ? "Followed by" : "Comes after",
        is_after ? agency_link(s.to, s.to_name) : agency_link(s.from, s.from_name), to_text(s.way),
        spoken(s.day), standing_of(s) + ".", address(s), s.from_name, s.to_name);
}

Html lines_of(const FollowingPage& page) {
    Html items;
    for (const auto& one : page.all) items += line_of(one, page.agency.id);
    return items.empty()
               ? html(
                     R"(<p class="govuk-body om-quiet">Nothing came before it, and nothing follows it.</p>
)")
               : html(R"(<ul class="govuk-list">
{}</ul>
)",
                      items);
}

Html successor_field(const FollowingPage& page) {
    std::vector<ui::SelectItem> items = {{.text = "Choose one", .value = ""}};
    for (const auto& [id, name] : page.agencies) items.push_back({.text = name, .value = id});
    return ui::select_field(
        {.name = "to",
         .label = page.words.say("Which [agency] follows?"),
         .hint = page.words.say("One that is not in the list yet is added as [an agency] first."),
         .value = page.typed.to ? page.typed.to->str() : "",
         .items = std::move(items),
         .label_classes = "govuk-label--s"},
        page.problems);
}

Html way_field(const FollowingPage& page) {
    return ui::radios_field(
        {.name = "way",
         .legend = "What happens?",
         .value = page.typed.way ? std::string(to_text(*page.typed.way)) : "",
         .items = {{.text = "It merges with others into it", .value = "merged"},
                   {.text = "It is split, and this is one of the parts", .value = "split"},
                   {.text = "It is replaced by it", .value = "replaced"},
                   {.text = "It is the same body under another name", .value = "renamed"}},
         .legend_classes = "govuk-fieldset__legend--s",
         .classes = "govuk-radios--small"},
        page.problems);
}

Html following_form(const FollowingPage& page) {
    const ui::Problems problems = page.problems;
    auto fields = successor_field(page) + way_field(page);
    fields += ui::text_field({.name = "day",
                              .label = "From which day?",
                              .hint = "The first day of the one that follows, as 1 April 2026.",
                              .value = page.typed.day,
                              .label_classes = "govuk-label--s",
                              .classes = "govuk-input--width-20"},
                             problems);
    fields += ui::text_field({.name = "ground",
                              .label = "On what ground?",
                              .hint = "The order, the regulation or the decision.",
                              .value = page.typed.ground,
                              .label_classes = "govuk-label--s"},
                             problems);
    return html(
        R"(<h2 class="govuk-heading-m">Say what follows</h2>
<form class="om-form" action="/agencies/{}/succession" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="/agencies/{}">Leave it as it is</a></div></form>
)",
        page.agency.id, page.form_token, fields, ui::button({.text = "See what would pass on"}),
        page.agency.id);
}

// --- one succession -----------------------------------------------------------------------------

std::string outcome_words(const AgreedDuty& agreed) {
    switch (agreed.outcome) {
    case SettledHow::waits: return "waits for the day";
    case SettledHow::done:
        return agreed.settled_on ? "since " + spoken(*agreed.settled_on) : "done";
    case SettledHow::elsewhere: return "somebody else answered for it by then";
    }
    return {};
}

Html agreed_table(const SuccessionPage& page) {
    if (page.succession.duties.empty()) return {};
    ui::Table table{.caption = "What was agreed",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Duty"}, {.text = "What becomes of it"}, {.text = "Agreed"}},
                    .classes = "om-stack"};
    for (const auto& agreed : page.succession.duties)
        table.rows.push_back(
            {{.text = html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                           agreed.duty.href, agreed.duty.what)},
             {.text = html(R"({}{}{}<br><span class="om-quiet">{}</span>)",
                           partnership::spoken(agreed.fate), agreed.why.empty() ? "" : ": ",
                           agreed.why, outcome_words(agreed))},
             {.text = html("{}, {}", agreed.agreed_by, spoken(agreed.agreed_on))}});
    return ui::table(table);
}

Html restricted_words(const SuccessionPage& page) {
    return when(page.open.restricted > 0, html(R"(<div class="govuk-inset-text">{}</div>
)",
                                               restricted_duties_words));
}

Html agree_form(const SuccessionPage& page) {
    const auto& s = page.succession;
    const partnership::DutiesForm form{.agreement = page.agreement,
                                       .passes = "Passes to " + s.to_name,
                                       .stays = "Stays with " + s.from_name,
                                       .problems = page.problems};
    const auto none = when(page.open.none(),
                           html(R"(<p class="govuk-body">It answers for nothing that is open.</p>
)"));
    return html(
        R"({}{}<form class="om-form om-form--wide" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="/agencies/{}/succession">Leave it for now</a></div></form>
)",
        restricted_words(page), none, address(s), page.form_token, s.version,
        partnership::duties_fields(form),
        ui::button({.text = s.day <= page.today ? "Agree the list and pass it on"
                                                : "Agree the list for that day"}),
        s.from);
}

Html drop_form(const SuccessionPage& page) {
    const auto& s = page.succession;
    if (s.carried_out_on && *s.carried_out_on <= page.today) return {};
    const bool is_open = std::ranges::any_of(
        page.problems, [](const Problem& problem) { return problem.field == "why"; });
    const auto drop = ui::details(
        {.summary = "It does not come to it",
         .text = html(
             R"(<form action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}</form>)",
             address(s, "drop"), page.form_token, s.version,
             ui::text_field({.name = "why", .label = "Why?", .hint = {}, .value = page.dropped_why},
                            page.problems),
             ui::button({.text = "Drop it", .classes = "govuk-button--secondary"})),
         .open = is_open});
    return html(R"(<div class="om-section">{}</div>
)",
                drop);
}

Html to_agree(const SuccessionPage& page) {
    if (!page.may_change || page.succession.is_dropped()) return {};
    const bool nothing_more =
        page.open.none() && (page.succession.carried_out_on || !page.succession.duties.empty());
    if (nothing_more) return drop_form(page);
    return agree_form(page) + drop_form(page);
}

} // namespace

Html beside_in_time(const std::vector<Succession>& all, const OwnerId& agency) {
    Html items;
    for (const auto& s : all) {
        if (s.is_dropped()) continue;
        const bool is_after = s.from == agency;
        append(items,
               R"(<li>{} {} <span class="om-quiet">({}, {})</span></li>
)",
               is_after ? "Followed by" : "Comes after",
               is_after ? agency_link(s.to, s.to_name) : agency_link(s.from, s.from_name),
               to_text(s.way), spoken(s.day));
    }
    return when(!items.empty(), html(R"(<ul class="govuk-list">
{}</ul>
)",
                                     items));
}

Html following_view(const FollowingPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "What came before, and what follows",
                        .sentence = html("Records stay under the name of their time; what is open "
                                         "passes on by a list that is agreed first."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.agency.name}) +
           lines_of(page) + when(page.may_change, following_form(page));
}

Html succession_view(const SuccessionPage& page) {
    const auto& s = page.succession;
    const auto sentence =
        html("{} {} {} on {}. {}.", agency_link(s.from, s.from_name), spoken(s.way),
             agency_link(s.to, s.to_name), spoken_long(s.day), s.ground);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "What passes on",
                        .sentence = sentence,
                        .verbs = {},
                        .facts = {escaped(standing_of(s))},
                        .caption = s.from_name}) +
           agreed_table(page) + to_agree(page) +
           when(!page.known.empty(), html(R"(<h2 class="govuk-heading-m">What else stands there</h2>
<p class="govuk-body om-quiet">Offices and seats do not pass on by this list: each is ended, or given to its next agency, on its own page.</p>
{})",
                                          fact_list(page.known)));
}

} // namespace openmasa::agencies
