#include "plan/plans/tag_views.hpp"
#include "core/terms/tags.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

/// What is used today, and what it carries already; nothing where there are no terms.
Html tags_field(const TagsPage& page, const terms::TagKind& kind) {
    ui::CheckboxesField field{.name = std::string(kind.field),
                              .legend = kind.label,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto* term :
         terms::choices_for(*page.book, kind.kind, page.carrying.tags, page.today))
        field.items.push_back({.text = term->name, .value = term->id.str()});
    for (const auto& id : terms::ids_in(page.chosen)) field.values.push_back(id.str());
    return field.items.empty() ? Html() : ui::checkboxes_field(field, page.problems);
}

Html no_terms(const TagsPage& page) {
    return html(
        R"(<p class="govuk-body">The partnership has no themes and no FLOURISH domains yet.{} <a class="govuk-link" href="{}">Go back</a>.</p>
)",
        when(!page.terms_page.empty(),
             html(R"( <a class="govuk-link" href="{}">Add them</a> first.)", page.terms_page)),
        page.back);
}

Html form(const TagsPage& page, const Html& fields) {
    return html(
        R"(<form class="om-form" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        page.form_token, page.carrying.version, fields, ui::button({.text = "Save the themes"}),
        page.back);
}

} // namespace

std::vector<Html> tag_facts(const terms::TermBook& book, std::string_view tags,
                            const std::string& list) {
    std::vector<Html> facts;
    for (const auto& kind : terms::tag_kinds) {
        Html names;
        for (const auto* term : terms::terms_in(book, tags, kind.kind))
            append(
                names,
                R"({}<a class="govuk-link govuk-link--no-visited-state" href="{}?tag={}">{}</a>)",
                names.empty() ? "" : ", ", list, term->id, term->name);
        if (!names.empty()) facts.push_back(html("{} {}", kind.label, names));
    }
    return facts;
}

Html only_with_tag(const terms::Term* chosen, const std::string& list, std::string_view several) {
    if (!chosen) return {};
    return html(
        R"(<p class="govuk-body">Only those with “{}”. <a class="govuk-link govuk-link--no-visited-state" href="{}">Show all {}</a></p>
)",
        chosen->name, list, several);
}

Html tags_view(const TagsPage& page) {
    Html fields;
    for (const auto& kind : terms::tag_kinds) fields += tags_field(page, kind);
    return ui::problems_summary(page.problems) +
           pages::head(
               {.title = fmt::format("Themes of this {}", page.what),
                .sentence = html("What it is about, and which outcomes for children it serves."),
                .caption = page.carrying.called}) +
           when(
               !page.meanwhile.empty(),
               html(
                   R"(<div class="govuk-inset-text">{} What you chose is below, as you left it.</div>
)",
                   page.meanwhile)) +
           (fields.empty() ? no_terms(page) : form(page, fields));
}

} // namespace openmasa::plans
