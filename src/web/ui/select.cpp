#include "web/ui/select.hpp"

namespace openmasa::ui {
namespace {

void add_control(Html& to, const Select& select, std::string_view id);
void add_option(Html& to, const SelectItem& item, std::string_view chosen);
bool is_selected(const SelectItem& item, std::string_view chosen);

} // namespace

Html select(const Select& select) {
    const auto& id = select.id.empty() ? select.name : select.id;
    Html made;
    open_form_group(made, select.form_group, select.error_message);
    write_label(made, select.label, id);
    write_hint_and_error(made, id, select.hint, select.error_message);
    write_insert(made, select.form_group.before);
    add_control(made, select, id);
    write_insert(made, select.form_group.after);
    close_form_group(made);
    return made;
}

namespace {

void add_control(Html& to, const Select& select, std::string_view id) {
    const auto described_by =
        ids_describing(id, select.described_by, select.hint, select.error_message);
    append(to, "<select class=\"govuk-select{}{}\" id=\"{}\" name=\"{}\"{}{}{}>\n",
           further(select.classes), select.error_message.text.empty() ? "" : " govuk-select--error",
           id, select.name, flagged("disabled", select.disabled),
           given("aria-describedby", described_by), select.attributes);
    for (const auto& item : select.items) add_option(to, item, select.value);
    append(to, "</select>\n");
}

void add_option(Html& to, const SelectItem& item, std::string_view chosen) {
    append(to, "<option{}{}{}{}>{}</option>\n",
           item.value ? html(R"( value="{}")", *item.value) : Html(),
           flagged("selected", is_selected(item, chosen)), flagged("disabled", item.disabled),
           item.attributes, item.text);
}

bool is_selected(const SelectItem& item, std::string_view chosen) {
    const auto& value = item.value ? *item.value : item.text;
    return item.selected.value_or(!chosen.empty() && value == chosen);
}

} // namespace
} // namespace openmasa::ui
