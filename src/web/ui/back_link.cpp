#include "web/ui/back_link.hpp"

namespace openmasa::ui {

Html back_link(const BackLink& link) {
    return html(R"(<a href="{}" class="govuk-back-link{}"{}>{}</a>)", link.href,
                further(link.classes), link.attributes, link.text);
}

} // namespace openmasa::ui
