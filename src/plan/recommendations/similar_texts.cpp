#include "plan/recommendations/similar_texts.hpp"
#include "plan/recommendations/compared_words.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace openmasa::recommendations {
namespace {

/// A pair of words says less than a word, for it says the words again; what it adds is the order.
constexpr double pair_weight = 0.5;
constexpr std::size_t most_shared = 6;

/// FNV-1a, 64 bits: the same on every machine. Source: draft-eastlake-fnv.
constexpr std::uint64_t number_of(std::string_view word,
                                  std::uint64_t number = 14695981039346656037u) {
    for (const char c : word) number = (number ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return number;
}
std::uint64_t pair_of(std::string_view one, std::string_view next) {
    return number_of(next, number_of(" ", number_of(one)));
}

struct Count {
    int times = 0;
    bool is_pair = false;
};
/// How often each word and each pair stands in a text.
using Counts = std::unordered_map<std::uint64_t, Count>;
Counts counted_in(const std::vector<ComparedWord>& words) {
    Counts counts;
    counts.reserve(2 * words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
        ++counts[number_of(words[at].stem)].times;
        if (at == 0) continue;
        auto& pair = counts[pair_of(words[at - 1].stem, words[at].stem)];
        ++pair.times;
        pair.is_pair = true;
    }
    return counts;
}

/// A word said ten times does not say ten times as much.
double said(const Count& count) {
    return (1 + std::log(count.times)) * (count.is_pair ? pair_weight : 1.0);
}

} // namespace

/// What was asked, as a vector.
struct SimilarTexts::Asked {
    std::vector<ComparedWord> words;
    double length = 0;
};

std::string_view spoken_likeness(double likeness) {
    if (likeness >= 0.8) return "Says nearly the same";
    if (likeness >= 0.5) return "Says much the same";
    return "Has words in common";
}

SimilarTexts::SimilarTexts(std::span<const ComparedText> texts)
    : lengths_(texts.size()), records_(texts.size()) {
    texts_with_.reserve(texts.size() * 16);
    for (std::uint32_t at = 0; at < texts.size(); ++at) {
        records_[at] = texts[at].record;
        for (const auto& [term, count] : counted_in(compared_words(texts[at].text)))
            texts_with_[term].push_back({at, static_cast<float>(said(count))});
    }
    for (const auto& [term, postings] : texts_with_) {
        const double weight = rarity(postings.size());
        for (const auto& posting : postings) {
            const double part = weight * posting.times;
            lengths_[posting.text] += part * part;
        }
    }
    for (auto& length : lengths_) length = std::sqrt(length);
}

/// The rarer, the more it says; never nothing.
double SimilarTexts::rarity(std::size_t in_how_many) const {
    const auto with = static_cast<double>(in_how_many), all = static_cast<double>(size());
    return std::log(1 + (all + 1) / (with + 0.5));
}
double SimilarTexts::rarity_of(Term term) const {
    const auto found = texts_with_.find(term);
    return rarity(found == texts_with_.end() ? 0 : found->second.size());
}

/// Phrases where pairs are shared, words elsewhere; in the order of what they add.
std::vector<std::string> SimilarTexts::shared(const Asked& asked, std::uint32_t text) const {
    const auto in_text = [&](Term term) {
        const auto found = texts_with_.find(term);
        return found != texts_with_.end() &&
               std::ranges::binary_search(found->second, text, {}, &Posting::text);
    };
    std::map<std::string, double> phrases;
    std::string phrase;
    double weight = 0;
    const auto finish = [&] {
        if (!phrase.empty()) phrases[phrase] = weight;
        phrase.clear();
        weight = 0;
    };
    for (std::size_t at = 0; at < asked.words.size(); ++at) {
        const auto& word = asked.words[at];
        const auto term = number_of(word.stem);
        if (at == 0 || !in_text(pair_of(asked.words[at - 1].stem, word.stem))) finish();
        if (!in_text(term)) continue;
        phrase += (phrase.empty() ? "" : " ") + word.word;
        weight += rarity_of(term);
    }
    finish();
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [words, says] : phrases) order.emplace_back(-says, words);
    std::ranges::sort(order);
    if (order.size() > most_shared) order.resize(most_shared);
    std::vector<std::string> told;
    for (auto& [says, words] : order) told.push_back(std::move(words));
    return told;
}

std::vector<Similar> SimilarTexts::like(std::string_view text, std::size_t most,
                                        double least) const {
    Asked asked{.words = compared_words(text)};
    std::vector<double> products(size());
    for (const auto& [term, count] : counted_in(asked.words)) {
        const auto found = texts_with_.find(term);
        const double weight = rarity_of(term), part = weight * said(count);
        asked.length += part * part;
        if (found == texts_with_.end()) continue;
        for (const auto& posting : found->second)
            products[posting.text] += part * weight * posting.times;
    }
    asked.length = std::sqrt(asked.length);
    std::unordered_map<std::size_t, std::pair<double, std::uint32_t>> best;
    for (std::uint32_t at = 0; at < size(); ++at) {
        if (products[at] <= 0) continue;
        const double likeness = std::min(1.0, products[at] / (asked.length * lengths_[at]));
        auto& known = best[records_[at]];
        if (likeness >= least && likeness > known.first) known = {likeness, at};
    }
    std::vector<std::pair<Similar, std::uint32_t>> found;
    for (const auto& [record, one] : best)
        if (one.first > 0) found.push_back({{.record = record, .likeness = one.first}, one.second});
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::pair(-a.first.likeness, a.first.record) <
               std::pair(-b.first.likeness, b.first.record);
    });
    if (found.size() > most) found.resize(most);
    std::vector<Similar> similar;
    for (auto& [one, at] : found) {
        one.shared = shared(asked, at);
        similar.push_back(std::move(one));
    }
    return similar;
}

} // namespace openmasa::recommendations
