#pragma once
// What every question on a form has around its controls: the group, the hint, the error message,
// and the ids by which the controls say that these words describe them.
#include "web/ui/error_message.hpp"
#include "web/ui/hint.hpp"

namespace openmasa::ui {

/// The box around one question. It shows as wrong where there is an error message.
struct FormGroup {
    std::string classes{};
    Attributes attributes{};
    Content before{}; // just before the control, or before the first of several
    Content after{};  // just after the last
};

void open_form_group(Html& to, const FormGroup& group, const ErrorMessage& error);
void close_form_group(Html& to);

/// Hint and error message, each where it has words, with ids made from the question's.
void write_hint_and_error(Html& to, std::string_view id, const Hint& hint,
                          const ErrorMessage& error);

/// The group's `before` or `after`, where there is one.
void write_insert(Html& to, const Content& insert);

/// The value of aria-describedby: the ids given, then the hint's, then the error message's.
std::string ids_describing(std::string_view id, std::string_view given_ids, const Hint& hint,
                           const ErrorMessage& error);

} // namespace openmasa::ui
