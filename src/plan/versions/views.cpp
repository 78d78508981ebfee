#include "plan/versions/views.hpp"
#include "kernel/text.hpp"
#include "plan/content.hpp"
#include "plan/recommendation_history.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::versions {
namespace {

using history::Told;
using history::Version;

Html compare_form(const VersionsPage& page);
Html side_by_side(const VersionsPage& page);
Html all_versions(const VersionsPage& page);

std::string when_and_who(const Version& version) {
    return fmt::format("{}, {}", plan::spoken(version.at), version.who);
}

} // namespace

std::string address_of(const Record& record, std::string_view below) {
    return fmt::format("/history/{}/{}{}{}", to_text(record.kind), record.id,
                       below.empty() ? "" : "/", below);
}

Html versions_view(const VersionsPage& page) {
    const int count = static_cast<int>(page.versions.size());
    return pages::head(
               {.title = fmt::format("Versions of {}", page.record.called),
                .sentence = html("{}. Nothing that was saved is lost.", counted(count, "version")),
                .caption = page.record.title == page.record.called ? "" : page.record.title}) +
           compare_form(page) + side_by_side(page) + all_versions(page);
}

namespace {

std::vector<ui::SelectItem> choices(const VersionsPage& page) {
    std::vector<ui::SelectItem> items;
    for (const auto& version : page.versions)
        items.push_back(
            {.text = fmt::format("Version {}, {}", version.version, plan::spoken(version.at)),
             .value = std::to_string(version.version)});
    return items;
}

Html compare_form(const VersionsPage& page) {
    if (!page.older || !page.newer) return {};
    const auto which = [&](std::string name, std::string label, const Version& chosen) {
        return ui::select_field({.name = std::move(name),
                                 .label = std::move(label),
                                 .value = std::to_string(chosen.version),
                                 .items = choices(page)});
    };
    return html(R"(<form class="om-form om-compare" method="get" action="{}">{}{}{}</form>
)",
                address_of(page.record), which("from", "Compare", *page.older),
                which("to", "With", *page.newer),
                ui::button({.text = "Compare", .classes = "govuk-button--secondary"}));
}

std::string words_of(const std::vector<Told>& all, std::string_view label) {
    const auto found = std::ranges::find(all, label, &Told::label);
    return found == all.end() ? std::string() : found->words;
}

/// What came with one version alone (words of progress, a reason) is not there to be compared.
std::vector<std::string> labels_of(const std::vector<Told>& newer, const std::vector<Told>& older) {
    std::vector<std::string> labels;
    for (const auto* all : {&newer, &older})
        for (const auto& told : *all)
            if (told.part != history::Part::brought && !std::ranges::count(labels, told.label))
                labels.push_back(told.label);
    return labels;
}

Html said(const std::string& words) {
    return words.empty() ? html(R"(<span class="om-quiet">Nothing</span>)") : escaped_lines(words);
}

/// On a narrow screen, where one stands below the other, what is the same is said once.
Html compared_row(const std::string& label, const std::string& was, const std::string& now) {
    const bool changed = was != now;
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}{}</th><td class="govuk-table__cell{}" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        label,
        when(changed, html(R"( <strong class="govuk-tag govuk-tag--yellow">Changed</strong>)")),
        changed ? "" : " om-stack__skip", changed ? html("<del>{}</del>", said(was)) : said(was),
        changed ? html("<ins>{}</ins>", said(now)) : said(now));
}

Html version_head(const VersionsPage& page, const Version& version) {
    const bool may = page.may_put_back && version.version < page.record.version &&
                     version.version >= page.first_to_put_back;
    return html(
        R"(<th scope="col" class="govuk-table__header" role="columnheader">Version {}<br><span class="om-small">{}</span>{}</th>)",
        version.version, when_and_who(version),
        when(may, html(R"(<br><a class="govuk-link om-small" href="{}">Put version {} back</a>)",
                       address_of(page.record, fmt::format("{}/put-back", version.version)),
                       version.version)));
}

Html side_by_side(const VersionsPage& page) {
    if (!page.older || !page.newer) return {};
    const auto fields = plan::fields_of(to_text(page.record.kind));
    const auto was = history::told(fields, page.older->content);
    const auto now = history::told(fields, page.newer->content);
    Html rows;
    for (const auto& label : labels_of(now, was))
        rows += compared_row(
            plan::said_label(page.record.words, label),
            recommendations::said_value(page.record.words, label, words_of(was, label)),
            recommendations::said_value(page.record.words, label, words_of(now, label)));
    return html(
        R"(<table class="govuk-table om-stack om-diff" role="table"><caption class="govuk-visually-hidden">Version {} beside version {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><td class="govuk-table__cell" role="cell"></td>{}{}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        page.older->version, page.newer->version, version_head(page, *page.older),
        version_head(page, *page.newer), rows);
}

Html version_item(const VersionsPage& page, const Version& version) {
    const auto why = history::value_of(version.content, "why");
    const auto compare =
        html(R"(<a class="govuk-link" href="{}?from={}&amp;to={}">What changed</a>)",
             address_of(page.record), version.version - 1, version.version);
    return html(
        R"(<li><b>Version {}</b>, {}{}{}{}</li>
)",
        version.version, when_and_who(version),
        when(version.true_from != london_day(version.at),
             html(", so from {}", plan::spoken(version.true_from))),
        when(!why.empty(), html(". {}", why)), when(version.version > 1, html(". {}", compare)));
}

Html all_versions(const VersionsPage& page) {
    Html items;
    for (const auto& version : page.versions) items += version_item(page, version);
    return html(
        R"(<section class="om-section" aria-labelledby="all"><h2 class="govuk-heading-m" id="all">Every version</h2>
<ul class="govuk-list govuk-list--spaced">
{}</ul></section>
)",
        items);
}

Html reason_form(const Record& record, const Html& token, std::string_view below,
                 const std::string& label, const std::string& why, std::string_view verb,
                 const std::vector<Problem>& problems) {
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        address_of(record, below), token, record.version,
        ui::textarea_field({.name = "why", .label = label, .value = why, .rows = 3}, problems),
        ui::button({.text = verb}), record.address);
}

Html change_list(const terms::Words& words, const std::vector<history::Difference>& changes) {
    if (changes.empty())
        return html(R"(<p class="govuk-body">Nothing would change: it is the same now.</p>
)");
    Html rows;
    for (const auto& change : changes)
        append(
            rows,
            R"(<dt>{}</dt><dd><del><span class="govuk-visually-hidden">Now: </span>{}</del> <ins><span class="govuk-visually-hidden">Then: </span>{}</ins></dd>
)",
            plan::said_label(words, change.label),
            said(recommendations::said_value(words, change.label, change.was)),
            said(recommendations::said_value(words, change.label, change.now)));
    return html(
        R"(<section class="om-diff" aria-labelledby="changes"><h2 class="govuk-heading-m" id="changes">What will change</h2><dl class="om-dl">
{}</dl></section>
)",
        rows);
}

} // namespace

namespace {

Html what_stays(const Record& record) {
    if (record.kind == Kind::action)
        return html("Its place in the {}, its progress and its evidence stay as they are.",
                    record.words.one(terms::Word::plan));
    if (record.kind == Kind::recommendation)
        return html("What was decided about it, what shows it and what it stands with stay as "
                    "they are.");
    return html("It becomes a new version; the ones after it stay in its history.");
}

} // namespace

Html put_back_view(const PutBackPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = fmt::format("Put version {} back", page.wanted),
                        .sentence = what_stays(page.record),
                        .caption = page.record.called}) +
           change_list(page.record.words, page.changes) +
           reason_form(page.record, page.form_token, fmt::format("{}/put-back", page.wanted), "Why",
                       page.why, "Put it back", page.problems);
}

Html standing_view(const StandingPage& page) {
    const auto kind = spoken(page.record.words, page.record.kind);
    const bool brings = page.record.withdrawn;
    const auto sentence =
        brings
            ? html("It was withdrawn: {}.", page.record.withdrawn_why)
            : html(
                  "It will count nowhere and be in no list. What was recorded stays, and it can be brought back.");
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = fmt::format("{} this {}", brings ? "Bring back" : "Withdraw", kind),
                .sentence = sentence,
                .caption = page.record.called}) +
           reason_form(page.record, page.form_token, "standing", "Why", page.why,
                       brings ? "Bring it back" : "Withdraw it", page.problems);
}

} // namespace openmasa::versions
