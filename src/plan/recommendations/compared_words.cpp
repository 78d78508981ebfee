#include "plan/recommendations/compared_words.hpp"
#include "kernel/text.hpp"
#include "plan/likeness.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

/// In alphabetical order.
constexpr std::string_view stop_words[] = {
    "a",
    "about",
    "across",
    "against",
    "all",
    "along",
    "also",
    "am",
    "among",
    "an",
    "and",
    "any",
    "are",
    "around",
    "as",
    "at",
    "be",
    "been",
    "being",
    "between",
    "both",
    "but",
    "by",
    "can",
    "consider",
    "considered",
    "considers",
    "could",
    "did",
    "do",
    "does",
    "done",
    "during",
    "each",
    "eight",
    "either",
    "ensure",
    "ensured",
    "ensures",
    "ensuring",
    "every",
    "first",
    "five",
    "for",
    "four",
    "from",
    "further",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "his",
    "how",
    "i",
    "if",
    "ii",
    "iii",
    "in",
    "include",
    "included",
    "includes",
    "including",
    "into",
    "is",
    "it",
    "its",
    "iv",
    "ix",
    "made",
    "make",
    "makes",
    "may",
    "might",
    "more",
    "most",
    "must",
    "need",
    "needed",
    "needs",
    "neither",
    "nine",
    "no",
    "nor",
    "not",
    "of",
    "off",
    "on",
    "one",
    "only",
    "onto",
    "or",
    "order",
    "other",
    "others",
    "our",
    "out",
    "over",
    "own",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "recommends",
    "regarding",
    "relating",
    "relation",
    "same",
    "second",
    "seven",
    "shall",
    "she",
    "should",
    "six",
    "so",
    "some",
    "such",
    "take",
    "taken",
    "takes",
    "ten",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "third",
    "this",
    "those",
    "three",
    "through",
    "to",
    "too",
    "two",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "v",
    "very",
    "vi",
    "via",
    "vii",
    "viii",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "x",
    "you",
    "your",
};
static_assert(std::ranges::is_sorted(stop_words));

/// Forms that no ending explains.
constexpr std::pair<std::string_view, std::string_view> irregular[] = {
    {"children", "child"}, {"childrens", "child"}, {"men", "man"},
    {"people", "person"},  {"taught", "teach"},    {"women", "woman"},
};

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Something that can be said is left before the ending: "shar", not "br" of "bring".
bool can_end_at(std::string_view word, std::size_t length) {
    return length >= 3 && std::ranges::any_of(word.substr(0, length), is_vowel);
}

void singular(std::string& word) {
    if (word.size() > 4 && word.ends_with("ies"))
        word.replace(word.size() - 3, 3, "y");
    else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
             !word.ends_with("us") && !word.ends_with("is"))
        word.pop_back();
}

/// "planned" and "plan", not "agreed" and "agre".
void without_verb_ending(std::string& word) {
    for (const std::string_view ending : {"ing", "ed"}) {
        if (!word.ends_with(ending) || !can_end_at(word, word.size() - ending.size())) continue;
        word.resize(word.size() - ending.size());
        const auto last = word.back();
        if (word.size() > 3 && word[word.size() - 2] == last && !is_vowel(last) && last != 'l' &&
            last != 's')
            word.pop_back();
        return;
    }
}

} // namespace

bool is_stop_word(std::string_view word) {
    return std::ranges::binary_search(stop_words, word);
}

std::string stem(std::string_view word) {
    for (const auto& [form, base] : irregular)
        if (word == form) return std::string(base);
    std::string base(word);
    singular(base);
    without_verb_ending(base);
    if (base.size() > 4 && base.ends_with('e')) base.pop_back();
    if (base.size() > 4 && base.ends_with('y')) base.back() = 'i';
    return base;
}

std::vector<ComparedWord> compared_words(std::string_view text) {
    std::vector<ComparedWord> words;
    const auto small = plan::normalised(text.substr(0, 20 * most_compared));
    for (const auto word : split(small, ' ')) {
        if (word.empty() || is_stop_word(word)) continue;
        words.push_back({.stem = stem(word), .word = std::string(word)});
        if (words.size() == most_compared) break;
    }
    return words;
}

} // namespace openmasa::recommendations
