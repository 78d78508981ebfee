#include "web/ui/breadcrumbs.hpp"

namespace openmasa::ui {
namespace {

void add_item(Html& to, const Breadcrumb& item);

} // namespace

Html breadcrumbs(const Breadcrumbs& breadcrumbs) {
    Html made;
    append(made, R"(<nav class="govuk-breadcrumbs{}{}"{} aria-label="{}">
  <ol class="govuk-breadcrumbs__list">
)",
           further(breadcrumbs.classes),
           breadcrumbs.collapse_on_mobile ? " govuk-breadcrumbs--collapse-on-mobile" : "",
           breadcrumbs.attributes, breadcrumbs.label);
    for (const auto& item : breadcrumbs.items) add_item(made, item);
    append(made, "  </ol>\n</nav>\n");
    return made;
}

namespace {

void add_item(Html& to, const Breadcrumb& item) {
    if (item.href.empty()) {
        append(to, "    <li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">{}</li>\n",
               item.text);
        return;
    }
    append(to, R"(    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href="{}"{}>{}</a>
    </li>
)",
           item.href, item.attributes, item.text);
}

} // namespace
} // namespace openmasa::ui
