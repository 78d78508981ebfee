#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

struct TableCell {
    Content text{};
    std::string format{}; // "numeric" sets figures to the right
    int colspan = 0;      // columns and rows that it covers; nought says nothing about it
    int rowspan = 0;
    std::string classes{};
    Attributes attributes{};
};

using TableRow = std::vector<TableCell>;

struct Table {
    Content caption{};
    std::string caption_classes{};
    TableRow head{};
    std::vector<TableRow> rows{};
    bool first_cell_is_header = false;
    std::string classes{};
    Attributes attributes{};
};

Html table(const Table& table);

} // namespace openmasa::ui
