#include "web/ui/attributes.hpp"

namespace openmasa::ui {

Attributes::Attributes(std::initializer_list<Attribute> attributes) {
    for (const auto& attribute : attributes) add(attribute);
}

void Attributes::add(const Attribute& attribute) {
    if (!attribute.present) return;
    append(markup_, " {}", attribute.name);
    if (attribute.value) append(markup_, "=\"{}\"", *attribute.value);
}

Html given(std::string_view name, std::string_view value) {
    return value.empty() ? Html() : html(R"( {}="{}")", name, value);
}

Html true_or_false(std::string_view name, std::optional<bool> value) {
    return value ? given(name, *value ? "true" : "false") : Html();
}

Html flagged(std::string_view name, bool is_set) {
    return is_set ? html(" {}", name) : Html();
}

std::string further(std::string_view classes) {
    return classes.empty() ? std::string() : ' ' + std::string(classes);
}

} // namespace openmasa::ui
