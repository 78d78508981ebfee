#include "web/ui/details.hpp"

namespace openmasa::ui {

Html details(const Details& details) {
    return html(R"(<details{} class="govuk-details{}"{}{}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">{}</span>
  </summary>
  <div class="govuk-details__text">
{}
  </div>
</details>
)",
                given("id", details.id), further(details.classes), details.attributes,
                flagged("open", details.open), details.summary, details.text);
}

} // namespace openmasa::ui
