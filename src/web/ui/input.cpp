#include "web/ui/input.hpp"

namespace openmasa::ui {
namespace {

bool needs_wrapper(const Input& input);
void add_wrapped(Html& to, const Input& input, std::string_view id);
void add_affix(Html& to, const Affix& affix, std::string_view place);
void add_control(Html& to, const Input& input, std::string_view id);

} // namespace

Html input(const Input& input) {
    const auto& id = input.id.empty() ? input.name : input.id;
    Html made;
    open_form_group(made, input.form_group, input.error_message);
    write_label(made, input.label, id);
    write_hint_and_error(made, id, input.hint, input.error_message);
    needs_wrapper(input) ? add_wrapped(made, input, id) : add_control(made, input, id);
    close_form_group(made);
    return made;
}

namespace {

bool needs_wrapper(const Input& input) {
    return !input.prefix.text.empty() || !input.suffix.text.empty() ||
           !input.form_group.before.empty() || !input.form_group.after.empty();
}

void add_wrapped(Html& to, const Input& input, std::string_view id) {
    append(to, "<div class=\"govuk-input__wrapper{}\"{}>\n", further(input.wrapper.classes),
           input.wrapper.attributes);
    write_insert(to, input.form_group.before);
    add_affix(to, input.prefix, "prefix");
    add_control(to, input, id);
    add_affix(to, input.suffix, "suffix");
    write_insert(to, input.form_group.after);
    append(to, "</div>\n");
}

void add_affix(Html& to, const Affix& affix, std::string_view place) {
    if (affix.text.empty()) return;
    append(to, "<div class=\"govuk-input__{}{}\" aria-hidden=\"true\"{}>{}</div>\n", place,
           further(affix.classes), affix.attributes, affix.text);
}

void add_control(Html& to, const Input& input, std::string_view id) {
    const auto described_by =
        ids_describing(id, input.described_by, input.hint, input.error_message);
    append(to, R"(<input class="govuk-input{}{}" id="{}" name="{}" type="{}")",
           further(input.classes), input.error_message.text.empty() ? "" : " govuk-input--error",
           id, input.name, input.type);
    append(to, "{}{}{}{}{}{}{}{}{}>\n", true_or_false("spellcheck", input.spellcheck),
           given("value", input.value), flagged("disabled", input.disabled),
           given("aria-describedby", described_by), given("autocomplete", input.autocomplete),
           given("autocapitalize", input.autocapitalize), given("pattern", input.pattern),
           given("inputmode", input.input_mode), input.attributes);
}

} // namespace
} // namespace openmasa::ui
