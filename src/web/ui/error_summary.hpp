#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// One thing that is wrong, with the place to mend it (`#field`), where there is one.
struct ErrorLink {
    Content text{};
    std::string href{};
    Attributes attributes{};
};

/// Everything that is wrong with a form, at the top of its page.
struct ErrorSummary {
    Content title = "There is a problem";
    Content description{};
    std::vector<ErrorLink> errors{};
    std::string classes{};
    std::optional<bool> disable_auto_focus{};
    Attributes attributes{};
};

Html error_summary(const ErrorSummary& summary);

} // namespace openmasa::ui
