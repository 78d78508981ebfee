#pragma once
// What was published, as a Word document.
#include "core/documents/word_file.hpp"
#include "partnership/masa_document.hpp"

namespace openmasa::masa {

/// The snapshot with who signed it and its fingerprint, in the partnership's name.
documents::WordFile word_file_of(const partnership::MasaDocument& document,
                                 const std::string& digest, const std::string& partnership,
                                 Moment made);

} // namespace openmasa::masa
