#pragma once
#include "web/ui/form_group.hpp"
#include "web/ui/label.hpp"

namespace openmasa::ui {

/// Words that stand in front of an input or behind it: "£", "per cent".
struct Affix {
    Content text{};
    std::string classes{};
    Attributes attributes{};
};

struct InputWrapper {
    std::string classes{};
    Attributes attributes{};
};

/// One line of text. Empty strings leave their attribute out.
struct Input {
    std::string name{};
    std::string id{}; // the name, where empty
    Label label{};
    Hint hint{};
    ErrorMessage error_message{};
    std::string value{};
    std::string type = "text";
    std::string input_mode{};
    std::string autocomplete{};
    std::string autocapitalize{};
    std::string pattern{};
    std::optional<bool> spellcheck{};
    bool disabled = false;
    std::string described_by{}; // further ids, before those of hint and error message
    Affix prefix{};
    Affix suffix{};
    InputWrapper wrapper{}; // around affixes and the control
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html input(const Input& input);

} // namespace openmasa::ui
