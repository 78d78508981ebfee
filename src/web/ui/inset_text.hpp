#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// Words set apart from the text around them: a quotation, a note that must not be missed.
struct InsetText {
    Content text{};
    std::string id{};
    std::string classes{};
    Attributes attributes{};
};

Html inset_text(const InsetText& inset);

} // namespace openmasa::ui
