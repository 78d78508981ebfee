#include "plan/plans/row_views.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "web/listing/page_links.hpp"
#include <fmt/format.h>

namespace openmasa::plans {

plan::ActionLine line_of(const ListedAction& action, ObjectiveName name, Day today) {
    auto time = plan::time_to_say(action.status, action.deadline, action.next_step, today);
    return {.id = action.id,
            .reference = action.reference,
            .title = action.title,
            .objective = name == ObjectiveName::shown ? std::string_view(action.objective_title)
                                                      : std::string_view(),
            .owner = action.owner,
            .date_words = action.date_words,
            .date_meaning = action.date_meaning,
            .date_kind = action.date_kind,
            .next_step = time.next_step,
            .time_left = std::move(time.left),
            .status = action.status,
            .standing = plan::standing(action.status, action.deadline, action.evidence, today),
            .evidence = action.evidence,
            .steps = action.steps,
            .steps_done = action.steps_done,
            .owner_id = action.owner_id};
}

Html action_table(std::string_view caption, const std::vector<ListedAction>& actions,
                  ObjectiveName name, Day today) {
    Html table;
    plan::begin_action_table(table, {.caption = caption});
    plan::begin_action_group(table);
    for (const auto& action : actions) plan::append_action_row(table, line_of(action, name, today));
    plan::end_action_group(table);
    plan::end_action_table(table);
    return table;
}

Html difference(const terms::Words& words, const plan::Section& section) {
    Html items;
    for (auto line : split(section.difference, '\n'))
        if (!trimmed(line).empty()) append(items, "<li>{}</li>\n", trimmed(line));
    if (items.empty())
        return html(R"(<p class="om-quiet">The {} does not say.</p>)",
                    words.one(terms::Word::plan));
    return html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>)",
                items);
}

Html page_links(const listing::Paging& paging, std::string_view address) {
    return listing::page_links(paging, [&](int number) {
        return number == 1 ? std::string(address) : fmt::format("{}?page={}", address, number);
    });
}

} // namespace openmasa::plans
