#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// What can be done with a row or a card. `hidden_text` says with which, for those who hear only
/// the links: "Change", " name".
struct SummaryAction {
    Content text{};
    std::string href{};
    std::string hidden_text{};
    std::string classes{};
    Attributes attributes{};
};

struct SummaryActions {
    std::vector<SummaryAction> items{};
    std::string classes{};
};

struct SummaryRow {
    Content key{};
    Content value{};
    SummaryActions actions{};
    std::string key_classes{};
    std::string value_classes{};
    std::string classes{};
};

/// A frame with a title around the list, where a page shows several.
struct SummaryCard {
    Content title{};
    int heading_level = 2;
    std::string title_classes{};
    SummaryActions actions{};
    std::string classes{};
    Attributes attributes{};
};

/// The facts of one thing, each with its name.
struct SummaryList {
    std::vector<SummaryRow> rows{};
    std::optional<SummaryCard> card{};
    std::string classes{};
    Attributes attributes{};
};

Html summary_list(const SummaryList& list);

} // namespace openmasa::ui
