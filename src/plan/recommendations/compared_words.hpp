#pragma once
// The words of a recommendation as they are compared with those of another: small letters, without
// the words that stand in every sentence, and without endings. For comparing, never for showing.
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::recommendations {

struct ComparedWord {
    /// Without its ending: "practition".
    std::string stem;
    /// As it was written, in small letters: "practitioners".
    std::string word;
    bool operator==(const ComparedWord&) const = default;
};

/// At most this many words of one text are compared; what is longer is no recommendation.
inline constexpr std::size_t most_compared = 1500;

/// In the order of the text; bytes that are no UTF-8 are part of a word.
std::vector<ComparedWord> compared_words(std::string_view text);

/// Takes plural and verb endings off an English word in small letters: "agencies" and "agency",
/// "sharing" and "share", "children" and "child" have one stem. Weak on purpose: it joins forms of
/// a word, not words of a family. Source: the S-stemmer (Harman 1991), with -ed, -ing and a last e.
std::string stem(std::string_view word);

/// A word that says nothing about what is recommended: "the", "should", "recommendation".
bool is_stop_word(std::string_view word);

} // namespace openmasa::recommendations
