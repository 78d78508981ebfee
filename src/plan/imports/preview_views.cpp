#include "plan/imports/preview_views.hpp"
#include "kernel/text.hpp"
#include "plan/content.hpp"
#include "plan/imports/doubt_views.hpp"
#include "plan/imports/unchanged.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

using pages::section;

std::string size_in_words(std::size_t bytes) {
    if (bytes < 1024) return fmt::format("{} bytes", bytes);
    return bytes < 1024 * 1024
               ? fmt::format("{} kB", (bytes + 512) / 1024)
               : fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1024 * 1024));
}

Html lede(const PreviewPage& page) {
    const int doubtful = decisions(page.preview);
    if (doubtful == 0)
        return html("Nothing has been saved yet. Every row could be read in one way only.");
    return html("Nothing has been saved yet. {} could be read in more than one way; {} first.",
                counted(doubtful, "place"), doubtful == 1 ? "it comes" : "they come");
}

Html document_fact(const PreviewPage& page) {
    const auto& draft = page.preview.draft;
    const auto counts = count(draft);
    return html("{}, {}: {}, {}, {}", counted(draft.tables, "table"), counted(draft.rows, "row"),
                counted(counts.sections, "section"), counted(counts.objectives, "objective"),
                counted(counts.actions, "action"));
}

Html compared_fact(const PreviewPage& page) {
    const auto& plan = page.preview.existing.plan;
    if (!plan) return html("It will be <b>a new {}</b>", page.words.one(terms::Word::plan));
    return html("Compared with <b>{}</b> as it was at {}", plan->title, page.compared_at);
}

Html count_item(int count, std::string_view anchor, std::string_view word, std::string_view more,
                std::string_view classes = "") {
    const auto name =
        count == 0 ? html("<span>{}</span>", word) : pages::link("#" + std::string(anchor), word);
    return html(R"(<li{}><b>{}</b>{} <span>{}</span></li>
)",
                when(!classes.empty(), html(R"( class="{}")", classes)), count, name, more);
}

Html counts(const PreviewPage& page) {
    const auto& comparison = page.preview.comparison;
    const int doubtful = decisions(page.preview);
    Html items = count_item(doubtful, "doubtful", "doubtful", doubtful ? "among these" : "",
                            doubtful ? "om-counts__doubt" : "");
    items += count_item(comparison.count(Fate::added), "new", "new", "");
    items += count_item(comparison.count(Fate::changed), "changed", "changed", "");
    items += count_item(comparison.count(Fate::same), "same", "the same", "");
    items += count_item(comparison.count(Fate::gone), "gone", "gone", "from the document");
    return html(R"(<ul class="om-counts" aria-label="What saving would do">
{}</ul>
)",
                items);
}

Html date_in_document(const Action& action) {
    if (trimmed(action.date_words).empty())
        return html(R"(<span class="om-ev--missing">blank</span>)");
    return escaped_lines(action.date_words);
}

Html date_as_understood(const Action& action) {
    if (action.target.kind != TargetDate::Kind::unknown) return escaped(in_full(action.target));
    if (trimmed(action.date_words).empty())
        return html("No date; it will be on the list of what is missing");
    return html("Not a date; the words are kept");
}

Html row(const Html& action, std::string_view say, const Html& second, const Html& understood) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell" data-say="{}">{}</td><td class="govuk-table__cell" role="cell" data-say="Understood as">{}</td></tr>
)",
        action, say, second, understood);
}

Html table(std::string_view caption, std::string_view second, const Html& rows) {
    return html(
        R"(<table class="govuk-table om-stack om-diff" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Action</th><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header" role="columnheader">Date as understood</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        caption, second, rows);
}

const Section& section_of(const PreviewPage& page, const Match& match) {
    return page.preview.draft.sections[match.spot->section];
}

Html titled(const std::string& title, const std::string& meta) {
    return html(R"(<b class="om-strong">{}</b><span class="om-plan__meta">{}</span>)", title, meta);
}

Html change(const terms::Words& words, const Change& change) {
    const auto value = [](const std::string& text) {
        return text.empty() ? html("nothing") : escaped_lines(text);
    };
    return html(
        R"(<span class="om-quiet">{}:</span> <del><span class="govuk-visually-hidden">Was: </span>{}</del> <ins><span class="govuk-visually-hidden">Now: </span>{}</ins><br>)",
        plan::said_label(words, change.name), value(change.was), value(change.now));
}

Html changed(const PreviewPage& page) {
    Html rows;
    for (const auto& match : page.preview.comparison.matches) {
        if (match.fate != Fate::changed) continue;
        const auto& action = action_at(page.preview.draft, *match.spot);
        Html changes;
        for (const auto& one : match.changes) changes += change(page.words, one);
        rows += row(titled(action.title, page.preview.existing.actions[*match.existing].reference),
                    "", changes, date_as_understood(action));
    }
    const int number = page.preview.comparison.count(Fate::changed);
    if (number == 0) return {};
    return section("changed", fmt::format("{} changed", number),
                   table("Actions that would change", "What changes", rows));
}

/// New ones under their priority, so that a first import reads like the plan.
Html added(const PreviewPage& page) {
    Html inside, rows;
    const Section* current = nullptr;
    const auto close = [&] {
        if (current)
            append(inside, R"(<h3 class="govuk-heading-s">{}</h3>
{}{})",
                   current->name,
                   when(!current->owner.empty(), html(R"(<p class="om-quiet om-small">Owner: {}</p>
)",
                                                      current->owner)),
                   table(current->name, "Date in the document", rows));
        rows = {};
    };
    for (const auto& match : page.preview.comparison.matches) {
        if (match.fate != Fate::added) continue;
        const auto* now = &section_of(page, match);
        if (now != current) close();
        current = now;
        const auto& action = action_at(page.preview.draft, *match.spot);
        rows += row(titled(action.title, now->objectives[match.spot->objective].title),
                    "Date:", date_in_document(action), date_as_understood(action));
    }
    close();
    const int number = page.preview.comparison.count(Fate::added);
    return number == 0 ? Html() : section("new", fmt::format("{} new", number), inside);
}

Html gone(const PreviewPage& page) {
    Html items;
    for (const auto& match : page.preview.comparison.matches) {
        if (match.fate != Fate::gone) continue;
        const auto& old = page.preview.existing.actions[*match.existing];
        append(items, "<li>{}: {}{}</li>\n", old.reference, old.title,
               old.evidence > 0 ? ", " + counted(old.evidence, "piece", "pieces") + " of evidence"
                                : std::string());
    }
    if (items.empty()) return {};
    return section(
        "gone", fmt::format("{} gone from the document", page.preview.comparison.count(Fate::gone)),
        html(
            R"(<p class="om-measure">What is gone will be withdrawn, with the edition “{}” as the reason. Its progress and evidence stay.</p>
<ul class="govuk-list govuk-list--bullet">
{}</ul>)",
            page.preview.edition, items));
}

Html same(const PreviewPage& page) {
    Html rows;
    for (const auto& match : page.preview.comparison.matches) {
        if (match.fate != Fate::same) continue;
        const auto& action = action_at(page.preview.draft, *match.spot);
        rows += row(titled(action.title, page.preview.existing.actions[*match.existing].reference),
                    "Date:", date_in_document(action), date_as_understood(action));
    }
    if (rows.empty()) return {};
    return section(
        "same", fmt::format("{} the same", page.preview.comparison.count(Fate::same)),
        html(
            R"(<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Show them</span></summary><div class="govuk-details__text">{}</div></details>)",
            table("Actions that stay as they are", "Date in the document", rows)));
}

/// Nothing is saved and nothing deleted: the form goes to another address.
Html leave_button(const PreviewPage& page) {
    return html(
        R"(<button type="submit" class="om-linkbutton" formaction="/imports/{}/leave">{}</button>)",
        page.id,
        page.preview.existing.plan ? page.words.say("Leave the [plan] as it is")
                                   : std::string("Leave it"));
}

Html confirm_section(std::string_view title, const Html& words, const Html& acts) {
    return html(
        R"(<section class="om-confirm" aria-labelledby="confirm"><h2 id="confirm">{}</h2>
<p>{}</p><div class="om-confirm__acts">{}</div></section>
)",
        title, words, acts);
}

std::string effect_of(const PreviewPage& page) {
    const auto& comparison = page.preview.comparison;
    const int added = comparison.count(Fate::added), changed = comparison.count(Fate::changed),
              gone = comparison.count(Fate::gone);
    if (!page.preview.existing.plan)
        return fmt::format("Saving makes a new {} with {}, under your name.",
                           page.words.one(terms::Word::plan), counted(added, "action"));
    if (added + changed + gone == 0)
        return "Saving changes no action, only what stands around them, under your name.";
    return fmt::format("Saving adds {}, changes {} and withdraws {}, under your name.",
                       counted(added, "action"), changed, gone);
}

Html confirmation(const PreviewPage& page) {
    if (changes_nothing(page.preview.draft, page.preview.existing, page.preview.comparison))
        return confirm_section(page.words.say("This document is the [plan] as it is"),
                               html("There is nothing to save."), leave_button(page));
    const bool revised = page.preview.existing.plan.has_value();
    const auto save = ui::button(
        {.text = page.words.say(revised ? "Save the revised [plan]" : "Save this [plan]"),
         .name = "do",
         .value = "save"});
    const auto doubts =
        decisions(page.preview) > 0 ? " Doubtful rows are saved the way you left them above." : "";
    return confirm_section("Save all of it, or nothing", html("{}{}", effect_of(page), doubts),
                           save + leave_button(page));
}

} // namespace

Html preview_view(const PreviewPage& page) {
    return html(
        R"({}{}{}<form action="/imports/{}" method="post">{}<input type="hidden" name="state" value="{}">
{}{}{}{}{}{}{}</form>)",
        ui::problems_summary(page.problems),
        pages::head({.title = page.words.say("Check the [plan] before you save it"),
                     .sentence = lede(page),
                     .facts = {html("<b>{}</b>, {}", page.file_name, size_in_words(page.bytes)),
                               document_fact(page), compared_fact(page)}}),
        counts(page), page.id, page.form_token, page.state, doubtful_section(page), changed(page),
        added(page), gone(page), same(page), remarks_section(page), confirmation(page));
}

Html upload_view(const UploadPage& page) {
    Html which;
    if (!page.plans.empty()) {
        ui::RadiosField field{.name = "plan",
                              .legend = "What is it?",
                              .value = page.chosen.empty() ? "by-title" : page.chosen,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-radios--small"};
        field.items.push_back({.text = "Decide by its title", .value = "by-title"});
        for (const auto& plan : page.plans)
            field.items.push_back(
                {.text = fmt::format("A new edition of \u201c{}\u201d", plan.title),
                 .value = plan.id.str()});
        field.items.push_back(
            {.text = page.words.say("[A plan] that is not here yet"), .value = "new"});
        which = ui::radios_field(field, page.problems);
    }
    return html(
        R"({}{}<form class="om-form" action="/plans/import" method="post" enctype="multipart/form-data" novalidate>{}
{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/plans">Leave it</a></div></form>)",
        ui::problems_summary(page.problems),
        pages::head({.title = page.words.say("Import [a plan] from Word"),
                     .sentence = html(
                         "You see everything as it was understood before anything is saved.")}),
        page.form_token,
        ui::file_field(
            {.name = "file",
             .label = page.words.say("The [plan], as a Word file"),
             .hint = "A .docx file of 20 MB at most, with tables that have a column for actions.",
             .accept = ".docx",
             .label_classes = "govuk-label--s"},
            page.problems),
        which, ui::button({.text = page.words.say("Look at the [plan]")}));
}

} // namespace openmasa::imports
