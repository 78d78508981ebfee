#include "web/ui/radios.hpp"

namespace openmasa::ui {
namespace {

void add_answers(Html& to, const Radios& radios, std::string_view id);

} // namespace

Html radios(const Radios& radios) {
    const auto& id = radios.id_prefix.empty() ? radios.name : radios.id_prefix;
    const auto& fieldset = radios.fieldset;
    Html made;
    open_form_group(made, radios.form_group, radios.error_message);
    if (fieldset.is_wanted()) {
        open_fieldset(made, fieldset,
                      ids_describing(id, fieldset.described_by, radios.hint, radios.error_message));
    }
    write_hint_and_error(made, id, radios.hint, radios.error_message);
    add_answers(made, radios, id);
    if (fieldset.is_wanted()) close_fieldset(made);
    close_form_group(made);
    return made;
}

namespace {

void add_answers(Html& to, const Radios& radios, std::string_view id) {
    const std::span chosen(&radios.value, radios.value.empty() ? 0 : 1);
    append(to, "<div class=\"govuk-radios{}\"{} data-module=\"govuk-radios\">\n",
           further(radios.classes), radios.attributes);
    write_insert(to, radios.form_group.before);
    write_choices(to, radios.items,
                  {.kind = "radios",
                   .type = "radio",
                   .id_prefix = id,
                   .name = radios.name,
                   .chosen = chosen});
    write_insert(to, radios.form_group.after);
    append(to, "</div>\n");
}

} // namespace
} // namespace openmasa::ui
