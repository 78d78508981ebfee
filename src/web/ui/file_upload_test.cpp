#include "web/ui/file_upload.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

DropZone drop_zone(const fixture::Options& options) {
    DropZone zone{.wanted = fixture::flag(options, "javascript"),
                  .choose_files_button_text = fixture::text(options, "chooseFilesButtonText"),
                  .drop_instruction_text = fixture::text(options, "dropInstructionText"),
                  .no_file_chosen_text = fixture::text(options, "noFileChosenText"),
                  .entered_text = fixture::text(options, "enteredDropZoneText"),
                  .left_text = fixture::text(options, "leftDropZoneText"),
                  .classes = fixture::text(options, "wrapperClasses"),
                  .attributes = fixture::attributes(options, "wrapperAttributes")};
    const auto& plurals = fixture::object(options, "multipleFilesChosenText");
    for (const auto& [plural, words] : plurals.GetObject()) {
        zone.multiple_files_chosen_text.emplace_back(plural.GetString(), words.GetString());
    }
    return zone;
}

} // namespace

TEST(FileUpload, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("file-upload", [](const fixture::Options& options) {
        return file_upload({.name = fixture::text(options, "name"),
                            .id = fixture::text(options, "id"),
                            .label = fixture::label(options),
                            .hint = fixture::hint(options),
                            .error_message = fixture::error_message(options),
                            .multiple = fixture::flag(options, "multiple"),
                            .disabled = fixture::flag(options, "disabled"),
                            .described_by = fixture::text(options, "describedBy"),
                            .drop_zone = drop_zone(options),
                            .form_group = fixture::form_group(options),
                            .classes = fixture::text(options, "classes"),
                            .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
