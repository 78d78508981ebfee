#include "plan/actions/leading_views.hpp"
#include "plan/rules.hpp"
#include "web/ui/marks.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

std::vector<ui::SelectItem> lead_items(const WhoPage& page) {
    std::vector<ui::SelectItem> items{{.text = "Nobody named", .value = ""}};
    const auto& action = page.form.action;
    const auto is_listed = [&](const PersonId& id) {
        return std::ranges::count(page.candidates, id, &Candidate::id) > 0;
    };
    if (action.lead && !is_listed(*action.lead))
        items.push_back({.text = action.lead_name.value_or(""), .value = action.lead->str()});
    for (const auto& one : page.candidates)
        items.push_back({.text = one.known_as, .value = one.id.str()});
    return items;
}

Html lead_fields(const WhoPage& page, const SayWho& typed) {
    const auto& problems = page.form.problems;
    const auto owner = page.form.action.owner_name.value_or("");
    return ui::select_field(
               {.name = "lead",
                .label = "Who leads it?",
                .hint = owner.empty()
                            ? std::string("It has no owner yet: people are listed once it has.")
                            : "People of " + owner + ".",
                .value = typed.lead ? typed.lead->str() : "",
                .items = lead_items(page),
                .label_classes = "govuk-label--s"},
               problems) +
           ui::text_field({.name = "other_lead",
                           .label = "Or somebody who is not in the list, by name",
                           .hint = "As they are called on the page People.",
                           .value = typed.other_lead},
                          problems);
}

Html contributors_field(const WhoPage& page, const SayWho& typed) {
    ui::CheckboxesField field{.name = "contributors",
                              .legend = "Who else contributes?",
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& owner : page.owners)
        if (owner.id != page.form.action.owner)
            field.items.push_back({.text = owner.name, .value = owner.id.str()});
    for (const auto& id : typed.contributors) field.values.push_back(id.str());
    return field.items.empty() ? Html() : ui::checkboxes_field(field, page.form.problems);
}

Html awaited_links(const std::vector<Awaited>& all, Day today) {
    Html list;
    for (const auto& one : all)
        append(
            list,
            R"({}<a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{} {}</a> {})",
            list.empty() ? Html() : html("<br>"), one.id, one.reference, one.title,
            ui::standing_tag(standing(one.status, one.deadline, one.evidence, today)));
    return list;
}

void add_fact(Html& to, std::string_view name, const Html& value) {
    if (!value.empty()) append(to, "<dt>{}</dt><dd>{}</dd>\n", name, value);
}

} // namespace

Html who_form(const WhoPage& page, const SayWho& typed) {
    auto fields = lead_fields(page, typed);
    fields += ui::text_field({.name = "waits_for",
                              .label = "What must be done before it?",
                              .hint = "References of other actions, with a comma between. For "
                                      "example VA 3, A-2026-014.",
                              .value = typed.waits_for,
                              .label_classes = "govuk-label--s"},
                             page.form.problems);
    fields += contributors_field(page, typed);
    return action_form(page.form, "Who does it", "who", fields, "Save who does it");
}

Html taking_part_facts(const Action& action, const TakingPart& part, Day today) {
    Html facts, names;
    for (const auto& name : part.contributors)
        append(names, "{}{}", names.empty() ? "" : "; ", name);
    if (action.lead_name) add_fact(facts, "Lead", escaped(*action.lead_name));
    add_fact(facts, "Contributors", names);
    add_fact(facts, "Waits for", awaited_links(part.awaits, today));
    add_fact(facts, "Needed by", awaited_links(part.needed_by, today));
    return facts;
}

} // namespace openmasa::plan
