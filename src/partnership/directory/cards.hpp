#pragma once
// People of the directory as files: contact cards and CSV.
#include "partnership/directory/entry.hpp"
#include <string>
#include <vector>

namespace openmasa::directory {

std::string as_cards(const std::vector<Listed>& people, Moment now);
/// With a line of column names; the agency's is what the partnership calls one.
std::string as_csv(const std::vector<Listed>& people, const terms::Words& words);
/// "Partnership chair; Neglect Group for Norfolk Constabulary".
std::string posts_in_words(const Listed& person);
/// "By telephone"; empty where they said nothing.
std::string_view spoken(Prefers prefers);

} // namespace openmasa::directory
