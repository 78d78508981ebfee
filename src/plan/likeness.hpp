#pragma once
// How much two texts have in common, by their words: to find the same action written twice, or the
// action of last year's edition.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::plan {

/// Letters and digits only, small, one space between: "target date by when" for "Target date
/// (by when?)". For comparing, never for showing.
std::string normalised(std::string_view text);

/// The different words of a text, ready to be compared.
class WordSet {
public:
    explicit WordSet(std::string_view text);
    std::size_t size() const { return words_.size(); }
    /// From 0 (no word in common) to 1 (the same words): Dice's coefficient, twice the common
    /// words over all words.
    double likeness(const WordSet& other) const;

private:
    std::vector<std::uint64_t> words_;
};

} // namespace openmasa::plan
