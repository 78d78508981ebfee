#pragma once
// Pages of the second step. Ready data only.
#include "kernel/result.hpp"
#include "web/html.hpp"
#include "web/ui/field.hpp"
#include <string>
#include <vector>

namespace openmasa::accounts {

/// The field "code", as telephones fill it in.
Html code_field(ui::Problems problems);

struct TwoStepPage {
    Html form_token;
    bool is_on = false;
    /// Nothing else opens until it is on.
    bool is_needed = false;
    int codes_left = 0;
    /// While it is being set up.
    std::string key, address;
    std::vector<Problem> problems;
};
Html two_step_view(const TwoStepPage& page);
Html recovery_codes_view(const std::vector<std::string>& codes);

} // namespace openmasa::accounts
