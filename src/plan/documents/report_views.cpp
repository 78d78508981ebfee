#include "plan/documents/report_views.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/marks.hpp"
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

Html section(std::string_view heading, const Html& content) {
    return html(R"(<section class="om-section"><h2 class="govuk-heading-m">{}</h2>
{}</section>
)",
                heading, content);
}

// --- the covering words -------------------------------------------------------------------------

Html said_by(const CoveringWords& cover) {
    return html(R"(<p class="om-quiet">{}, {}</p>)", cover.who, spoken_long(london_day(cover.at)));
}

Html covering(const CoveringWords& cover) {
    const auto words = when(!cover.words.empty(), html(R"(<p class="govuk-body">{}</p>
)",
                                                       escaped_lines(cover.words)));
    const auto asks =
        when(!cover.asks.empty(), html(R"(<p class="govuk-body"><b>Asked of the partners:</b> {}</p>
)",
                                       escaped_lines(cover.asks)));
    return html(R"(<div class="govuk-inset-text om-measure">{}{}{}</div>
)",
                words, asks, said_by(cover));
}

// --- what it is for -----------------------------------------------------------------------------

Html list_of(const std::vector<std::string>& lines) {
    Html items;
    for (const auto& line : lines) items += html("<li>{}</li>\n", line);
    return html(R"(<ul class="govuk-list govuk-list--bullet om-measure">
{}</ul>
)",
                items);
}

Html list_of(const std::vector<plan::ImpactStatement>& statements) {
    Html items;
    for (const auto& one : statements)
        append(items, "<dt>{}</dt><dd>{}</dd>\n", one.name, escaped_lines(one.words));
    return items;
}

Html what_it_is_for(const ReportFacts& facts) {
    Html content;
    std::vector<std::string> differences, objectives;
    for (const auto line : split(facts.section.difference, '\n'))
        if (!trimmed(line).empty()) differences.push_back(one_line(line));
    for (const auto& objective : facts.objectives) objectives.push_back(one_line(objective.title));
    if (!objectives.empty())
        content += html(R"(<p class="govuk-body om-measure">{}.</p>
)",
                        join(objectives, "; "));
    if (!differences.empty())
        content += html(R"(<h3 class="govuk-heading-s">The difference we will see</h3>
{})",
                        list_of(differences));
    const auto statements = plan::impact_statements(facts.section);
    if (!statements.empty())
        content += html(R"(<h3 class="govuk-heading-s">How we will know</h3>
<dl class="om-dl om-measure">
{}</dl>
)",
                        list_of(statements));
    if (content.empty())
        content = html(R"(<p class="govuk-body">Nobody has said yet what it is for.</p>
)");
    return content;
}

// --- the parts ----------------------------------------------------------------------------------

Html item(const ReportItem& one) {
    Html more;
    for (const auto& line : one.more) more += html(R"(<br><span class="om-quiet">{}</span>)", line);
    const std::string owner = one.owner.empty() ? "" : " \u00B7 " + one.owner;
    return html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{} {}</a>: <b>{}</b>{}{}</li>
)",
        one.action, one.reference, one.title, one.says, owner, more);
}

Html part(const ReportFacts& facts, const ReportPart& one) {
    if (one.items.empty())
        return section(one.heading, html(R"(<p class="govuk-body">{}</p>
)",
                                         one.nothing));
    Html items;
    for (const auto& each : one.items) items += item(each);
    const int left = one.in_all - int(one.items.size());
    const auto more = html(
        R"(<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">And {} more</a></p>
)",
        facts.section.id, left);
    return section(one.heading, html(R"(<ul class="govuk-list govuk-list--bullet om-measure">
{}</ul>
{})",
                                     items, when(left > 0, more)));
}

std::vector<Html> facts_line(const ReportFacts& facts) {
    std::vector<Html> line{escaped(facts.plan.title)};
    if (!facts.reference.empty()) line.push_back(html("<b>{}</b>", facts.reference));
    line.push_back(facts.section.owner_name
                       ? html("Owner <b>{}</b>", *facts.section.owner_name)
                       : html(R"(<span class="om-ev--missing">No owner</span>)"));
    if (!facts.section.chair.empty()) line.push_back(html("Chair <b>{}</b>", facts.section.chair));
    line.push_back(html("{} to {}", spoken(facts.since), spoken(facts.today)));
    return line;
}

// --- around it, on the page ---------------------------------------------------------------------

Html downloads(const ReportPage& page) {
    const auto& id = page.facts.section.id;
    const auto button = [&](std::string_view text, std::string_view format) {
        return ui::button(
            {.text = std::string(text),
             .href = fmt::format("/priorities/{}/report.{}{}", id.view(), format, page.query),
             .classes = "govuk-button--secondary"});
    };
    return when(page.why_no_pdf.empty(), button("PDF", "pdf")) + button("Word", "docx");
}

Html below(const ReportPage& page) {
    const auto write = html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}/report/words">{} the covering words</a></li>)",
        page.facts.section.id, page.facts.cover ? "Change" : "Write");
    const auto no_pdf = html("<li>{} Print this page instead.</li>", page.why_no_pdf);
    return html(
        R"(<ul class="om-links om-section">{}{}<li><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">All of this {}</a></li></ul>
)",
        when(page.may_write, write), when(!page.why_no_pdf.empty(), no_pdf), page.facts.section.id,
        page.facts.words.one(terms::Word::priority));
}

Html since_form(const ReportPage& page) {
    return html(
        R"(<div class="om-write"><form action="/priorities/{}/report" method="get" novalidate>{}{}</form></div>
)",
        page.facts.section.id,
        ui::text_field({.name = "since",
                        .label = "What was done since",
                        .hint = "A day, for example 1 April 2026.",
                        .value = page.since_typed,
                        .label_classes = "govuk-label--s",
                        .classes = "govuk-input--width-10"},
                       page.problems),
        ui::button({.text = "Show since that day", .classes = "govuk-button--secondary"}));
}

} // namespace

Html report_view(const ReportFacts& facts, const Html& verbs) {
    Html parts;
    for (const auto& one : parts_of(facts)) parts += part(facts, one);
    auto head = pages::head({.title = facts.section.name,
                             .sentence = plan::section_sentence(facts.section, facts.tally),
                             .verbs = verbs,
                             .facts = facts_line(facts),
                             .caption = "Highlight report"});
    return html(R"(<div class="om-highlight">{}{}{}{}{}</div>
)",
                head, facts.cover ? covering(*facts.cover) : Html(),
                plan::standing_bar(facts.tally), section("What it is for", what_it_is_for(facts)),
                parts);
}

Html report_page_view(const ReportPage& page) {
    return ui::problems_summary(page.problems) + report_view(page.facts, downloads(page)) +
           below(page) + since_form(page);
}

Html cover_view(const CoverPage& page) {
    const ui::Problems problems = page.problems;
    Html earlier;
    for (const auto& one : page.earlier) earlier += covering(one);
    const auto history = html(
        R"(<section class="om-section" aria-labelledby="earlier"><h2 class="govuk-heading-m" id="earlier">What was said so far</h2>
{}</section>
)",
        earlier);
    return ui::problems_summary(problems) +
           pages::head({.title = "Covering words",
                        .sentence = escaped("They stand on top of the highlight report. What was "
                                            "said before stays here."),
                        .caption = page.section.name}) +
           html(
               R"(<form class="om-form" action="/priorities/{}/report/words" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}{}</form>
{})",
               page.section.id, page.form_token, page.version,
               ui::textarea_field(
                   {.name = "words",
                    .label = "What should the partners know?",
                    .hint = "A few sentences. Leave it empty to take the words away.",
                    .value = page.typed,
                    .rows = 6,
                    .label_classes = "govuk-label--s"},
                   problems),
               ui::textarea_field({.name = "asks",
                                   .label = "What do you ask them to decide?",
                                   .value = page.asks,
                                   .rows = 3,
                                   .label_classes = "govuk-label--s"},
                                  problems),
               ui::button({.text = "Put these words on the report"}),
               when(!page.earlier.empty(), history));
}

} // namespace openmasa::plan_documents
