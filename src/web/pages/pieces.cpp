#include "web/pages/pieces.hpp"
#include "web/ui/button.hpp"

namespace openmasa::pages {

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

Html link(const std::string& href, std::string_view words, std::string_view hidden) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>)",
        href, words, hidden);
}

Html section(std::string_view id, std::string_view title, const Html& content) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}</section>
)",
        id, id, title, content);
}

Html missing(std::string_view words) {
    return html(R"(<span class="om-ev--missing">{}</span>)", words);
}

Html quiet(std::string_view words) {
    return html(R"(<p class="govuk-body om-quiet">{}</p>
)",
                words);
}

Html line_field(std::string_view name, std::string_view label, std::string_view hint,
                const std::string& value, const ui::Problems& problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          problems);
}

Html day_field(std::string_view name, std::string_view label, std::string_view hint,
               const std::string& value, const ui::Problems& problems) {
    return ui::text_field({.name = std::string(name),
                           .label = label,
                           .hint = hint,
                           .value = value,
                           .label_classes = "govuk-label--s",
                           .classes = "govuk-input--width-20"},
                          problems);
}

Html words_field(std::string_view name, std::string_view label, std::string_view hint,
                 const std::string& value, const ui::Problems& problems, int rows) {
    return ui::textarea_field({.name = std::string(name),
                               .label = label,
                               .hint = hint,
                               .value = value,
                               .rows = rows,
                               .label_classes = "govuk-label--s"},
                              problems);
}

Html tick(std::string_view name, std::string_view legend, std::string_view text,
          std::string_view hint, bool is_ticked) {
    ui::CheckboxesField field{.name = std::string(name),
                              .legend = legend,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    field.items.push_back({.text = text, .value = "yes", .hint = {.text = hint}});
    if (is_ticked) field.values.push_back("yes");
    return ui::checkboxes_field(field);
}

Html form(const FormFrame& frame) {
    return html(
        R"(<form class="om-form" action="{}" method="post"{} novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}{}</div></form>
)",
        frame.address, when(frame.sends_files, html(R"( enctype="multipart/form-data")")),
        frame.token, frame.version, frame.fields, ui::button({.text = std::string(frame.button)}),
        when(!frame.back.empty(),
             html(R"(<a class="govuk-link" href="{}">Leave it as it is</a>)", frame.back)));
}

} // namespace openmasa::pages
