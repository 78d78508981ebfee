#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// The words of one form control. Without words there is no label.
struct Label {
    Content text{};
    std::string for_id{}; // inside another component: that component's id, whatever stands here
    std::string classes{};
    bool is_page_heading = false; // the label is then the page's h1
    Attributes attributes{};
};

Html label(const Label& label);

/// The same at the end of `to`, for the control with that id.
void write_label(Html& to, const Label& label, std::string_view for_id);

} // namespace openmasa::ui
