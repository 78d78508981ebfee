#include "core/clocks/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"

namespace openmasa::clocks {
namespace {

Html year_view(const BankHolidays& holidays, int year) {
    Html rows;
    for (const auto& one : holidays.of_year(year))
        append(
            rows,
            R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell">{}</td></tr>
)",
            spoken_with_weekday(one.day), one.name);
    return html(
        R"(<section aria-labelledby="year-{}"><h2 class="govuk-heading-m" id="year-{}">{}</h2><p class="om-quiet">{}</p>
<table class="govuk-table"><caption class="govuk-visually-hidden">Bank holidays of {}</caption><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Day</th><th scope="col" class="govuk-table__header">Name</th></tr></thead><tbody class="govuk-table__body">
{}</tbody></table></section>
)",
        year, year, year,
        holidays.is_published(year)
            ? "As published."
            : "By the rule and the days that are known; not from a published list.",
        year, rows);
}

Html difference_row(const HolidayDifference& one) {
    const auto said = [](const std::string& name) {
        return name.empty() ? html(R"(<span class="om-quiet">no bank holiday</span>)")
                            : escaped(name);
    };
    return html(
        R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell">{}</td><td class="govuk-table__cell">{}</td></tr>
)",
        spoken_with_weekday(one.day), said(one.was), said(one.now));
}

Html differences_view(const std::vector<HolidayDifference>& differences) {
    if (differences.empty())
        return html(
            R"(<p class="govuk-body">Nothing is different: every day in it is a bank holiday here already.</p>
)");
    Html rows;
    for (const auto& one : differences) rows += difference_row(one);
    return html(
        R"(<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--s">What would change</caption><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Day</th><th scope="col" class="govuk-table__header">Now</th><th scope="col" class="govuk-table__header">In the list</th></tr></thead><tbody class="govuk-table__body">
{}</tbody></table>
)",
        rows);
}

} // namespace

Html holidays_view(const HolidaysPage& page) {
    Html years;
    for (int year = page.first_year; year <= page.last_year; ++year)
        years += year_view(*page.holidays, year);
    return clocks_head(
               Tab::holidays,
               html("England and Wales. These days, Saturdays and Sundays are no working days."),
               when(page.may_bring_in, ui::button({.text = "Bring in the published list",
                                                   .href = "/clocks/bank-holidays/import"}))) +
           html(R"(<div class="om-halves">
{}</div>
<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/clocks/bank-holidays?year={}">Earlier years</a> <a class="govuk-link govuk-link--no-visited-state" href="/clocks/bank-holidays?year={}">Later years</a></p>
)",
                years, page.first_year - 4, page.last_year + 1);
}

Html holiday_import_view(const HolidayImportPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/clocks/bank-holidays/import" method="post" enctype="multipart/form-data" novalidate>{}
{}{}</form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Bring in the published list of bank holidays",
                     .sentence = html("You see what would change before anything is saved.")}),
        page.form_token,
        ui::file_field({.name = "file",
                        .label = "The list, as a file",
                        .hint = "From https://www.gov.uk/bank-holidays.json",
                        .accept = ".json,application/json"},
                       page.problems),
        ui::button({.text = "Look at the list"}));
}

Html holiday_preview_view(const HolidayPreview& page) {
    const auto first = page.list.front().day, last = page.list.back().day;
    return html(
        R"({}{}{}<form class="om-form" action="/clocks/bank-holidays" method="post" novalidate>{}<input type="hidden" name="version" value="{}"><input type="hidden" name="list" value="{}">
<div class="om-form__acts">{}<a class="govuk-link" href="/clocks/bank-holidays">Leave the list as it is</a></div></form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Look at the list of bank holidays",
                     .sentence = html("{}, from {} to {}. Nothing has been saved yet.",
                                      counted(static_cast<int>(page.list.size()), "day"),
                                      spoken(first), spoken(last))}),
        differences_view(page.differences), page.form_token, page.version, to_lines(page.list),
        ui::button({.text = "Save this list"}));
}

} // namespace openmasa::clocks
