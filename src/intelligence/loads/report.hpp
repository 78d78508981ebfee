#pragma once
// What the command line says of a file of figures.
#include "intelligence/loads/preview.hpp"
#include <string>

namespace openmasa::intelligence {

/// `saved`: it was, just now.
std::string report_words(const Preview& seen, bool saved);
std::string report_json(const Preview& seen, bool saved);

} // namespace openmasa::intelligence
