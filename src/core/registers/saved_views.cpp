#include "core/registers/preview_views.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::registers {
namespace {

Html take_back_button(const SavedPage& page, const SavedImport& import) {
    if (!import.changed) return html(R"(<span class="om-quiet">Nothing to put back</span>)");
    return html(
        R"(<form class="om-inline" action="{}/import/{}/back" method="post">{}<button type="submit" class="om-linkbutton">Take it back<span class="govuk-visually-hidden">: {}</span></button></form>)",
        page.which.address, import.id, page.form_token, import.file_name);
}

} // namespace

Html saved_view(const SavedPage& page) {
    Html rows;
    for (const auto& import : page.imports)
        append(
            rows,
            R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}<span class="om-plan__meta">{}, {}</span></th><td class="govuk-table__cell">{}</td></tr>
)",
            import.file_name, spoken(import.saved_at), import.who, take_back_button(page, import));
    const auto table = html(
        R"(<table class="govuk-table"><caption class="govuk-visually-hidden">Imports that were saved</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Import</th><th scope="col" class="govuk-table__header">Take it back</th></tr></thead>
<tbody class="govuk-table__body">
{}</tbody></table>
)",
        rows);
    return pages::head({.title = "What was imported",
                        .sentence = html("Taking one back shows first what would change. Rows that "
                                         "somebody changed since are left as they are."),
                        .verbs = {},
                        .facts = {},
                        .caption = {}}) +
           (page.imports.empty() ? html(R"(<p class="govuk-body">Nothing yet.</p>)") : table);
}

} // namespace openmasa::registers
