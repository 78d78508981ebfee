#pragma once
// How the words of a plan are compared, cut and counted.
#include "core/exchange/word.hpp"
#include "plan/likeness.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::imports {

using plan::normalised;
/// `phrase` is the start of `text`, up to the end of a word. The second takes normalised text.
bool starts_with_phrase(std::string_view text, std::string_view phrase);
bool words_start_with(std::string_view words, std::string_view phrase);

bool starts_small(std::string_view text);
/// Ends as a sentence does, with ".", "!", "?" or ";".
bool ends_sentence(std::string_view text);
/// A short line that announces what follows: "Governance and leadership:".
bool is_lead_line(std::string_view text);
/// "Prevent, cont.", "Scoping (continued)", "cont'd".
bool says_continued(std::string_view text);
std::string without_continued(std::string_view text);

/// The first sentence if the line is long, and never more than a heading's length.
std::string as_title(std::string_view line);
/// The title of an objective: the words before the first ":", the bold ones, or the first line.
std::string objective_title(std::span<const word::Line> lines);
/// All lines; bullets start with "• ".
std::string whole_text(std::span<const word::Line> lines);
/// The lines as written, with a line feed between; a dash taken for a bullet is put back and
/// carries on the line above.
std::string words_of(std::span<const word::Line> lines);

/// "Two", "Three" ... "Ten", then digits.
std::string spelled(std::size_t number);

} // namespace openmasa::imports
