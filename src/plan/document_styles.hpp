#pragma once
// By which styles a plan in Word that we made says what is what: the one feature writes them, the
// other reads them again. Each is a name behind word::own_style; in Word people see, for example,
// "OpenMASA words".
#include <string_view>

namespace openmasa::plan::styles {

// Paragraphs of the document.
inline constexpr std::string_view plan_title = "plan title", period = "period", edition = "edition",
                                  priority = "priority",
                                  /// Heads what the partnership does whatever its priorities are.
    activity = "activity", remark = "remark", owner = "owner", chair = "chair",
                                  difference = "difference";
/// The table of a priority.
inline constexpr std::string_view table = "plan";
// Paragraphs in its cells. The title stands by itself only where the words do not begin with it.
inline constexpr std::string_view title = "title", words = "words", bullet = "bullet";
// Words in a paragraph: what is said around them, and the title of an objective in its words.
inline constexpr std::string_view label = "label", lead = "lead";

} // namespace openmasa::plan::styles
