#pragma once
// The small grammar that heads share: tokens, field text and the white space around them.
// Source: RFC 9110, sections 5.5 and 5.6.
#include <string_view>

namespace openmasa::http {

/// One or more of the characters that a method or a header's name is made of.
bool is_token(std::string_view text);
/// What a header's value may hold: no control character except tab.
bool is_field_text(std::string_view text);
/// Without the spaces and tabs at its ends.
std::string_view without_white_space(std::string_view text);

} // namespace openmasa::http
