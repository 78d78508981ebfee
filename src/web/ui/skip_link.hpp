#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// First thing in the body: takes people who use a keyboard past the header, to `href`.
struct SkipLink {
    Content text{};
    std::string href = "#content";
    std::string classes{};
    Attributes attributes{};
};

Html skip_link(const SkipLink& link);

} // namespace openmasa::ui
