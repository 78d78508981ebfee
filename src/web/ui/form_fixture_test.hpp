#pragma once
// Readers of the options that several form components share, for their fixture tests.
#include "web/ui/checkboxes.hpp"
#include "web/ui/fixture_test.hpp"
#include "web/ui/label.hpp"

namespace openmasa::ui::fixture {

Label label(const Options& options, const char* key = "label");
Hint hint(const Options& options, const char* key = "hint");
ErrorMessage error_message(const Options& options);
Fieldset fieldset(const Options& options);
FormGroup form_group(const Options& options);
/// Radios and checkboxes: an entry that is null, false or "" becomes a choice without words.
std::vector<Choice> choices(const Options& options);

} // namespace openmasa::ui::fixture
