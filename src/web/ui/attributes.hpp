#pragma once
// Further HTML attributes of a component, written in the order given:
//     button({.text = "Save", .attributes = {{"data-row", "7"}, {"hidden", true}}})
//     ->  <button ... data-row="7" hidden>
#include "web/html.hpp"
#include <initializer_list>
#include <optional>

namespace openmasa::ui {

/// One attribute, for a list in braces. Views only: it lives as long as that list.
struct Attribute {
    std::string_view name;
    std::optional<std::string_view> value; // none: the name stands alone
    bool present = true;

    Attribute(std::string_view its_name, std::string_view its_value)
        : name(its_name), value(its_value) {}
    /// `true` writes the bare name (hidden, multiple ...), `false` leaves the attribute out.
    /// Exactly bool, because a string literal would otherwise count as one.
    template<std::same_as<bool> Flag>
    Attribute(std::string_view its_name, Flag is_set) : name(its_name), present(is_set) {}
};

/// Attributes ready for an opening tag: each begins with a space, names and values are escaped.
///     append(to, "<div class=\"x\"{}>", attributes)
class Attributes {
public:
    Attributes() = default;
    Attributes(std::initializer_list<Attribute> attributes);

    void add(const Attribute& attribute);
    void add(const Attributes& more) { markup_ += more.markup_; }
    bool empty() const { return markup_.empty(); }
    /// Lets attributes stand in a hole of html() and append().
    operator const Html&() const { return markup_; }

private:
    Html markup_;
};

/// ` name="value"`, or nothing where the value is empty.
Html given(std::string_view name, std::string_view value);

/// ` name="true"` or ` name="false"`, or nothing where neither was chosen.
Html true_or_false(std::string_view name, std::optional<bool> value);

/// ` name` where it is set.
Html flagged(std::string_view name, bool is_set);

/// The classes with a space before them, to stand behind a class of our own.
std::string further(std::string_view classes);

} // namespace openmasa::ui
