#include "web/ui/form_fixture_test.hpp"

namespace openmasa::ui::fixture {
namespace {

Content insert(const Options& group, const char* by_one, const char* by_several);
Choice choice(const Options& item);

} // namespace

Label label(const Options& options, const char* key) {
    const auto& given = object(options, key);
    return {.text = content(given),
            .for_id = text(given, "for"),
            .classes = text(given, "classes"),
            .is_page_heading = flag(given, "isPageHeading"),
            .attributes = attributes(given)};
}

Hint hint(const Options& options, const char* key) {
    const auto& given = object(options, key);
    return {.text = content(given),
            .id = text(given, "id"),
            .classes = text(given, "classes"),
            .attributes = attributes(given)};
}

ErrorMessage error_message(const Options& options) {
    const auto& given = object(options, "errorMessage");
    return {.text = content(given),
            .visually_hidden_text = maybe_text(given, "visuallyHiddenText").value_or("Error"),
            .classes = text(given, "classes"),
            .attributes = attributes(given)};
}

Fieldset fieldset(const Options& options) {
    const auto& given = object(options, "fieldset");
    const auto& legend = object(given, "legend");
    return {.legend = {.text = content(legend),
                       .classes = text(legend, "classes"),
                       .is_page_heading = flag(legend, "isPageHeading")},
            .described_by = text(given, "describedBy"),
            .classes = text(given, "classes"),
            .attributes = attributes(given)};
}

FormGroup form_group(const Options& options) {
    const auto& given = object(options, "formGroup");
    return {.classes = text(given, "classes"),
            .attributes = attributes(given),
            .before = insert(given, "beforeInput", "beforeInputs"),
            .after = insert(given, "afterInput", "afterInputs")};
}

std::vector<Choice> choices(const Options& options) {
    std::vector<Choice> read;
    for (const auto& item : options["items"].GetArray()) read.push_back(choice(item));
    return read;
}

namespace {

Content insert(const Options& group, const char* by_one, const char* by_several) {
    return content(object(group, has(group, by_one) ? by_one : by_several));
}

Choice choice(const Options& item) {
    const auto& label = object(item, "label");
    return {.text = content(item),
            .value = text(item, "value"),
            .hint = hint(item),
            .checked = maybe_flag(item, "checked"),
            .disabled = flag(item, "disabled"),
            .exclusive = text(item, "behaviour") == "exclusive",
            .divider = text(item, "divider"),
            .conditional = markup(object(item, "conditional"), "html"),
            .id = text(item, "id"),
            .name = text(item, "name"),
            .label_classes = text(label, "classes"),
            .label_attributes = attributes(label),
            .attributes = attributes(item)};
}

} // namespace
} // namespace openmasa::ui::fixture
