#include "web/ui/skip_link.hpp"

namespace openmasa::ui {

Html skip_link(const SkipLink& link) {
    return html(R"(<a href="{}" class="govuk-skip-link{}"{} data-module="govuk-skip-link">{}</a>)",
                link.href, further(link.classes), link.attributes, link.text);
}

} // namespace openmasa::ui
