#include "web/ui/fieldset.hpp"

namespace openmasa::ui {
namespace {

void add_legend(Html& to, const Legend& legend);

} // namespace

Html fieldset(const Fieldset& fieldset) {
    Html made;
    open_fieldset(made, fieldset, fieldset.described_by, fieldset.role);
    append(made, "{}", fieldset.content);
    close_fieldset(made);
    return made;
}

void open_fieldset(Html& to, const Fieldset& fieldset, std::string_view described_by,
                   std::string_view role) {
    append(to, "<fieldset class=\"govuk-fieldset{}\"{}{}{}>\n", further(fieldset.classes),
           given("role", role), given("aria-describedby", described_by), fieldset.attributes);
    if (!fieldset.legend.text.empty()) add_legend(to, fieldset.legend);
}

void close_fieldset(Html& to) {
    append(to, "</fieldset>\n");
}

namespace {

void add_legend(Html& to, const Legend& legend) {
    append(to, R"(<legend class="govuk-fieldset__legend{}">)", further(legend.classes));
    if (legend.is_page_heading) {
        append(to, R"(<h1 class="govuk-fieldset__heading">{}</h1>)", legend.text);
    } else {
        append(to, "{}", legend.text);
    }
    append(to, "</legend>\n");
}

} // namespace
} // namespace openmasa::ui
