#pragma once
#include "web/ui/choice.hpp"
#include "web/ui/fieldset.hpp"

namespace openmasa::ui {

/// Any number of a few.
struct Checkboxes {
    std::string name{};
    std::string id_prefix{}; // the name, where empty
    Fieldset fieldset{};     // its legend asks the question
    Hint hint{};
    ErrorMessage error_message{};
    std::vector<std::string> values{}; // of the answers that are ticked
    std::vector<Choice> items{};
    std::string described_by{}; // further ids, where the fieldset has none
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html checkboxes(const Checkboxes& checkboxes);

} // namespace openmasa::ui
