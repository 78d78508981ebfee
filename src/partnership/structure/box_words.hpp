#pragma once
// The words of a box, broken into lines that fit. Faces differ in width by 15%, so letters are
// taken to be as wide as in the widest of them.
#include "partnership/structure/chart.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::structure {

inline constexpr int box_width = 176, box_padding = 8;

/// How wide the words are at most, in the unit in which `size` is.
double width_of(std::string_view words, double size, bool is_bold);
/// Broken at spaces; a word that is too long by itself is broken where the line ends. Nothing is
/// left out.
std::vector<std::string> broken(std::string_view words, double width, double size, bool is_bold);

double size_of(Words::What what);
bool is_bold(Words::What what);

/// "2 seats are vacant"; nothing where none is.
std::string vacancy_words(int vacancies);

/// What stands in a box, and how high that makes it.
struct BoxWords {
    std::vector<Words> words;
    int height = 0;
};
BoxWords words_of(const Box& box);

} // namespace openmasa::structure
