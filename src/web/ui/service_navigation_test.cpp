#include "web/ui/fixture_test.hpp"
#include "web/ui/service_navigation.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::vector<NavigationItem> places(const fixture::Options& options) {
    std::vector<NavigationItem> places;
    for (const auto* item : fixture::items(options, "navigation")) {
        places.push_back({.text = fixture::content(*item),
                          .href = fixture::text(*item, "href"),
                          .current = fixture::flag(*item, "current"),
                          .active = fixture::flag(*item, "active"),
                          .attributes = fixture::attributes(*item)});
    }
    return places;
}

/// The slot at the end is a string of markup, or an object that holds one.
NavigationSlots slots(const fixture::Options& options) {
    const auto& given = fixture::object(options, "slots");
    const auto& end = fixture::object(given, "end");
    const bool is_object = fixture::has(end, "html");
    return {.start = fixture::markup(given, "start"),
            .end = is_object ? fixture::markup(end, "html") : fixture::markup(given, "end"),
            .end_stands_inline = fixture::text(end, "align") == "inline",
            .navigation_start = fixture::markup(given, "navigationStart"),
            .navigation_end = fixture::markup(given, "navigationEnd")};
}

TEST(ServiceNavigation, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("service-navigation", [](const fixture::Options& options) {
        return service_navigation(
            {.name = fixture::text(options, "serviceName"),
             .name_href = fixture::text(options, "serviceUrl"),
             .items = places(options),
             .label = fixture::text_or(options, "ariaLabel", "Service information"),
             .navigation_id = fixture::text_or(options, "navigationId", "navigation"),
             .navigation_label = fixture::text(options, "navigationLabel"),
             .navigation_classes = fixture::text(options, "navigationClasses"),
             .menu_button_text = fixture::text_or(options, "menuButtonText", "Menu"),
             .menu_button_label = fixture::text(options, "menuButtonLabel"),
             .collapse_on_mobile = fixture::maybe_flag(options, "collapseNavigationOnMobile"),
             .slots = slots(options),
             .classes = fixture::text(options, "classes"),
             .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
