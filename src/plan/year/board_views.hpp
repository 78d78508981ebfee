#pragma once
// The board, ready to be shown.
#include "plan/year/board.hpp"
#include "plan/year/picture.hpp"

namespace openmasa::year {

struct BoardCard {
    Card card;
    bool may_update = false;
    /// "Restricted", where it is.
    Html tag{};
};

struct BoardColumn {
    plan::Status status{};
    int actions = 0;
    std::vector<BoardCard> cards;
};

struct BoardPage {
    Picture picture;
    std::vector<BoardColumn> columns;
};

Html board_view(const BoardPage& page);

} // namespace openmasa::year
