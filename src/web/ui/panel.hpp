#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// What can be done from an interruption: a link, or a button unless it has an `href`.
struct PanelAction {
    Content text{};
    std::string href{};
    std::string type{}; // "button" makes a button of a link
    std::string classes{};
    Attributes attributes{};
};

struct PanelActions {
    std::vector<PanelAction> items{};
    std::string classes{};
    Attributes attributes{};
};

/// One large message that fills a page: a confirmation, or an interruption that offers actions.
struct Panel {
    enum class Kind { confirmation, interruption };

    Content title{};
    Content text{};
    Kind kind = Kind::confirmation;
    int heading_level = 1;
    std::optional<PanelActions> actions{}; // shown by an interruption only
    std::string classes{};
    Attributes attributes{};
};

Html panel(const Panel& panel);

} // namespace openmasa::ui
