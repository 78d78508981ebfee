#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// More to read for those who need it, folded under its summary.
struct Details {
    Content summary{};
    Content text{};
    bool open = false;
    std::string id{};
    std::string classes{};
    Attributes attributes{};
};

Html details(const Details& details);

} // namespace openmasa::ui
