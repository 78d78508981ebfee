#include "web/ui/filter.hpp"
#include "web/ui/button.hpp"

namespace openmasa::ui {
namespace {

void add_header(Html& to, const Content& heading);
void add_selected(Html& to, const SelectedFilters& selected);
void add_category(Html& to, const FilterCategory& category);
void add_options(Html& to, const Filter& filter);

} // namespace

Html filter(const Filter& filter) {
    Html made;
    append(made, "<div class=\"moj-filter\" data-module=\"moj-filter\"{}>\n", filter.attributes);
    add_header(made, filter.heading);
    append(made, "  <div class=\"moj-filter__content\">\n");
    if (filter.selected) add_selected(made, *filter.selected);
    add_options(made, filter);
    append(made, "  </div>\n</div>\n");
    return made;
}

namespace {

/// The place for an action stays empty; the package's script puts its close button there.
void add_header(Html& to, const Content& heading) {
    append(to, R"(  <div class="moj-filter__header">
    <div class="moj-filter__header-title">
      <h2 class="govuk-heading-m">{}</h2>
    </div>
    <div class="moj-filter__header-action"></div>
  </div>
)",
           heading);
}

void add_selected(Html& to, const SelectedFilters& selected) {
    append(to, R"(    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{}</h2>
        </div>
        <div class="moj-filter__heading-action">
          <p><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></p>
        </div>
      </div>
)",
           selected.heading, selected.clear_href, selected.clear_text);
    for (const auto& category : selected.categories) add_category(to, category);
    append(to, "    </div>\n");
}

void add_category(Html& to, const FilterCategory& category) {
    append(to, R"(      <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{}</h3>
      <ul class="moj-filter-tags">
)",
           category.heading);
    for (const auto& item : category.items) {
        append(to,
               R"(        <li><a class="moj-filter__tag" href="{}">)"
               R"(<span class="govuk-visually-hidden">Remove this filter</span> {}</a></li>
)",
               item.href, item.text);
    }
    append(to, "      </ul>\n");
}

void add_options(Html& to, const Filter& filter) {
    append(to, "    <div class=\"moj-filter__options\">\n{}\n{}\n    </div>\n",
           button({.text = filter.submit_text, .attributes = filter.submit_attributes}),
           filter.options);
}

} // namespace
} // namespace openmasa::ui
