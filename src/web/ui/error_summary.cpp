#include "web/ui/error_summary.hpp"

namespace openmasa::ui {
namespace {

void add_list(Html& to, const std::vector<ErrorLink>& errors);
void add_entry(Html& to, const ErrorLink& error);

} // namespace

Html error_summary(const ErrorSummary& summary) {
    Html made;
    append(made, R"(<div class="govuk-error-summary{}"{}{} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">{}</h2>
    <div class="govuk-error-summary__body">
)",
           further(summary.classes),
           true_or_false("data-disable-auto-focus", summary.disable_auto_focus), summary.attributes,
           summary.title);
    if (!summary.description.empty()) append(made, "      <p>{}</p>\n", summary.description);
    if (!summary.errors.empty()) add_list(made, summary.errors);
    append(made, "    </div>\n  </div>\n</div>\n");
    return made;
}

namespace {

void add_list(Html& to, const std::vector<ErrorLink>& errors) {
    append(to, "      <ul class=\"govuk-list govuk-error-summary__list\">\n");
    for (const auto& error : errors) add_entry(to, error);
    append(to, "      </ul>\n");
}

void add_entry(Html& to, const ErrorLink& error) {
    if (error.href.empty()) {
        append(to, "        <li>{}</li>\n", error.text);
    } else {
        append(to, "        <li><a href=\"{}\"{}>{}</a></li>\n", error.href, error.attributes,
               error.text);
    }
}

} // namespace
} // namespace openmasa::ui
