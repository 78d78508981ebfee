#include "web/ui/fixture_test.hpp"
#include "web/ui/panel.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

constexpr std::string_view interruption = "govuk-panel--interruption";

/// The template knows an interruption by its class; ours by its kind, which brings the class.
Panel::Kind kind(const fixture::Options& options) {
    const auto classes = fixture::text(options, "classes");
    return classes.find(interruption) == classes.npos ? Panel::Kind::confirmation
                                                      : Panel::Kind::interruption;
}

std::string other_classes(const fixture::Options& options) {
    auto classes = fixture::text(options, "classes");
    const auto at = classes.find(interruption);
    return at == classes.npos ? classes : classes.erase(at, interruption.size());
}

std::optional<PanelActions> actions(const fixture::Options& options) {
    if (!fixture::has(options, "actions")) return std::nullopt;
    const auto& given = fixture::object(options, "actions");
    PanelActions actions{.classes = fixture::text(given, "classes"),
                         .attributes = fixture::attributes(given)};
    for (const auto* item : fixture::items(given, "items")) {
        actions.items.push_back({.text = fixture::text(*item, "text"),
                                 .href = fixture::text(*item, "href"),
                                 .type = fixture::text(*item, "type"),
                                 .classes = fixture::text(*item, "classes"),
                                 .attributes = fixture::attributes(*item)});
    }
    return actions;
}

TEST(Panel, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("panel", [](const fixture::Options& options) {
        return panel({.title = fixture::content(options, "titleText", "titleHtml"),
                      .text = fixture::content(options),
                      .kind = kind(options),
                      .heading_level = fixture::number(options, "headingLevel", 1),
                      .actions = actions(options),
                      .classes = other_classes(options),
                      .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
