#pragma once
// The pages of an import. Ready data only.
#include "core/registers/uploads.hpp"
#include "web/html.hpp"

namespace openmasa::registers {

/// So many rows of each kind are on the page; the rest is counted.
inline constexpr int most_shown = 200;

struct UploadPage {
    const Register& which;
    Html form_token;
    Policy policy;
    std::vector<Problem> problems;
};
Html upload_view(const UploadPage& page);

struct PreviewPage {
    Html form_token;
    std::string address;
    std::string file_name;
    std::size_t rows;
    /// How many of the file's columns are read; none is said of one with ids, which was made here.
    std::size_t columns;
    std::string compared_at;
    Preview preview;
    std::vector<Problem> problems;
};
Html preview_view(const PreviewPage& page);

struct SavedPage {
    const Register& which;
    Html form_token;
    std::vector<SavedImport> imports;
};
Html saved_view(const SavedPage& page);

} // namespace openmasa::registers
