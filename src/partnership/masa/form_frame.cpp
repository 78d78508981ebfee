#include "partnership/masa/form_frame.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::masa {

std::string address(const MasaId& id, std::string_view below) {
    return fmt::format("/arrangements/{}{}{}", id.view(), below.empty() ? "" : "/", below);
}

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

Html link_to(const std::string& href, std::string_view words, std::string_view which) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>)",
        href, words, which);
}

std::vector<pages::Crumb> crumbs() {
    return {{"Arrangements", "/arrangements"}};
}
std::vector<pages::Crumb> crumbs(const MasaEdition& edition) {
    return {{"Arrangements", "/arrangements"}, {edition.title, address(edition.id)}};
}

Html part(std::string_view id, std::string_view heading, const Html& content) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}</section>
)",
        id, id, heading, content);
}

Html form(const FormFrame& frame) {
    const auto back =
        when(!frame.back.empty(),
             html(R"(<a class="govuk-link" href="{}">Leave it as it is</a>)", frame.back));
    return html(
        R"(<form class="om-form" action="{}" method="post"{} novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}{}</div></form>
)",
        frame.address, when(frame.takes_files, html(R"( enctype="multipart/form-data")")),
        frame.token, frame.version, frame.fields,
        ui::button(
            {.text = frame.button, .classes = frame.is_second ? "govuk-button--secondary" : ""}),
        back);
}

Html line(std::string_view name, std::string_view label, std::string_view hint,
          const std::string& value, ui::Problems problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          problems);
}

Html lines(std::string_view name, std::string_view label, std::string_view hint,
           const std::string& value, ui::Problems problems, int rows) {
    return ui::textarea_field({.name = std::string(name),
                               .label = label,
                               .hint = hint,
                               .value = value,
                               .rows = rows,
                               .label_classes = "govuk-label--s"},
                              problems);
}

Html take_away_field(std::string_view text, std::string_view hint) {
    ui::CheckboxesField field{.name = "away",
                              .legend = "Does it go?",
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    field.items.push_back({.text = text, .value = "yes", .hint = {.text = hint}});
    return ui::checkboxes_field(field);
}

} // namespace openmasa::masa
