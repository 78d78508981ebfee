#include "plan/moving/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::moving {
namespace {

/// The objectives of the chosen plan, each with its priority; where the action stands is said.
Html objectives_field(const MovePage& page) {
    ui::RadiosField field{.name = "to",
                          .legend = fmt::format("Where in \u201c{}\u201d?", page.to.title),
                          .value = page.chosen ? page.chosen->str() : "",
                          .legend_classes = "govuk-fieldset__legend--s",
                          .classes = "govuk-radios--small"};
    for (const auto& section : page.sections)
        for (const auto& objective : page.objectives) {
            if (objective.section != section.id) continue;
            const bool is_here = objective.id == page.action.objective;
            field.items.push_back(
                {.text = objective.title,
                 .value = objective.id.str(),
                 .hint = {.text = is_here ? section.name + ". It stands here now." : section.name},
                 .disabled = is_here});
        }
    if (field.items.empty())
        return html(R"(<p class="govuk-body">This {} has no objective yet.</p>
)",
                    page.words.one(terms::Word::plan));
    return ui::radios_field(field, page.problems);
}

/// The other plans, each a link that offers its objectives.
Html other_plans(const MovePage& page) {
    Html items;
    for (const auto& plan : page.plans)
        if (plan.id != page.to.id)
            append(
                items,
                R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/actions/{}/move?plan={}">{}</a></li>
)",
                page.action.id, plan.id, plan.title);
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="others"><h2 class="govuk-heading-m" id="others">Into another {}</h2>
<ul class="govuk-list">
{}</ul></section>
)",
        page.words.one(terms::Word::plan), items);
}

} // namespace

Html move_view(const MovePage& page) {
    return html(
        R"({}{}<form class="om-form" action="/actions/{}/move?plan={}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="/actions/{}">Leave it where it is</a></div></form>
{})",
        ui::problems_summary(page.problems),
        pages::head({.title = "Move this action",
                     .sentence = html("{}. It keeps its history; elsewhere it gets the next free "
                                      "reference.",
                                      page.action.title),
                     .caption = page.action.reference}),
        page.action.id, page.to.id, page.form_token, page.action.version, objectives_field(page),
        ui::button({.text = "Move it"}), page.action.id, other_plans(page));
}

} // namespace openmasa::moving
