#pragma once
// What a component shows. One field takes both a plain string and markup; the type says which it
// is.
//     button({.text = "Save <b>"})               a string is escaped
//     button({.text = html("<b>{}</b>", name)})  Html goes in as it is
#include "web/html.hpp"

namespace openmasa::ui {

/// Text, escaped on the way in, or markup. Empty means that the component leaves the place out.
class Content {
public:
    Content() = default;
    Content(std::string_view text) : markup_(escaped(text)) {}
    Content(const std::string& text) : markup_(escaped(text)) {}
    Content(const char* text) : markup_(escaped(text)) {}
    Content(Html markup) : markup_(std::move(markup)), came_as_markup_(true) {}

    bool empty() const { return markup_.empty(); }
    bool came_as_markup() const { return came_as_markup_; }
    /// Lets content stand in a hole of html() and append().
    operator const Html&() const { return markup_; }

private:
    Html markup_;
    bool came_as_markup_ = false;
};

} // namespace openmasa::ui
