#include "web/ui/service_navigation.hpp"

namespace openmasa::ui {
namespace {

void add_container(Html& to, const ServiceNavigation& navigation);
void add_name(Html& to, const ServiceNavigation& navigation);
bool has_navigation(const ServiceNavigation& navigation);
void add_navigation(Html& to, const ServiceNavigation& navigation);
void add_menu_button(Html& to, const ServiceNavigation& navigation);
void add_item(Html& to, const NavigationItem& item);
bool is_here(const NavigationItem& item);
Html words(const NavigationItem& item);

} // namespace

/// A name or a slot makes a landmark of it; otherwise the navigation inside is landmark enough.
Html service_navigation(const ServiceNavigation& navigation) {
    const auto& places = navigation.slots;
    const bool is_section =
        !navigation.name.empty() || !places.start.empty() || !places.end.empty();
    Html made;
    if (is_section)
        append(made, "<section aria-label=\"{}\" ", navigation.label);
    else
        append(made, "<div ");
    append(made, R"(class="govuk-service-navigation{}" data-module="govuk-service-navigation"{}>
)",
           further(navigation.classes), navigation.attributes);
    add_container(made, navigation);
    is_section ? append(made, "</section>\n") : append(made, "</div>\n");
    return made;
}

namespace {

void add_container(Html& to, const ServiceNavigation& navigation) {
    append(to, "  <div class=\"govuk-width-container{}\">\n{}",
           navigation.slots.end_stands_inline ? " govuk-service-navigation__inlining-container"
                                              : "",
           navigation.slots.start);
    append(to, "    <div class=\"govuk-service-navigation__container\">\n");
    if (!navigation.name.empty()) add_name(to, navigation);
    if (has_navigation(navigation)) add_navigation(to, navigation);
    append(to, "    </div>\n{}  </div>\n", navigation.slots.end);
}

void add_name(Html& to, const ServiceNavigation& navigation) {
    append(to, "      <span class=\"govuk-service-navigation__service-name\">");
    if (navigation.name_href.empty()) {
        append(to, R"(<span class="govuk-service-navigation__text">{}</span>)", navigation.name);
    } else {
        append(to, R"(<a href="{}" class="govuk-service-navigation__link">{}</a>)",
               navigation.name_href, navigation.name);
    }
    append(to, "</span>\n");
}

bool has_navigation(const ServiceNavigation& navigation) {
    const auto& places = navigation.slots;
    return !navigation.items.empty() || !places.navigation_start.empty() ||
           !places.navigation_end.empty();
}

void add_navigation(Html& to, const ServiceNavigation& navigation) {
    append(to, R"(      <nav aria-label="{}" class="govuk-service-navigation__wrapper{}">
)",
           navigation.navigation_label.empty() ? navigation.menu_button_text
                                               : navigation.navigation_label,
           further(navigation.navigation_classes));
    const bool has_several = navigation.items.size() > 1;
    if (navigation.collapse_on_mobile.value_or(has_several)) add_menu_button(to, navigation);
    append(to, "        <ul class=\"govuk-service-navigation__list\" id=\"{}\">\n{}",
           navigation.navigation_id, navigation.slots.navigation_start);
    for (const auto& item : navigation.items) add_item(to, item);
    append(to, "{}        </ul>\n      </nav>\n", navigation.slots.navigation_end);
}

/// Hidden until a script shows it.
void add_menu_button(Html& to, const ServiceNavigation& navigation) {
    const auto& label = navigation.menu_button_label;
    append(to,
           R"(        <button type="button" class="govuk-service-navigation__toggle )"
           R"(govuk-js-service-navigation-toggle" aria-controls="{}"{} hidden aria-hidden="true">)"
           "{}</button>\n",
           navigation.navigation_id,
           label == navigation.menu_button_text ? Html() : given("aria-label", label),
           navigation.menu_button_text);
}

void add_item(Html& to, const NavigationItem& item) {
    const std::string_view here = item.current ? "page" : item.active ? "true" : "";
    append(to, "          <li class=\"govuk-service-navigation__item{}\">",
           is_here(item) ? " govuk-service-navigation__item--active" : "");
    if (!item.href.empty()) {
        append(to, R"(<a class="govuk-service-navigation__link" href="{}"{}{}>{}</a>)", item.href,
               given("aria-current", here), item.attributes, words(item));
    } else if (!item.text.empty()) {
        append(to, R"(<span class="govuk-service-navigation__text"{}>{}</span>)",
               given("aria-current", here), words(item));
    }
    append(to, "</li>\n");
}

bool is_here(const NavigationItem& item) {
    return item.active || item.current;
}

/// Strong, so that the place shows to those who see the page in colours of their own.
Html words(const NavigationItem& item) {
    if (!is_here(item)) return item.text;
    return html(R"(<strong class="govuk-service-navigation__active-fallback">{}</strong>)",
                item.text);
}

} // namespace
} // namespace openmasa::ui
