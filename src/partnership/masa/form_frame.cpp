#include "partnership/masa/form_frame.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::masa {

std::string address(const MasaId& id, std::string_view below) {
    return fmt::format("/arrangements/{}{}{}", id.view(), below.empty() ? "" : "/", below);
}

Html link_to(const std::string& href, std::string_view words, std::string_view which) {
    return pages::link(href, words, which);
}

std::vector<pages::Crumb> crumbs() {
    return {{"Arrangements", "/arrangements"}};
}
std::vector<pages::Crumb> crumbs(const MasaEdition& edition) {
    return {{"Arrangements", "/arrangements"}, {edition.title, address(edition.id)}};
}

Html part(std::string_view id, std::string_view heading, const Html& content) {
    return pages::section(id, heading, content);
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
    return pages::line_field(name, label, hint, value, problems);
}

Html lines(std::string_view name, std::string_view label, std::string_view hint,
           const std::string& value, ui::Problems problems, int rows) {
    return pages::words_field(name, label, hint, value, problems, rows);
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
