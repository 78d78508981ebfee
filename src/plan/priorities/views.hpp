#pragma once
// The two forms of a priority over time. Ready data only.
#include "plan/meanwhile.hpp"
#include "plan/priorities/rules.hpp"
#include "web/html.hpp"

namespace openmasa::priorities {

struct FormPage {
    Html form_token;
    terms::Words words{};
    plan::Section section;
    std::vector<Problem> problems;
    std::optional<plan::Meanwhile> meanwhile;
};
Html adoption_form(const FormPage& page, const SayAdoption& typed);
Html review_form(const FormPage& page, const Review& typed);

} // namespace openmasa::priorities
