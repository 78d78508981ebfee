#include "web/ui/table.hpp"

namespace openmasa::ui {
namespace {

void add_caption(Html& to, const Table& table);
void add_head(Html& to, const TableRow& head);
void add_row(Html& to, const TableRow& row, bool first_cell_is_header);
void add_row_header(Html& to, const TableCell& cell);
void add_cell(Html& to, const TableCell& cell);
std::string format_class(std::string_view element, const TableCell& cell);
Html span(std::string_view name, int count);

} // namespace

Html table(const Table& table) {
    Html made;
    append(made, "<table class=\"govuk-table{}\"{}>\n", further(table.classes), table.attributes);
    if (!table.caption.empty()) add_caption(made, table);
    if (!table.head.empty()) add_head(made, table.head);
    append(made, "  <tbody class=\"govuk-table__body\">\n");
    for (const auto& row : table.rows) add_row(made, row, table.first_cell_is_header);
    append(made, "  </tbody>\n</table>\n");
    return made;
}

namespace {

void add_caption(Html& to, const Table& table) {
    append(to, "  <caption class=\"govuk-table__caption{}\">{}</caption>\n",
           further(table.caption_classes), table.caption);
}

void add_head(Html& to, const TableRow& head) {
    append(to, R"(  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
)");
    for (const auto& cell : head) {
        append(to, "      <th scope=\"col\" class=\"govuk-table__header{}{}\"{}{}{}>{}</th>\n",
               format_class("header", cell), further(cell.classes), span("colspan", cell.colspan),
               span("rowspan", cell.rowspan), cell.attributes, cell.text);
    }
    append(to, "    </tr>\n  </thead>\n");
}

void add_row(Html& to, const TableRow& row, bool first_cell_is_header) {
    append(to, "    <tr class=\"govuk-table__row\">\n");
    bool is_header = first_cell_is_header;
    for (const auto& cell : row) {
        is_header ? add_row_header(to, cell) : add_cell(to, cell);
        is_header = false;
    }
    append(to, "    </tr>\n");
}

void add_row_header(Html& to, const TableCell& cell) {
    append(to, "      <th scope=\"row\" class=\"govuk-table__header{}\"{}{}{}>{}</th>\n",
           further(cell.classes), span("colspan", cell.colspan), span("rowspan", cell.rowspan),
           cell.attributes, cell.text);
}

void add_cell(Html& to, const TableCell& cell) {
    append(to, "      <td class=\"govuk-table__cell{}{}\"{}{}{}>{}</td>\n",
           format_class("cell", cell), further(cell.classes), span("colspan", cell.colspan),
           span("rowspan", cell.rowspan), cell.attributes, cell.text);
}

std::string format_class(std::string_view element, const TableCell& cell) {
    if (cell.format.empty()) return "";
    return further("govuk-table__" + std::string(element) + "--" + cell.format);
}

Html span(std::string_view name, int count) {
    return count == 0 ? Html() : html(" {}=\"{}\"", name, count);
}

} // namespace
} // namespace openmasa::ui
