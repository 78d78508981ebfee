#include "web/ui/breadcrumbs.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::vector<Breadcrumb> crumbs(const fixture::Options& options) {
    std::vector<Breadcrumb> crumbs;
    for (const auto* item : fixture::items(options, "items")) {
        crumbs.push_back({.text = fixture::content(*item),
                          .href = fixture::text(*item, "href"),
                          .attributes = fixture::attributes(*item)});
    }
    return crumbs;
}

TEST(Breadcrumbs, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("breadcrumbs", [](const fixture::Options& options) {
        return breadcrumbs({.items = crumbs(options),
                            .label = fixture::text_or(options, "labelText", "Breadcrumb"),
                            .collapse_on_mobile = fixture::flag(options, "collapseOnMobile"),
                            .classes = fixture::text(options, "classes"),
                            .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
