#include "plan/actions/bulk_views.hpp"
#include "kernel/text.hpp"
#include "plan/actions/list_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

Html actions_field(const BulkPage& page) {
    ui::CheckboxesField field{.name = "chosen",
                              .legend = "Which actions?",
                              .values = page.typed.chosen,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto& row : page.rows)
        field.items.push_back(
            {.text = fmt::format("{}: {}", row.reference, row.title),
             .value = fmt::format("{}:{}", row.id, row.version),
             .hint = {.text = fmt::format("{}. {}. {}", spoken(row.status),
                                          row.owner.empty() ? "No owner" : row.owner,
                                          row.target_date.empty() ? "No date"
                                                                  : one_line(row.target_date))}});
    return ui::checkboxes_field(field, page.problems);
}

/// Every objective of one plan under its priority, then the other plans.
Html place_field(const BulkPage& page) {
    std::vector<ui::SelectItem> items{{.text = "Leave them where they are", .value = ""}};
    for (const auto& section : page.sections)
        for (const auto& objective : page.objectives)
            if (objective.section == section.id)
                items.push_back({.text = fmt::format("{}: {}", section.name, objective.title),
                                 .value = objective.id.str()});
    for (const auto& plan : page.plans)
        if (plan.id != page.to.id)
            items.push_back({.text = fmt::format("Into \u201c{}\u201d", plan.title),
                             .value = fmt::format("{}{}", into_plan, plan.id.view())});
    return ui::select_field(
        {.name = "to",
         .label = "Move them to",
         .hint = page.words.say(
             fmt::format("An objective of \u201c{}\u201d, or another [plan]: you are asked next "
                         "where in it. They keep their history; in another [priority] each gets "
                         "the next free reference.",
                         page.to.title)),
         .value = plan_named(page.typed) ? std::string() : page.typed.to,
         .items = std::move(items),
         .label_classes = "govuk-label--s"},
        page.problems);
}

Html lead_field(const BulkPage& page) {
    std::vector<ui::Choice> items{
        {.text = "Leave it as it is", .value = ""},
        {.text = "Nobody named", .value = "none"},
        {.text = "A person",
         .value = "named",
         .conditional = ui::text_field({.name = "lead_name",
                                        .label = "Who, by name?",
                                        .hint = "As they are called on the page People.",
                                        .value = page.typed.lead_name},
                                       page.problems)}};
    if (page.typed.lead.empty()) items.front().checked = true;
    return ui::radios_field({.name = "lead",
                             .legend = "Lead",
                             .value = page.typed.lead,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            page.problems);
}

Html owner_field(const BulkPage& page) {
    std::vector<ui::SelectItem> items{{.text = "Leave it as it is", .value = ""},
                                      {.text = "No owner", .value = "none"}};
    for (const auto& owner : page.owners)
        items.push_back({.text = owner.name, .value = owner.id.str()});
    return ui::select_field({.name = "owner",
                             .label = "Owner",
                             .value = page.typed.owner,
                             .items = std::move(items),
                             .label_classes = "govuk-label--s"},
                            page.problems);
}

Html status_field(const BulkPage& page) {
    std::vector<ui::Choice> items{{.text = "Leave it as it is", .value = ""}};
    for (auto status : all_statuses)
        items.push_back({.text = spoken(status), .value = std::string(to_text(status))});
    if (page.typed.status.empty()) items.front().checked = true;
    return ui::radios_field({.name = "status",
                             .legend = "Status",
                             .value = page.typed.status,
                             .items = std::move(items),
                             .legend_classes = "govuk-fieldset__legend--s",
                             .classes = "govuk-radios--small"},
                            page.problems) +
           ui::textarea_field({.name = "stopped_why",
                               .label = "Why are they blocked or stopped?",
                               .hint = "Only when they are blocked or stopped.",
                               .value = page.typed.stopped_why,
                               .rows = 2,
                               .label_classes = "govuk-label--s"},
                              page.problems);
}

Html date_field(const BulkPage& page) {
    return ui::text_field({.name = "date_words",
                           .label = "Target date, in your own words",
                           .hint = "Empty: each keeps its own.",
                           .value = page.typed.date_words,
                           .label_classes = "govuk-label--s"},
                          page.problems);
}

} // namespace

Html bulk_view(const BulkPage& page) {
    const auto query = to_query(page.filter);
    return html(
        R"({}{}<form class="om-form" action="/plans/{}/actions/bulk{}{}" method="post" novalidate>{}<input type="hidden" name="offered" value="{}">
{}{}{}{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave them as they are</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Change several actions",
                     .sentence = html("You see what becomes of each before anything is saved, and "
                                      "can take it back afterwards."),
                     .verbs = {},
                     .facts = {},
                     .caption = page.plan.title}),
        page.plan.id, query.empty() ? "" : "?", query, page.form_token, page.to.id,
        actions_field(page), place_field(page), owner_field(page), lead_field(page),
        status_field(page), date_field(page), ui::button({.text = "Look at the changes"}),
        list_address(page.plan.id, page.filter));
}

} // namespace openmasa::plan
