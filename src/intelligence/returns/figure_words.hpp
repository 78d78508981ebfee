#pragma once
// A figure of a return in words, as its pages say it.
#include "intelligence/returns/calendar.hpp"
#include "web/html.hpp"
#include <string>

namespace openmasa::intelligence {

/// "12", "18.8%, 47 of 250", "not available".
std::string said(const FigureText& text, const Definition& is);
/// With the note of whoever returned it beneath.
Html said_with_note(const ReturnedFigure& figure, const Definition& is);

/// "12 days late", "Due in 3 days", "Returned": the word of a tag, and the tag.
std::string state_words(const OwedFigure& owed, Day today);
Html state_tag(const OwedFigure& owed, Day today);

} // namespace openmasa::intelligence
