#include "web/ui/fixture_test.hpp"
#include "web/ui/summary_list.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

SummaryActions actions(const fixture::Options& options) {
    const auto& given = fixture::object(options, "actions");
    SummaryActions actions{.classes = fixture::text(given, "classes")};
    for (const auto* item : fixture::items(given, "items")) {
        actions.items.push_back({.text = fixture::content(*item),
                                 .href = fixture::text(*item, "href"),
                                 .hidden_text = fixture::text(*item, "visuallyHiddenText"),
                                 .classes = fixture::text(*item, "classes"),
                                 .attributes = fixture::attributes(*item)});
    }
    return actions;
}

std::vector<SummaryRow> rows(const fixture::Options& options) {
    std::vector<SummaryRow> rows;
    for (const auto* row : fixture::items(options, "rows")) {
        const auto& key = fixture::object(*row, "key");
        const auto& value = fixture::object(*row, "value");
        rows.push_back({.key = fixture::content(key),
                        .value = fixture::content(value),
                        .actions = actions(*row),
                        .key_classes = fixture::text(key, "classes"),
                        .value_classes = fixture::text(value, "classes"),
                        .classes = fixture::text(*row, "classes")});
    }
    return rows;
}

std::optional<SummaryCard> card(const fixture::Options& options) {
    if (!fixture::has(options, "card")) return std::nullopt;
    const auto& given = fixture::object(options, "card");
    const auto& title = fixture::object(given, "title");
    return SummaryCard{.title = fixture::content(title),
                       .heading_level = fixture::number(title, "headingLevel", 2),
                       .title_classes = fixture::text(title, "classes"),
                       .actions = actions(given),
                       .classes = fixture::text(given, "classes"),
                       .attributes = fixture::attributes(given)};
}

TEST(SummaryList, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("summary-list", [](const fixture::Options& options) {
        return summary_list({.rows = rows(options),
                             .card = card(options),
                             .classes = fixture::text(options, "classes"),
                             .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
