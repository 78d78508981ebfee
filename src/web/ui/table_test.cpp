#include "web/ui/fixture_test.hpp"
#include "web/ui/table.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

TableCell cell(const fixture::Options& options) {
    return {.text = fixture::content(options),
            .format = fixture::text(options, "format"),
            .colspan = fixture::number(options, "colspan"),
            .rowspan = fixture::number(options, "rowspan"),
            .classes = fixture::text(options, "classes"),
            .attributes = fixture::attributes(options)};
}

TableRow head(const fixture::Options& options) {
    TableRow head;
    for (const auto* item : fixture::items(options, "head")) head.push_back(cell(*item));
    return head;
}

std::vector<TableRow> rows(const fixture::Options& options) {
    std::vector<TableRow> rows;
    for (const auto* row : fixture::items(options, "rows")) {
        rows.emplace_back();
        for (const auto& item : row->GetArray()) rows.back().push_back(cell(item));
    }
    return rows;
}

TEST(Table, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("table", [](const fixture::Options& options) {
        return table({.caption = fixture::text(options, "caption"),
                      .caption_classes = fixture::text(options, "captionClasses"),
                      .head = head(options),
                      .rows = rows(options),
                      .first_cell_is_header = fixture::flag(options, "firstCellIsHeader"),
                      .classes = fixture::text(options, "classes"),
                      .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
