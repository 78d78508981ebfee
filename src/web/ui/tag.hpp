#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// A state in a word: tag({.text = "Paused", .classes = "om-tag om-tag--paused"}).
/// The standing of an action has its own function, standing_tag() in marks.hpp.
struct Tag {
    Content text{};
    std::string classes{};
    Attributes attributes{};
};

Html tag(const Tag& tag);

} // namespace openmasa::ui
