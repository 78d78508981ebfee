#include "web/ui/warning_text.hpp"

namespace openmasa::ui {

Html warning_text(const WarningText& warning) {
    return html(R"(<div class="govuk-warning-text{}"{}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">{}</span>
    {}
  </strong>
</div>
)",
                further(warning.classes), warning.attributes, warning.icon_words, warning.text);
}

} // namespace openmasa::ui
