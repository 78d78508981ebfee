#pragma once
// The parts of a Word file that are the same in all of them: how things look.
#include "core/documents/word_file.hpp"
#include <span>
#include <string>

namespace openmasa::documents {

/// word/styles.xml: the built-in styles and these.
std::string styles_part(std::span<const WordStyle> more);
/// word/numbering.xml: one list, with bullets.
std::string numbering_part();

/// `text` as the content of an element or an attribute.
std::string xml_text(std::string_view text);

} // namespace openmasa::documents
