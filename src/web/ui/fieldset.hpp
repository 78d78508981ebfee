#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// The words of a group of controls.
struct Legend {
    Content text{};
    std::string classes{};
    bool is_page_heading = false; // the legend is then the page's h1
};

/// A group of controls under one legend. Radios, checkboxes and dates are put into one where their
/// fieldset has a legend.
struct Fieldset {
    Legend legend{};
    Html content{}; // inside another component: that component's controls
    std::string described_by{};
    std::string role{};
    std::string classes{};
    Attributes attributes{};

    bool is_wanted() const { return !legend.text.empty(); }
};

Html fieldset(const Fieldset& fieldset);

/// What stands before the content, for a component that writes its own content.
/// `described_by` and `role` take the place of the fieldset's own.
void open_fieldset(Html& to, const Fieldset& fieldset, std::string_view described_by,
                   std::string_view role = {});
void close_fieldset(Html& to);

} // namespace openmasa::ui
