#pragma once
// Several ids in one column of text, with a space between: a version, a filter and a day in the
// past have them with the row.
#include "kernel/id.hpp"
#include "kernel/text.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

/// What is no id is left out.
template<class SomeId> std::vector<SomeId> ids_in(std::string_view text) {
    std::vector<SomeId> ids;
    for (auto part : split(text, ' '))
        if (const auto id = SomeId::parse(part)) ids.push_back(*id);
    return ids;
}

/// In their order.
template<class SomeId> std::string text_of(const std::vector<SomeId>& ids) {
    std::string text;
    for (const auto& id : ids) {
        if (!text.empty()) text += ' ';
        text += id.view();
    }
    return text;
}

} // namespace openmasa
