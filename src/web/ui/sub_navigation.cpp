#include "web/ui/sub_navigation.hpp"

namespace openmasa::ui {
namespace {

void add_item(Html& to, const SubNavigationItem& item);

} // namespace

Html sub_navigation(const SubNavigation& navigation) {
    Html made;
    append(made, R"(<nav class="moj-sub-navigation{}" aria-label="{}"{}>
  <ul class="moj-sub-navigation__list">
)",
           further(navigation.classes), navigation.label, navigation.attributes);
    for (const auto& item : navigation.items) add_item(made, item);
    append(made, "  </ul>\n</nav>\n");
    return made;
}

namespace {

void add_item(Html& to, const SubNavigationItem& item) {
    append(to, R"(    <li class="moj-sub-navigation__item{}">
      <a class="moj-sub-navigation__link"{} href="{}"{}>{}</a>
    </li>
)",
           further(item.classes), given("aria-current", item.active ? "page" : ""), item.href,
           item.attributes, item.text);
}

} // namespace
} // namespace openmasa::ui
