#pragma once
// What people write in a column "RAG" or "Status", in the product's own states. Late is not among
// them: it is derived from the date, whatever colour the cell has.
#include "plan/imports/draft.hpp"

namespace openmasa::imports {

/// Nothing for blank words and words that name no state. Red and amber are both "at risk".
std::optional<Status> status_of_words(std::string_view words);
/// The same, where the words say nothing else: for a column of progress.
std::optional<Status> status_said_alone(std::string_view words);
/// From the colour of the cell, six hexadecimal digits; nothing for white, black and greys.
std::optional<Status> status_of_colour(std::string_view fill);

} // namespace openmasa::imports
