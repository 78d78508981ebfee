#pragma once
// "Already recommended in ...": which texts say much the same as one that somebody wrote, and by
// which words. Nothing but values in and out; no service outside. A text is its words and pairs of
// words (compared_words.hpp), each weighed by how rare it is among all texts; two texts are as
// alike as the angle between them says. Source: vector space model, tf-idf and cosine (Salton
// 1975).
#include "plan/recommendations/compared_words.hpp"
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::recommendations {

struct ComparedText {
    /// Whose it is; several texts may be of one (the sources of a recommendation).
    std::size_t record = 0;
    std::string_view text;
};

struct Similar {
    std::size_t record = 0;
    /// From 0 (no word in common) to 1 (the same words in the same order).
    double likeness = 0;
    /// What they share, in the words of whoever asked, what says most first: "father inclusive
    /// practice", "champions".
    std::vector<std::string> shared{};
};

/// How alike they are, for people: "Says nearly the same".
std::string_view spoken_likeness(double likeness);
/// Below this nothing is offered.
inline constexpr double least_alike = 0.25;

/// Texts ready to be asked. Never changes once made: threads share it.
class SimilarTexts {
public:
    explicit SimilarTexts(std::span<const ComparedText> texts);
    /// A few texts beside a large index: how rare a word is, is asked of that one, so that what the
    /// two find can be set beside each other.
    SimilarTexts(std::span<const ComparedText> texts, std::shared_ptr<const SimilarTexts> beside);
    /// The most alike first, each record once with the best of its texts; of the same likeness in
    /// the order of records.
    std::vector<Similar> like(std::string_view text, std::size_t most,
                              double least = least_alike) const;
    std::size_t size() const { return lengths_.size(); }

private:
    using Term = std::uint64_t;
    struct Posting {
        std::uint32_t text;
        float much;
    };
    double rarity(std::size_t in_how_many) const;
    double rarity_of(Term term) const;
    std::vector<std::string> shared(const std::vector<ComparedWord>& words,
                                    std::uint32_t text) const;

    /// The texts that a term stands in, in their order.
    std::span<const Posting> texts_with(Term term) const;

    /// Every term once, in order; its postings stand in `postings_` from starts_[n] to starts_[n +
    /// 1].
    std::vector<Term> terms_;
    std::vector<std::uint32_t> starts_;
    std::vector<Posting> postings_;
    /// Of each text: its length as a vector, and whose it is.
    std::vector<double> lengths_;
    std::vector<std::size_t> records_;
    std::shared_ptr<const SimilarTexts> beside_{};
};

} // namespace openmasa::recommendations
