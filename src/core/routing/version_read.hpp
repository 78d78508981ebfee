#pragma once
// Numbers that a form or an address carries as text.
#include "web/http/form.hpp"
#include <cstdint>
#include <string_view>

namespace openmasa {

/// 0 when the text does not begin with a whole number.
std::int64_t whole_number(std::string_view text);
/// The version that a person had read when they began to fill this form in; 0 where it names none.
std::int64_t version_read(const http::Form& form);

} // namespace openmasa
