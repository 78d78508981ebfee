#include "web/ui/tag.hpp"

namespace openmasa::ui {

Html tag(const Tag& tag) {
    return html(R"(<strong class="govuk-tag{}"{}>{}</strong>)", further(tag.classes),
                tag.attributes, tag.text);
}

} // namespace openmasa::ui
