#include "intelligence/returns/entry_form.hpp"
#include "intelligence/returns/figure_words.hpp"
#include "intelligence/returns/rules.hpp"
#include "kernel/text.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

const Definition& definition_of(const JudgedFigure& row) {
    return row.row.what->indicator.definition;
}

OwedFigure as_owed(const EntryRow& row) {
    return {.what = row.what,
            .area = row.area,
            .period = row.period,
            .due = row.due,
            .owner = row.owner,
            .figure = row.now};
}

// --- what is known -------------------------------------------------------------------------------

Html before_words(const JudgedFigure& row) {
    const auto* before = row.row.before;
    if (!before) return html("Nothing was returned of an earlier period.");
    const auto period = FigurePeriod::from_number(before->period);
    return html("{}: <b>{}</b>{}", period ? openmasa::spoken(*period) : std::string(),
                said(before->text, definition_of(row)),
                before->note.empty() ? std::string() : " (" + before->note + ")");
}

/// What is counted stands above the first of several rows about one indicator.
Html says(const EntryForm& form, const JudgedFigure& row, bool is_first) {
    const auto& is = definition_of(row);
    const auto stands = row.row.is_asked
                            ? html("{} Due {}", state_tag(as_owed(row.row), form.today),
                                   openmasa::spoken(row.row.due))
                            : html("Nobody is asked for it.");
    return html(R"(<p class="om-update__says">{}<br>{}{}</p>
)",
                stands, when(is_first && !is.counts.empty(), html("{}<br>", is.counts)),
                before_words(row));
}

/// What was returned before, and what would take its place.
Html old_and_new(const EntryForm& form, const JudgedFigure& row) {
    const auto* now = row.row.now;
    if (!now) return {};
    const auto& is = definition_of(row);
    const auto when_words = fmt::format(
        "{}{}", now->who, now->saved_at ? ", " + openmasa::spoken(london_day(*now->saved_at)) : "");
    if (!form.is_typed || row.change != Change::revised)
        return html(R"(<p class="om-update__says">Returned already: <b>{}</b> ({})</p>
)",
                    said_with_note(*now, is), when_words);
    return html(
        R"(<div class="om-missing om-diff"><p><b>It takes the place of another figure</b></p>
<p>Returned before: <del><span class="govuk-visually-hidden">Was: </span>{}</del> ({})<br>Now: <ins><span class="govuk-visually-hidden">Becomes: </span>{}{}</ins></p></div>
)",
        said(now->text, is), when_words, said(row.text, is),
        row.typed.note == now->note ? std::string() : ". " + row.typed.note);
}

/// Just as it was typed: what is rounded looks right.
std::string typed_words(const JudgedFigure& row) {
    const auto& typed = row.typed;
    const auto said_now = said(row.text, definition_of(row));
    if (has_parts(definition_of(row)) || trimmed(typed.value).empty()) return said_now;
    return std::string(trimmed(typed.value));
}

Html doubts(const JudgedFigure& row) {
    Html words;
    for (const auto& one : row.doubts) append(words, "<p>{}</p>\n", one);
    return when(!words.empty(), html(R"(<div class="om-missing"><p><b>Look again: {}</b></p>
{}</div>
)",
                                     typed_words(row), words));
}

// --- what is asked -------------------------------------------------------------------------------

Html number_field(const EntryForm& form, const JudgedFigure& row, std::string_view field,
                  const std::string& label, const std::string& value) {
    return ui::text_field({.name = field_of(field, row.typed.key),
                           .label = label,
                           .value = value,
                           .input_mode = "decimal",
                           .autocomplete = "off",
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-10"},
                          form.problems);
}

Html number_fields(const EntryForm& form, const JudgedFigure& row) {
    const auto& is = definition_of(row);
    if (!has_parts(is))
        return number_field(form, row, "v", is.unit.empty() ? "How many" : "How many " + is.unit,
                            row.typed.value);
    return number_field(form, row, "n", is.numerator, row.typed.numerator) +
           number_field(form, row, "d", is.denominator, row.typed.denominator);
}

bool has_problem(const EntryForm& form, std::string_view field) {
    return std::ranges::any_of(form.problems,
                               [&](const Problem& one) { return one.field == field; });
}

/// Folded away where there is a figure and nothing to say about it.
Html reason_fields(const EntryForm& form, const JudgedFigure& row) {
    const auto why = field_of("s", row.typed.key), note = field_of("w", row.typed.key);
    std::vector<ui::SelectItem> items = {{.text = "There is a figure", .value = ""}};
    for (const auto& one : no_figure_choices())
        items.push_back({.text = std::string(one.words), .value = std::string(one.symbol)});
    return ui::details(
        {.summary = "There is no figure, or something to say about it",
         .text = ui::select_field({.name = why,
                                   .label = "Not returned, because it is",
                                   .value = row.typed.none,
                                   .items = std::move(items)},
                                  form.problems) +
                 ui::textarea_field({.name = note,
                                     .label = "Note",
                                     .hint = "Where it is not available: why. No names of children "
                                             "or families.",
                                     .value = row.typed.note,
                                     .rows = 2},
                                    form.problems),
         .open = !row.typed.none.empty() || !row.typed.note.empty() || has_problem(form, why) ||
                 has_problem(form, note)});
}

Html part(const EntryForm& form, const JudgedFigure& row, bool is_first) {
    const auto key = to_text(row.typed.key);
    const auto there = row.row.now ? row.row.now->load : LoadNumber(0);
    return html(
        R"(<div class="om-update" role="group" aria-labelledby="{}"><h2 class="govuk-heading-s" id="{}">{}: {}, {}</h2>
{}{}{}<input type="hidden" name="{}" value="{}">
<div class="om-twonumbers">{}</div>{}</div>
)",
        key, key, definition_of(row).title, openmasa::spoken(row.row.period), row.row.area->name,
        says(form, row, is_first), old_and_new(form, row), doubts(row),
        field_of("r", row.typed.key), there, number_fields(form, row), reason_fields(form, row));
}

// --- what must be said before it is saved --------------------------------------------------------

Html asks(const EntryForm& form) {
    Html all;
    const auto revised = std::ranges::count(form.rows, Change::revised, &JudgedFigure::change);
    if (form.is_typed && revised > 0)
        all += ui::checkboxes_field(
            {.name = "revisions",
             .legend = "Figures that were returned before",
             .items = {{.text = fmt::format("{} may take the place of what was returned before, "
                                            "which stays readable",
                                            counted(revised, "figure")),
                        .value = "accept"}},
             .legend_classes = "govuk-fieldset__legend--s",
             .classes = "govuk-checkboxes--small"},
            form.problems);
    const auto mark = form.is_typed ? mark_of_doubts(form.rows) : std::string();
    if (!mark.empty())
        all += ui::checkboxes_field(
            {.name = "looked_at",
             .legend = "Figures to look at again",
             .items = {{.text = "I looked again: they are right", .value = mark}},
             .legend_classes = "govuk-fieldset__legend--s",
             .classes = "govuk-checkboxes--small"},
            form.problems);
    return all;
}

} // namespace

Html entry_form(const EntryForm& form) {
    Html parts;
    const AskedIndicator* last = nullptr;
    for (const auto& row : form.rows) {
        parts += part(form, row, row.row.what != last);
        last = row.row.what;
    }
    const bool is_one = form.rows.size() == 1;
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}
{}{}<div class="om-form__acts">{}</div>
<p class="om-quiet om-form__below">{}</p></form>
)",
        form.address, form.form_token, parts, asks(form),
        ui::button({.text = is_one ? "Return this figure" : "Return these figures"}),
        is_one ? "It is saved under your name."
               : "They are saved together, under your name. What you leave blank stays open.");
}

} // namespace openmasa::intelligence
