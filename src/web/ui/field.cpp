#include "web/ui/field.hpp"
#include "web/ui/checkboxes.hpp"
#include "web/ui/error_summary.hpp"
#include "web/ui/file_upload.hpp"
#include "web/ui/input.hpp"
#include "web/ui/password_input.hpp"
#include "web/ui/radios.hpp"
#include "web/ui/textarea.hpp"

namespace openmasa::ui {
namespace {

ErrorMessage error_of(std::string_view name, Problems problems);

template<class Field> Label label_of(const Field& field) {
    return {.text = field.label, .classes = field.label_classes};
}

template<class Field> Fieldset fieldset_of(const Field& field) {
    return {.legend = {.text = field.legend, .classes = field.legend_classes}};
}

} // namespace

Html problems_summary(Problems problems) {
    if (problems.empty()) return {};
    ErrorSummary summary;
    for (const auto& problem : problems) {
        summary.errors.push_back(
            {.text = problem.words, .href = problem.field.empty() ? "" : "#" + problem.field});
    }
    return error_summary(summary);
}

Html text_field(const TextField& field, Problems problems) {
    return input({.name = field.name,
                  .label = label_of(field),
                  .hint = {.text = field.hint},
                  .error_message = error_of(field.name, problems),
                  .value = field.value,
                  .type = field.type,
                  .input_mode = field.input_mode,
                  .autocomplete = field.autocomplete,
                  .classes = field.classes,
                  .attributes = field.attributes});
}

Html textarea_field(const TextareaField& field, Problems problems) {
    return textarea({.name = field.name,
                     .label = label_of(field),
                     .hint = {.text = field.hint},
                     .error_message = error_of(field.name, problems),
                     .value = field.value,
                     .rows = field.rows});
}

Html select_field(const SelectField& field, Problems problems) {
    return select({.name = field.name,
                   .label = label_of(field),
                   .hint = {.text = field.hint},
                   .error_message = error_of(field.name, problems),
                   .value = field.value,
                   .items = field.items});
}

Html radios_field(const RadiosField& field, Problems problems) {
    return radios({.name = field.name,
                   .fieldset = fieldset_of(field),
                   .hint = {.text = field.hint},
                   .error_message = error_of(field.name, problems),
                   .value = field.value,
                   .items = field.items,
                   .classes = field.classes});
}

Html checkboxes_field(const CheckboxesField& field, Problems problems) {
    return checkboxes({.name = field.name,
                       .fieldset = fieldset_of(field),
                       .hint = {.text = field.hint},
                       .error_message = error_of(field.name, problems),
                       .values = field.values,
                       .items = field.items,
                       .classes = field.classes});
}

Html file_field(const FileField& field, Problems problems) {
    Attributes attributes;
    if (!field.accept.empty()) attributes.add({"accept", field.accept});
    return file_upload({.name = field.name,
                        .label = label_of(field),
                        .hint = {.text = field.hint},
                        .error_message = error_of(field.name, problems),
                        .multiple = field.multiple,
                        .attributes = attributes});
}

Html password_field(const PasswordField& field, Problems problems) {
    return password_input({.name = field.name,
                           .label = label_of(field),
                           .hint = {.text = field.hint},
                           .error_message = error_of(field.name, problems),
                           .autocomplete = field.autocomplete});
}

namespace {

/// All that is wrong with that field, a line each.
ErrorMessage error_of(std::string_view name, Problems problems) {
    Html lines;
    for (const auto& problem : problems) {
        if (problem.field != name) continue;
        if (!lines.empty()) append(lines, "<br>");
        append(lines, "{}", problem.words);
    }
    return {.text = std::move(lines)};
}

} // namespace
} // namespace openmasa::ui
