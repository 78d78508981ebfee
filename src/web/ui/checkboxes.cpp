#include "web/ui/checkboxes.hpp"

namespace openmasa::ui {
namespace {

std::string ids_describing_all(const Checkboxes& checkboxes, std::string_view id);
void add_answers(Html& to, const Checkboxes& checkboxes, std::string_view id,
                 std::string_view described_by);

} // namespace

Html checkboxes(const Checkboxes& checkboxes) {
    const auto& id = checkboxes.id_prefix.empty() ? checkboxes.name : checkboxes.id_prefix;
    const auto described_by = ids_describing_all(checkboxes, id);
    const bool has_fieldset = checkboxes.fieldset.is_wanted();
    Html made;
    open_form_group(made, checkboxes.form_group, checkboxes.error_message);
    if (has_fieldset) open_fieldset(made, checkboxes.fieldset, described_by);
    write_hint_and_error(made, id, checkboxes.hint, checkboxes.error_message);
    add_answers(made, checkboxes, id, has_fieldset ? std::string_view() : described_by);
    if (has_fieldset) close_fieldset(made);
    close_form_group(made);
    return made;
}

namespace {

std::string ids_describing_all(const Checkboxes& checkboxes, std::string_view id) {
    const auto& of_fieldset = checkboxes.fieldset.described_by;
    return ids_describing(id, of_fieldset.empty() ? checkboxes.described_by : of_fieldset,
                          checkboxes.hint, checkboxes.error_message);
}

/// Without a fieldset to carry them, the describing ids go to every answer.
void add_answers(Html& to, const Checkboxes& checkboxes, std::string_view id,
                 std::string_view described_by) {
    append(to, "<div class=\"govuk-checkboxes{}\"{} data-module=\"govuk-checkboxes\">\n",
           further(checkboxes.classes), checkboxes.attributes);
    write_insert(to, checkboxes.form_group.before);
    write_choices(to, checkboxes.items,
                  {.kind = "checkboxes",
                   .type = "checkbox",
                   .id_prefix = id,
                   .name = checkboxes.name,
                   .chosen = checkboxes.values,
                   .described_by = described_by});
    write_insert(to, checkboxes.form_group.after);
    append(to, "</div>\n");
}

} // namespace
} // namespace openmasa::ui
