#pragma once
#include "web/ui/form_group.hpp"
#include "web/ui/label.hpp"
#include <utility>

namespace openmasa::ui {

/// The drop zone that the packages' script would make. Our pages load no script and never ask for
/// it; it is here because the component has it. Empty words leave the packages' own.
struct DropZone {
    bool wanted = false;
    std::string choose_files_button_text{};
    std::string drop_instruction_text{};
    std::string no_file_chosen_text{};
    /// By plural category, in order: {"one", "%{count} file"}, {"other", "%{count} files"}.
    std::vector<std::pair<std::string, std::string>> multiple_files_chosen_text{};
    std::string entered_text{};
    std::string left_text{};
    std::string classes{};
    Attributes attributes{};
};

/// One file, or several, from the person's machine.
struct FileUpload {
    std::string name{};
    std::string id{}; // the name, where empty
    Label label{};
    Hint hint{};
    ErrorMessage error_message{};
    bool multiple = false;
    bool disabled = false;
    std::string described_by{}; // further ids, before those of hint and error message
    DropZone drop_zone{};
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html file_upload(const FileUpload& upload);

} // namespace openmasa::ui
