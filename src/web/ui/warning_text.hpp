#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// What happens if somebody does, or does not do, something. `icon_words` are read aloud for "!".
struct WarningText {
    Content text{};
    std::string icon_words = "Warning";
    std::string classes{};
    Attributes attributes{};
};

Html warning_text(const WarningText& warning);

} // namespace openmasa::ui
