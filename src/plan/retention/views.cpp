#include "plan/retention/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include "web/ui/warning_text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::retention {
namespace {

using pages::link;
using pages::section;

std::string address_of(std::string_view kind, std::string_view id) {
    if (kind == "plan") return fmt::format("/plans/{}/editions", id);
    return fmt::format("/{}s/{}", kind, id);
}

Html nothing(std::string_view words) {
    return html("<p class=\"govuk-body\">{}</p>\n", words);
}

Html due_list(const RetentionPage& page) {
    if (page.due.empty()) return nothing("Nothing is due.");
    Html items;
    for (const auto& one : page.due) {
        const auto& record = one.record;
        const auto below = fmt::format("{}/{}", record.kind, record.id);
        append(
            items,
            R"(<li>{} <span class="om-quiet">{}, due since {}</span>{}</li>
)",
            link(address_of(record.kind, record.id), record.called), record.kind,
            spoken(one.due_on),
            when(page.may_change, html("<br>{} &nbsp; {}",
                                       link("/retention/propose/" + below, "Propose to destroy it"),
                                       link("/retention/hold/" + below, "Put it on hold"))));
    }
    return html("<ul class=\"govuk-list govuk-list--spaced\">\n{}</ul>\n", items);
}

Html waiting_list(const RetentionPage& page) {
    Html items;
    for (const auto& one : page.destructions) {
        if (one.decided_at) continue;
        append(items, R"(<li>{} <span class="om-quiet">{}, proposed by {} on {}: {}</span>{}</li>
)",
               link(address_of(one.kind, one.record), one.called), one.kind, one.proposed_by_name,
               spoken(london_day(one.proposed_at)), one.why,
               when(page.may_change,
                    html("<br>{}", link(fmt::format("/retention/destructions/{}", one.id.view()),
                                        "Decide"))));
    }
    return items.empty() ? nothing("Nothing waits for a second person.")
                         : html("<ul class=\"govuk-list govuk-list--spaced\">\n{}</ul>\n", items);
}

Html hold_list(const RetentionPage& page) {
    Html items;
    for (const auto& hold : page.holds) {
        const bool lifted = hold.lifted_at.has_value();
        append(items, R"(<li>{} <span class="om-quiet">{}, {} on {}: {}{}</span>{}</li>
)",
               link(address_of(hold.kind, hold.record), hold.called), hold.kind, hold.set_by,
               spoken(london_day(hold.set_at)), hold.why,
               lifted ? fmt::format(". Lifted by {} on {}: {}", hold.lifted_by,
                                    spoken(london_day(*hold.lifted_at)), hold.lifted_why)
                      : std::string(),
               when(page.may_change && !lifted,
                    html("<br>{}", link(fmt::format("/retention/holds/{}/lift", hold.id.view()),
                                        "Lift this hold"))));
    }
    return items.empty() ? nothing("Nothing is on legal hold.")
                         : html("<ul class=\"govuk-list govuk-list--spaced\">\n{}</ul>\n", items);
}

Html certificate_list(const RetentionPage& page) {
    Html items;
    for (const auto& one : page.destructions)
        if (!one.certificate.empty())
            append(items, "<li>{} <span class=\"om-quiet\">{} {}, {}</span></li>\n",
                   link("/retention/certificates/" + one.certificate, one.certificate), one.kind,
                   one.called, spoken(london_day(*one.decided_at)));
    return items.empty() ? nothing("Nothing has been destroyed.")
                         : html("<ul class=\"govuk-list\">\n{}</ul>\n", items);
}

Html rule_list(const RetentionPage& page) {
    Html items;
    for (const auto& rule : page.rules)
        append(
            items,
            R"(<li>{}. <span class="om-quiet">Since {}{}. {}.</span>{}</li>
)",
            rule.words, spoken(rule.from), rule.to ? " until " + spoken(*rule.to) : std::string(),
            rule.clause,
            when(!rule.is_checked,
                 html(R"( <strong class="govuk-tag govuk-tag--yellow">To be checked</strong>)")));
    return html("<ul class=\"govuk-list govuk-list--spaced\">\n{}</ul>\n", items);
}

} // namespace

Html retention_view(const RetentionPage& page) {
    return pages::head({.title = "Keeping and destroying",
                        .sentence = html("What has been kept as long as the rules ask may be "
                                         "destroyed: one person proposes, another confirms.")}) +
           section("due", "Due for destruction", due_list(page)) +
           section("waiting", "Waiting for a second person", waiting_list(page)) +
           section("holds", "Legal holds", hold_list(page)) +
           section("certificates", "Certificates of destruction", certificate_list(page)) +
           section("rules", "How long records are kept", rule_list(page));
}

Html reason_view(const ReasonPage& page) {
    return html(
        R"({}{}<form class="om-form" action="{}" method="post" novalidate>{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/retention">Leave it as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = page.title, .sentence = escaped(page.sentence), .caption = page.called}),
        page.address, page.form_token,
        ui::textarea_field({.name = "why", .label = page.label, .value = page.why, .rows = 3},
                           page.problems),
        ui::button({.text = page.verb, .classes = page.is_warning ? "govuk-button--warning" : ""}));
}

namespace {

Html confirm_form(const ConfirmPage& page) {
    const auto& one = page.destruction;
    if (!page.why_not.empty())
        return html(R"(<div class="govuk-inset-text">{}</div>
)",
                    page.why_not);
    return html(
        R"({}<form class="om-form" action="/retention/destructions/{}" method="post" novalidate>{}{}<div class="om-form__acts">{}{}</div></form>
)",
        ui::warning_text({.text = "This cannot be undone. Copies of the database that were made "
                                  "before still hold the words: see to them too.",
                          .icon_words = "Warning"}),
        one.id, page.form_token,
        ui::textarea_field(
            {.name = "why", .label = "Why not (only to decline)", .value = "", .rows = 3},
            page.problems),
        ui::button({.text = "Destroy it",
                    .name = "do",
                    .value = "confirm",
                    .classes = "govuk-button--warning"}),
        ui::button({.text = "Decline",
                    .name = "do",
                    .value = "decline",
                    .classes = "govuk-button--secondary"}));
}

} // namespace

Html confirm_view(const ConfirmPage& page) {
    const auto& one = page.destruction;
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = "Destroy this " + one.kind,
                .sentence = html("{} proposed it on {}: {}", one.proposed_by_name,
                                 spoken(london_day(one.proposed_at)), one.why),
                .facts = {html("Due since <b>{}</b>", spoken(one.due_on)), escaped(one.rule)},
                .caption = one.called}) +
           confirm_form(page);
}

Html certificate_view(const Destruction& one) {
    const auto fact = [](std::string_view name, std::string_view value) {
        return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
    };
    return pages::head(
               {.title = "Certificate of destruction " + one.certificate,
                .verbs = ui::button({.text = "Download",
                                     .href = "/retention/certificates/" + one.certificate + "/text",
                                     .classes = "govuk-button--secondary"})}) +
           html(
               R"(<dl class="om-dl om-measure">
{}{}{}{}{}{}{}{}</dl>
<p class="govuk-body om-measure">The words of this {} and of all its versions are gone from this program. The audit log still shows who did what and when; its commitments to what was destroyed stay valid, and open nothing.</p>
)",
               fact("What", one.kind + " " + one.called), fact("Record", one.record),
               fact("Rule", one.rule), fact("Clause", one.clause),
               fact("Due since", spoken_long(one.due_on)),
               fact("Proposed", fmt::format("{}, {}: {}", spoken(one.proposed_at),
                                            one.proposed_by_name, one.why)),
               fact("Confirmed and destroyed",
                    fmt::format("{}, {}", spoken(*one.decided_at), one.decided_by_name)),
               fact("Versions destroyed", std::to_string(one.versions)), one.kind);
}

std::string certificate_text(const Destruction& one, std::string_view partnership) {
    return fmt::format("Certificate of destruction {}\n{}\n\nWhat: {} {}\nRecord: {}\nRule: {}\n"
                       "Clause: {}\nDue since: {}\nProposed: {}, {}: {}\n"
                       "Confirmed and destroyed: {}, {}\nVersions destroyed: {}\n",
                       one.certificate, partnership, one.kind, one.called, one.record, one.rule,
                       one.clause, iso(one.due_on), iso(one.proposed_at), one.proposed_by_name,
                       one.why, iso(*one.decided_at), one.decided_by_name, one.versions);
}

} // namespace openmasa::retention
