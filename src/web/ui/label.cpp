#include "web/ui/label.hpp"

namespace openmasa::ui {

Html label(const Label& label) {
    Html made;
    write_label(made, label, label.for_id);
    return made;
}

void write_label(Html& to, const Label& label, std::string_view for_id) {
    if (label.text.empty()) return;
    if (label.is_page_heading) append(to, R"(<h1 class="govuk-label-wrapper">)");
    append(to, R"(<label class="govuk-label{}"{}{}>
  {}
</label>
)",
           further(label.classes), label.attributes, given("for", for_id), label.text);
    if (label.is_page_heading) append(to, "</h1>\n");
}

} // namespace openmasa::ui
