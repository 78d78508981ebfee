#pragma once
// The answers to choose from in radios and checkboxes.
#include "web/ui/form_group.hpp"
#include <span>

namespace openmasa::ui {

/// One answer. One without words is not drawn but keeps its number, so that the ids of the others
/// stay as they are when an answer is not offered. With a divider it is only that word ("or").
struct Choice {
    Content text{};
    std::string value{};
    Hint hint{};
    std::optional<bool> checked{}; // unless given: where the group's value is this one
    bool disabled = false;
    bool exclusive = false; // checkboxes: "None of these"; a script would untick the others
    std::string divider{};
    Html conditional{}; // a further question, shown (by a script: only) where this is chosen
    std::string id{};   // unless given: the group's, from the second on with its number
    std::string name{}; // checkboxes: unless given, the group's
    std::string label_classes{};
    Attributes label_attributes{};
    Attributes attributes{};
};

/// What the choices of one group have in common.
struct ChoiceGroup {
    std::string_view kind{}; // as the class names say it: "radios", "checkboxes"
    std::string_view type{}; // of the input: "radio", "checkbox"
    std::string_view id_prefix{};
    std::string_view name{};
    std::span<const std::string> chosen{}; // the values that are ticked
    std::string_view described_by{};       // ids, for every choice
};

/// All choices of a group at the end of `to`.
void write_choices(Html& to, std::span<const Choice> choices, const ChoiceGroup& group);

} // namespace openmasa::ui
