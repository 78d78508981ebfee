#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// What is wrong with one answer, and what to do: "Enter what was decided."
struct ErrorMessage {
    Content text{};
    std::string visually_hidden_text = "Error"; // read out before the words; may be empty
    std::string id{}; // inside another component: that component's id and "-error"
    std::string classes{};
    Attributes attributes{};
};

Html error_message(const ErrorMessage& message);

/// The same at the end of `to`, with that id.
void write_error_message(Html& to, const ErrorMessage& message, std::string_view id);

} // namespace openmasa::ui
