#pragma once
// The parameters of a header's value: form-data; name="report"; filename="Plan 2025.docx".
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::http {

/// What stands before the first parameter: "multipart/form-data".
std::string_view media_type(std::string_view value);

/// One parameter, out of its quotes; nothing when it is not there. Names ignore case.
std::optional<std::string> parameter(std::string_view value, std::string_view name);

/// A field's or file's name as browsers write it, with %22 %0D %0A put back.
/// Source: HTML Standard, "multipart/form-data encoding algorithm".
std::string form_name(std::string_view written);

/// The file's name from `filename*` (RFC 8187, UTF-8 only) or else `filename`: cleaned, on one
/// line, without any folder part. Nothing when neither is there; empty when it was left empty.
std::optional<std::string> file_name(std::string_view disposition);

} // namespace openmasa::http
