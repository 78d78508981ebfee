#pragma once
// The easy door to the form components: a question with its name, its words and what was typed;
// what is wrong finds its place by the name. The name is also the id, so that the summary can link
// to it.
//     append(page, "{}", problems_summary(problems));
//     append(page, "{}", text_field({.name = "title", .label = "Title", .value = typed},
//     problems));
#include "kernel/result.hpp"
#include "web/ui/choice.hpp"
#include "web/ui/select.hpp"
#include <span>

namespace openmasa::ui {

using Problems = std::span<const Problem>;

/// Everything that is wrong, above the form: each problem a link to its field, or plain words where
/// it has none. Nothing where nothing is wrong.
Html problems_summary(Problems problems);

struct TextField {
    std::string name{};
    Content label{};
    Content hint{};
    std::string value{};
    std::string type = "text"; // or "email", "search", "url" ...
    std::string input_mode{};  // "numeric" for numbers
    std::string autocomplete{};
    std::string label_classes{};
    std::string classes{}; // for example govuk-input--width-10
    Attributes attributes{};
};
Html text_field(const TextField& field, Problems problems = {});

struct TextareaField {
    std::string name{};
    Content label{};
    Content hint{};
    std::string value{};
    int rows = 5;
    std::string label_classes{};
};
Html textarea_field(const TextareaField& field, Problems problems = {});

struct SelectField {
    std::string name{};
    Content label{};
    Content hint{};
    std::string value{};
    std::vector<SelectItem> items{};
    std::string label_classes{};
};
Html select_field(const SelectField& field, Problems problems = {});

struct RadiosField {
    std::string name{};
    Content legend{};
    Content hint{};
    std::string value{};
    std::vector<Choice> items{};
    std::string legend_classes{};
    std::string classes{}; // for example govuk-radios--inline
};
Html radios_field(const RadiosField& field, Problems problems = {});

struct CheckboxesField {
    std::string name{};
    Content legend{};
    Content hint{};
    std::vector<std::string> values{};
    std::vector<Choice> items{};
    std::string legend_classes{};
    std::string classes{}; // for example govuk-checkboxes--small
};
Html checkboxes_field(const CheckboxesField& field, Problems problems = {});

/// A file cannot be given back to a form that is shown again: the person chooses it once more.
struct FileField {
    std::string name{};
    Content label{};
    Content hint{};
    std::string accept{}; // for example ".docx"
    bool multiple = false;
    std::string label_classes{};
};
Html file_field(const FileField& field, Problems problems = {});

/// A password is never written back into a page, so there is no value.
struct PasswordField {
    std::string name{};
    Content label{};
    Content hint{};
    std::string autocomplete = "current-password"; // or "new-password"
    std::string label_classes{};
};
Html password_field(const PasswordField& field, Problems problems = {});

} // namespace openmasa::ui
