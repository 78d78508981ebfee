#include "web/ui/hint.hpp"

namespace openmasa::ui {

Html hint(const Hint& hint) {
    Html made;
    write_hint(made, hint, hint.id);
    return made;
}

void write_hint(Html& to, const Hint& hint, std::string_view id) {
    append(to, R"(<div{} class="govuk-hint{}"{}>{}</div>
)",
           given("id", id), further(hint.classes), hint.attributes, hint.text);
}

} // namespace openmasa::ui
