#pragma once
#include "web/ui/fieldset.hpp"
#include "web/ui/form_group.hpp"
#include <map>

namespace openmasa::ui {

/// One box of a date.
struct DatePart {
    std::string name{};  // of day, month and year: that word, where empty
    std::string label{}; // the name, where empty
    std::string value{};
    std::optional<bool> error{}; // unless one says so, an error message marks every box
    bool left_out = false;
    std::string id{}; // the date's and the name, where empty
    std::string input_mode = "numeric";
    std::string autocomplete{};
    std::string pattern{};
    std::string classes{};
    Attributes attributes{};
};

/// A date that the person knows, in three boxes. (A target date is asked as words, in one.)
struct DateInput {
    std::string id{};
    std::string name_prefix{}; // "due" makes the names due-day, due-month, due-year
    Fieldset fieldset{};       // its legend asks the question
    Hint hint{};
    ErrorMessage error_message{};
    DatePart day{}, month{}, year{};
    std::vector<DatePart> items{};               // boxes to show instead of those three
    std::map<std::string, std::string> values{}; // by name, for boxes without a value of their own
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html date_input(const DateInput& date);

} // namespace openmasa::ui
