#pragma once
#include "web/ui/choice.hpp"
#include "web/ui/fieldset.hpp"

namespace openmasa::ui {

/// One of a few.
struct Radios {
    std::string name{};
    std::string id_prefix{}; // the name, where empty
    Fieldset fieldset{};     // its legend asks the question
    Hint hint{};
    ErrorMessage error_message{};
    std::string value{}; // of the answer that is chosen; empty: none
    std::vector<Choice> items{};
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html radios(const Radios& radios);

} // namespace openmasa::ui
