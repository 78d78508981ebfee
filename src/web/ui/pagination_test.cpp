#include "web/ui/fixture_test.hpp"
#include "web/ui/pagination.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::optional<PaginationLink> link(const fixture::Options& options, const char* key) {
    const auto& given = fixture::object(options, key);
    if (fixture::text(given, "href").empty()) return std::nullopt;
    return PaginationLink{.href = fixture::text(given, "href"),
                          .text = fixture::content(given),
                          .label = fixture::text(given, "labelText"),
                          .attributes = fixture::attributes(given)};
}

std::vector<PaginationItem> pages(const fixture::Options& options) {
    std::vector<PaginationItem> pages;
    for (const auto* item : fixture::items(options, "items")) {
        if (item->ObjectEmpty()) continue;
        pages.push_back({.number = fixture::text(*item, "number"),
                         .href = fixture::text(*item, "href"),
                         .current = fixture::flag(*item, "current"),
                         .ellipsis = fixture::flag(*item, "ellipsis"),
                         .aria_label = fixture::text(*item, "visuallyHiddenText"),
                         .attributes = fixture::attributes(*item)});
    }
    return pages;
}

TEST(Pagination, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("pagination", [](const fixture::Options& options) {
        return pagination({.previous = link(options, "previous"),
                           .next = link(options, "next"),
                           .items = pages(options),
                           .label = fixture::text_or(options, "landmarkLabel", "Pagination"),
                           .classes = fixture::text(options, "classes"),
                           .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
