#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// The way back, above the heading of a page inside a task. Not together with breadcrumbs.
struct BackLink {
    Content text = "Back";
    std::string href = "#";
    std::string classes{};
    Attributes attributes{};
};

Html back_link(const BackLink& link);

} // namespace openmasa::ui
