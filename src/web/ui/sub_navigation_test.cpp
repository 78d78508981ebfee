#include "web/ui/fixture_test.hpp"
#include "web/ui/sub_navigation.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::vector<SubNavigationItem> places(const fixture::Options& options) {
    std::vector<SubNavigationItem> places;
    for (const auto* item : fixture::items(options, "items")) {
        places.push_back({.text = fixture::content(*item),
                          .href = fixture::text(*item, "href"),
                          .active = fixture::flag(*item, "active"),
                          .classes = fixture::text(*item, "classes"),
                          .attributes = fixture::attributes(*item)});
    }
    return places;
}

TEST(SubNavigation, Gives_the_markup_of_the_ministry_of_justice_templates) {
    fixture::check_moj_component("sub-navigation", [](const fixture::Options& options) {
        return sub_navigation(
            {.items = places(options),
             .label = fixture::text_or(options, "label", "Secondary navigation region"),
             .classes = fixture::text(options, "classes"),
             .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
