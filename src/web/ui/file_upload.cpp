#include "web/ui/file_upload.hpp"

namespace openmasa::ui {
namespace {

void open_drop_zone(Html& to, const DropZone& zone);
void add_control(Html& to, const FileUpload& upload, std::string_view id);

} // namespace

Html file_upload(const FileUpload& upload) {
    const auto& id = upload.id.empty() ? upload.name : upload.id;
    Html made;
    open_form_group(made, upload.form_group, upload.error_message);
    write_label(made, upload.label, id);
    write_hint_and_error(made, id, upload.hint, upload.error_message);
    write_insert(made, upload.form_group.before);
    if (upload.drop_zone.wanted) open_drop_zone(made, upload.drop_zone);
    add_control(made, upload, id);
    if (upload.drop_zone.wanted) append(made, "</div>\n");
    write_insert(made, upload.form_group.after);
    close_form_group(made);
    return made;
}

namespace {

void open_drop_zone(Html& to, const DropZone& zone) {
    append(to, R"(<div class="govuk-file-upload-wrapper{}" data-module="govuk-file-upload")",
           further(zone.classes));
    append(to, "{}{}", given("data-i18n.choose-files-button", zone.choose_files_button_text),
           given("data-i18n.no-file-chosen", zone.no_file_chosen_text));
    for (const auto& [plural, words] : zone.multiple_files_chosen_text) {
        append(to, R"( data-i18n.multiple-files-chosen.{}="{}")", plural, words);
    }
    append(to, "{}{}{}{}>\n", given("data-i18n.drop-instruction", zone.drop_instruction_text),
           given("data-i18n.entered-drop-zone", zone.entered_text),
           given("data-i18n.left-drop-zone", zone.left_text), zone.attributes);
}

void add_control(Html& to, const FileUpload& upload, std::string_view id) {
    const auto described_by =
        ids_describing(id, upload.described_by, upload.hint, upload.error_message);
    append(to, "<input class=\"govuk-file-upload{}{}\" id=\"{}\" name=\"{}\" type=\"file\"",
           further(upload.classes),
           upload.error_message.text.empty() ? "" : " govuk-file-upload--error", id, upload.name);
    append(to, "{}{}{}{}>\n", flagged("disabled", upload.disabled),
           flagged("multiple", upload.multiple), given("aria-describedby", described_by),
           upload.attributes);
}

} // namespace
} // namespace openmasa::ui
