#include "plan/recommendations/form_views.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/similar_texts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::recommendations {
namespace {

/// The page around the questions of one form.
Html framed(const FormPage& form, std::string_view title, const Html& above, std::string_view below,
            const Html& fields, std::string_view button) {
    return ui::problems_summary(form.problems) +
           pages::head({.title = std::string(title),
                        .sentence = {},
                        .verbs = {},
                        .facts = {},
                        .caption = called(form.it)}) +
           plan::meanwhile_view(form.words, form.meanwhile) + above +
           pages::form({.address = address_of(form.it.id, below),
                        .token = form.token,
                        .version = form.it.version,
                        .fields = fields,
                        .button = button,
                        .back = address_of(form.it.id)});
}

template<class Enum, std::size_t Size>
Html radios(std::string_view name, std::string_view legend, std::string_view hint,
            const std::array<Enum, Size>& all, const std::optional<Enum>& chosen,
            const std::vector<Problem>& problems) {
    ui::RadiosField field{.name = std::string(name),
                          .legend = legend,
                          .hint = hint,
                          .value = chosen ? std::string(to_text(*chosen)) : std::string(),
                          .items = {},
                          .legend_classes = "govuk-fieldset__legend--s",
                          .classes = "govuk-radios--small"};
    for (const auto value : all)
        field.items.push_back({.text = spoken(value), .value = std::string(to_text(value))});
    return ui::radios_field(field, problems);
}

Html source_fields(const SourceWords& typed, const std::vector<Problem>& problems) {
    return radios("source_kind", "What kind of source is it?", "", all_source_kinds, typed.kind,
                  problems) +
           pages::line_field("document", "Which document does it stand in?",
                             "As people find it: Section 11 report 2024.", typed.document,
                             problems) +
           pages::day_field("dated", "Which day stands on the document?",
                            "Like 31 March 2025. It may stay empty.", typed.dated, problems) +
           pages::line_field("paragraph", "Where in the document?",
                             "Recommendation 3, or paragraph 4.12. It may stay empty.",
                             typed.paragraph, problems) +
           pages::words_field("words", "The words as published", "Word for word, never our own.",
                              typed.words, problems, 6) +
           pages::line_field("proposed_lead", "Whom did its author propose to lead it?",
                             "In the author's words. It may stay empty.", typed.proposed_lead,
                             problems);
}

// --- those that say much the same
// -----------------------------------------------------------------

/// "Says nearly the same: voice of the child, record. In progress."
std::string why_offered(const Offered& one) {
    const auto shared = one.shared.empty()
                            ? std::string()
                            : fmt::format(" Both say: {}.", openmasa::join(one.shared, ", "));
    return fmt::format("{}.{} It is {}.", spoken_likeness(one.likeness), shared,
                       lower(spoken(one.it.state)));
}

Html offered_field(const std::vector<Offered>& offered, std::string_view legend,
                   const std::string& chosen, ui::Choice otherwise,
                   const std::vector<Problem>& problems) {
    ui::RadiosField field{.name = "join",
                          .legend = legend,
                          .hint = "Joined ones stand together with all their sources, and are "
                                  "followed once. They can be parted again.",
                          .value = chosen,
                          .items = {},
                          .legend_classes = "govuk-fieldset__legend--m",
                          .classes = {}};
    for (const auto& one : offered)
        field.items.push_back({.text = one.it.reference + ": " + one.it.title,
                               .value = one.it.id.str(),
                               .hint = {.text = why_offered(one)}});
    if (!otherwise.value.empty()) field.items.push_back(std::move(otherwise));
    return ui::radios_field(field, problems);
}

} // namespace

Html add_view(const AddPage& page) {
    Html fields;
    if (!page.offered.empty())
        fields += html(
            R"(<input type="hidden" name="offered" value="yes"><div class="om-missing">{}</div>)",
            offered_field(page.offered,
                          page.offered.size() == 1
                              ? "One recommendation says much the same already"
                              : "These recommendations say much the same already",
                          page.chosen, {.text = "None of these: it is a new one", .value = "new"},
                          page.problems));
    fields += source_fields(page.source, page.problems);
    fields += pages::line_field("title", "What do we call it?",
                                "One line, in our own words, that says what is to change.",
                                page.title, page.problems);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Add a recommendation",
                        .sentence = html("Where it was recommended, word for word. Where it "
                                         "belongs and who leads it comes after."),
                        .verbs = {},
                        .facts = {},
                        .caption = {}}) +
           pages::form({.address = "/recommendations/add",
                        .token = page.token,
                        .version = 0,
                        .fields = fields,
                        .button = "Save this recommendation",
                        .back = "/recommendations"});
}

Html source_view(const SourcePage& page) {
    const auto& form = page.form;
    const auto below = page.source ? "sources/" + page.source->str() : std::string("sources/add");
    const auto remove =
        when(page.may_be_removed,
             html(R"(<p class="govuk-body">{}</p>
)",
                  pages::link(address_of(form.it.id, below + "/remove"), "Take this source off")));
    return framed(form, page.source ? "Put a source right" : "Add a source", {}, below,
                  source_fields(page.typed, form.problems), "Save this source") +
           remove;
}

// --- steps
// ----------------------------------------------------------------------------------------

namespace {

Html step_fields(const MovePage& page) {
    const auto& row = *page.row;
    const auto& problems = page.form.problems;
    auto fields =
        pages::day_field("on", "From which day is this so?",
                         "The day of the meeting, like 31 March 2025.", page.typed.on, problems);
    if (row.asks.has(Asked::by))
        fields += pages::line_field("by", "Which board or person decided?",
                                    "As the minutes have it.", page.typed.by, problems);
    if (row.asks.has(Asked::superseded))
        fields += pages::line_field("superseded_by", "Which recommendation takes its place?",
                                    "Its reference, like W-2026-014.", page.typed.superseded_by,
                                    problems);
    if (row.asks.has(Asked::comment) || !page.missing.empty())
        fields += pages::words_field("comment", "Why?",
                                     "In a sentence that will still be understood in a year.",
                                     page.typed.comment, problems);
    return fields;
}

Html missing_list(const MovePage& page) {
    Html items;
    for (const auto& one : page.missing)
        append(items, "<li>{}</li>\n", pages::link(one.href, page.form.words.say(one.words)));
    const bool blocked = is_blocked(page.missing);
    return html(
        R"(<section class="om-missing" aria-labelledby="missing"><h2 id="missing">{}</h2>
<ul>
{}</ul></section>
{})",
        blocked ? "Something is missing first" : "Something is missing", items,
        when(blocked,
             html(R"(<p class="govuk-body">{}</p>
)",
                  pages::link(address_of(page.form.it.id), "Back to the recommendation"))));
}

} // namespace

Html move_view(const MovePage& page) {
    const auto& form = page.form;
    const auto& row = *page.row;
    const auto said = html(R"(<p class="govuk-body">It is {} now, and will be <b>{}</b>.</p>
)",
                           lower(spoken(row.from)), lower(spoken(row.to)));
    if (is_blocked(page.missing))
        return ui::problems_summary(form.problems) +
               pages::head({.title = std::string(spoken(row.move)),
                            .sentence = {},
                            .verbs = {},
                            .facts = {},
                            .caption = called(form.it)}) +
               said + missing_list(page);
    return framed(form, spoken(row.move), said + when(!page.missing.empty(), missing_list(page)),
                  "moves/" + std::string(to_text(row.move)), step_fields(page), spoken(row.move));
}

Html evidence_view(const FormPage& form, const AddEvidence& typed) {
    const auto fields =
        radios("shows", "What does it show?", "", all_shows, std::optional(typed.shows),
               form.problems) +
        radios("kind", "How is it known?",
               "A document shows that something was done. What changed for children is shown by "
               "one of the others.",
               all_evidence_kinds, typed.kind, form.problems) +
        pages::words_field("words", "What does it show, in a sentence or two?",
                           "With its numbers: 9 of 12 plans are shared, it was 3 of 12. No child's "
                           "name.",
                           typed.words, form.problems) +
        pages::day_field("on", "Of which day is it?", "Like 31 March 2025.", typed.on,
                         form.problems) +
        pages::line_field("link", "Where can it be found?",
                          "It starts with https://; it may stay empty.", typed.link, form.problems);
    return framed(form, "Add evidence", {}, "evidence", fields, "Save this evidence");
}

Html actions_view(const FormPage& form, const std::string& typed) {
    return framed(
        form, "Actions that carry it out", {}, "actions",
        pages::line_field("actions", "Which actions carry it out?",
                          "Their references, with a comma between: VA 3, A-2026-014. One list "
                          "everywhere: they are the actions of the plans.",
                          typed, form.problems),
        "Save the actions");
}

// --- joining, parting, withdrawing
// ----------------------------------------------------------------

Html join_view(const JoinPage& page) {
    const auto& form = page.form;
    Html fields;
    if (!page.offered.empty())
        fields += offered_field(page.offered, "Which one should it stand with?", page.chosen, {},
                                form.problems);
    fields += pages::line_field("to",
                                page.offered.empty() ? "Which one should it stand with?"
                                                     : "Or another one, by its reference",
                                "Like W-2026-014.", page.other, form.problems);
    fields += pages::words_field("why", "Why?", "It may stay empty.", page.why, form.problems, 2);
    const auto above =
        when(page.offered.empty(), pages::quiet("No other recommendation says much the same."));
    return framed(form, "Join it to another", above, "join", fields, "Join it");
}

Html why_view(const WhyPage& page) {
    return framed(page.form, page.title, pages::quiet(page.sentence), page.below,
                  pages::words_field("why", "Why?",
                                     "In a sentence that will still be understood in a year.",
                                     page.why, page.form.problems),
                  page.button);
}

} // namespace openmasa::recommendations
