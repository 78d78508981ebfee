#pragma once
// Pieces that the pages of indicators share.
#include "intelligence/area_store.hpp"
#include "intelligence/indicator.hpp"
#include "web/html.hpp"
#include <string>
#include <string_view>

namespace openmasa::intelligence {

/// The sign beside a finding: "common", "better", "worse" or "neither".
Html sign(std::string_view mark);
/// What names an area in an address: ONS's code, or DfE's.
const std::string& code_of(const Area& area);
/// The area by such a code; nothing when there is none.
const Area* area_with(const AreaBook& book, std::string_view code);
/// "England" and "the East of England".
std::string with_article(const Area& area);
/// The name of a file about an indicator in an area: "plans-norfolk-2026-01-22.csv".
std::string file_name(const Definition& is, const Area* area, std::string_view what, Day today,
                      std::string_view ending);
/// What a figure of that period is about, in the words of what is counted: "year to 31 March 2025";
/// of what is counted on that day "on 31 March 2025"; of a population, which the Office for
/// National Statistics estimates as at 30 June, "the middle of 2024".
std::string about(const Definition& is, const FigurePeriod& period);
/// A form that shows the same page for another area; `more` are its other fields.
Html area_choice(const AreaBook& book, const Area* chosen, std::string_view address,
                 const Html& more, std::string_view verb = "Show this area");

} // namespace openmasa::intelligence
