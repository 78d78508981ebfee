#pragma once
#include "web/ui/form_group.hpp"
#include "web/ui/label.hpp"

namespace openmasa::ui {

/// Several lines of text.
struct Textarea {
    std::string name{};
    std::string id{}; // the name, where empty
    Label label{};
    Hint hint{};
    ErrorMessage error_message{};
    std::string value{};
    int rows = 5;
    std::string autocomplete{};
    std::optional<bool> spellcheck{};
    bool disabled = false;
    std::string described_by{}; // further ids, before those of hint and error message
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html textarea(const Textarea& textarea);

} // namespace openmasa::ui
