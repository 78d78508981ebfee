#include "web/ui/error_message.hpp"

namespace openmasa::ui {

Html error_message(const ErrorMessage& message) {
    Html made;
    write_error_message(made, message, message.id);
    return made;
}

void write_error_message(Html& to, const ErrorMessage& message, std::string_view id) {
    append(to, R"(<p{} class="govuk-error-message{}"{}>)", given("id", id),
           further(message.classes), message.attributes);
    if (!message.visually_hidden_text.empty()) {
        append(to, R"(<span class="govuk-visually-hidden">{}:</span> )",
               message.visually_hidden_text);
    }
    append(to, "{}</p>\n", message.text);
}

} // namespace openmasa::ui
