#pragma once
#include "web/ui/form_group.hpp"
#include "web/ui/label.hpp"

namespace openmasa::ui {

/// One choice of a select. It is chosen where the select's value is its value (or, having none, its
/// text), unless `selected` says otherwise.
struct SelectItem {
    std::string text{};
    std::optional<std::string> value{};
    std::optional<bool> selected{};
    bool disabled = false;
    Attributes attributes{};
};

/// One of many. For a few, radios are easier to use.
struct Select {
    std::string name{};
    std::string id{}; // the name, where empty
    Label label{};
    Hint hint{};
    ErrorMessage error_message{};
    std::string value{}; // empty: the browser shows the first
    std::vector<SelectItem> items{};
    bool disabled = false;
    std::string described_by{}; // further ids, before those of hint and error message
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html select(const Select& select);

} // namespace openmasa::ui
