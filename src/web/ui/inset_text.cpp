#include "web/ui/inset_text.hpp"

namespace openmasa::ui {

Html inset_text(const InsetText& inset) {
    return html("<div{} class=\"govuk-inset-text{}\"{}>\n{}\n</div>\n", given("id", inset.id),
                further(inset.classes), inset.attributes, inset.text);
}

} // namespace openmasa::ui
