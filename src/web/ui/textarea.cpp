#include "web/ui/textarea.hpp"

namespace openmasa::ui {
namespace {

void add_control(Html& to, const Textarea& textarea, std::string_view id);
bool starts_with_line_break(std::string_view text);

} // namespace

Html textarea(const Textarea& textarea) {
    const auto& id = textarea.id.empty() ? textarea.name : textarea.id;
    Html made;
    open_form_group(made, textarea.form_group, textarea.error_message);
    write_label(made, textarea.label, id);
    write_hint_and_error(made, id, textarea.hint, textarea.error_message);
    write_insert(made, textarea.form_group.before);
    add_control(made, textarea, id);
    write_insert(made, textarea.form_group.after);
    close_form_group(made);
    return made;
}

namespace {

void add_control(Html& to, const Textarea& textarea, std::string_view id) {
    const auto described_by =
        ids_describing(id, textarea.described_by, textarea.hint, textarea.error_message);
    append(to, R"(<textarea class="govuk-textarea{}{}" id="{}" name="{}" rows="{}")",
           textarea.error_message.text.empty() ? "" : " govuk-textarea--error",
           further(textarea.classes), id, textarea.name, textarea.rows);
    append(to, "{}{}{}{}{}>", true_or_false("spellcheck", textarea.spellcheck),
           flagged("disabled", textarea.disabled), given("aria-describedby", described_by),
           given("autocomplete", textarea.autocomplete), textarea.attributes);
    if (starts_with_line_break(textarea.value)) append(to, "\n");
    append(to, "{}</textarea>\n", textarea.value);
}

/// HTML drops the first line break in a textarea, so what was typed needs one more.
bool starts_with_line_break(std::string_view text) {
    return text.starts_with('\n') || text.starts_with('\r');
}

} // namespace
} // namespace openmasa::ui
