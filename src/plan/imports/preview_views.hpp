#pragma once
// The preview of an import: what is doubtful first, then what saving would do. Ready data only.
#include "plan/imports/actions.hpp"
#include "web/html.hpp"

namespace openmasa::imports {

struct PreviewPage {
    Html form_token;
    terms::Words words{};
    plan::ImportId id;
    std::string file_name;
    std::size_t bytes = 0;
    Preview preview;
    /// state_of() the plan that this page compares with.
    std::string state;
    Choices choices;
    /// When it was compared: "10.42am".
    std::string compared_at;
    std::vector<Problem> problems;
};
Html preview_view(const PreviewPage& page);

/// The form's fields for choices start with this.
inline constexpr std::string_view choice_field = "choose-";

struct UploadPage {
    Html form_token;
    terms::Words words{};
    std::vector<plan::Plan> plans;
    /// "new", a plan's id, or empty: decide by the title.
    std::string chosen;
    std::vector<Problem> problems;
};
Html upload_view(const UploadPage& page);

} // namespace openmasa::imports
