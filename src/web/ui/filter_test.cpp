#include "web/ui/filter.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

FilterCategory category(const fixture::Options& options) {
    FilterCategory category{.heading = fixture::content(fixture::object(options, "heading"))};
    for (const auto* item : fixture::items(options, "items")) {
        category.items.push_back(
            {.text = fixture::text(*item, "text"), .href = fixture::text(*item, "href")});
    }
    return category;
}

std::optional<SelectedFilters> selected(const fixture::Options& options) {
    if (!fixture::has(options, "selectedFilters")) return std::nullopt;
    const auto& given = fixture::object(options, "selectedFilters");
    const auto& clear = fixture::object(given, "clearLink");
    SelectedFilters selected{.heading = fixture::content(fixture::object(given, "heading")),
                             .clear_text = fixture::text(clear, "text"),
                             .clear_href = fixture::text(clear, "href")};
    for (const auto* item : fixture::items(given, "categories")) {
        selected.categories.push_back(category(*item));
    }
    return selected;
}

TEST(Filter, Gives_the_markup_of_the_ministry_of_justice_templates) {
    fixture::check_moj_component("filter", [](const fixture::Options& options) {
        const auto& submit = fixture::object(options, "submit");
        return filter({.heading = fixture::content(fixture::object(options, "heading")),
                       .selected = selected(options),
                       .options = fixture::markup(options, "optionsHtml"),
                       .submit_text = fixture::text_or(submit, "text", "Apply filters"),
                       .submit_attributes = fixture::attributes(submit),
                       .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
