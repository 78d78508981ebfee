#pragma once
// Posted forms with files. Source: RFC 7578 (multipart/form-data) and RFC 2046, section 5.1.
#include "web/http/form.hpp"

namespace openmasa::http {

/// Reads a body of that content type; the largest file takes the body's memory over. Refused when
/// malformed, cut short or past the limits of form.hpp.
Result<Form> read_multipart(std::string body, std::string_view content_type);

/// The refusals that both kinds of form share.
Refusal too_many_fields();
Refusal too_long(std::string field);

} // namespace openmasa::http
