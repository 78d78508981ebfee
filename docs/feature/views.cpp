#include "AREA/THINGS/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/error_summary.hpp"
#include "web/ui/input.hpp"

namespace openmasa::THINGS {
namespace {

Html problems_view(const std::vector<Problem>& problems) {
    if (problems.empty()) return {};
    ui::ErrorSummary summary;
    for (const auto& problem : problems)
        summary.errors.push_back({.text = problem.words, .href = "#" + problem.field});
    return ui::error_summary(summary);
}

Html list_view(const std::vector<PascalThing>& THINGS) {
    if (THINGS.empty()) return html(R"(<p class="govuk-body">No SAID_THINGS yet.</p>
)");
    Html rows;
    for (const auto& THING : THINGS)
        append(rows, R"(<li>{}, added {}</li>
)",
               THING.title, spoken(london_day(THING.added_at)));
    return html(R"(<ul class="govuk-list govuk-list--bullet">
{}</ul>
)",
                rows);
}

Html form_view(const PascalThingsPage& page) {
    const std::string wrong = page.problems.empty() ? "" : page.problems.front().words;
    return html(R"(<form method="post" action="/PATH_OF_THINGS" novalidate>{}
{}{}</form>
)",
                page.form_token,
                ui::input({.name = "title",
                           .label = {.text = "Title"},
                           .error_message = {.text = wrong},
                           .value = page.title}),
                ui::button({.text = "Add this SAID_THING"}));
}

} // namespace

Html THINGS_view(const PascalThingsPage& page) {
    return problems_view(page.problems) + pages::head({.title = "CAPITAL_THINGS"}) +
           list_view(page.THINGS) + when(page.may_add, form_view(page));
}

} // namespace openmasa::THINGS
