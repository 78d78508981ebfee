#pragma once
// Percent escapes. Source: RFC 3986, section 2.1; for forms, URL Standard, section 5.
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::http {

/// The byte that `text` starts with when it starts with an escape such as "%2F".
std::optional<char> escaped_byte(std::string_view text);

/// In a query and a form a plus sign is a space; in a path and elsewhere it is a plus sign.
enum class Plus { is_space, is_plus };

/// Malformed escapes stay as they are.
std::string percent_decoded(std::string_view text, Plus plus);
/// Everything escaped except letters, digits and - . _ ~ : safe as one value in any place of a URL.
std::string percent_encoded(std::string_view text);

} // namespace openmasa::http
