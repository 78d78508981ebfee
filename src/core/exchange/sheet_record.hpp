#pragma once
// A sheet as JSON and back: how an upload is kept between its preview and its saving.
#include "core/exchange/sheet.hpp"
#include <optional>

namespace openmasa::sheet {

std::string record_of(const Sheet& sheet);
/// Nothing for what record_of() has not written.
std::optional<Sheet> sheet_from_record(std::string_view json);

} // namespace openmasa::sheet
