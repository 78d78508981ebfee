#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// A quiet line that helps to answer.
struct Hint {
    Content text{};
    std::string id{}; // inside another component: that component's id and "-hint"
    std::string classes{};
    Attributes attributes{};
};

Html hint(const Hint& hint);

/// The same at the end of `to`, with that id.
void write_hint(Html& to, const Hint& hint, std::string_view id);

} // namespace openmasa::ui
