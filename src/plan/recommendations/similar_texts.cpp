#include "plan/recommendations/similar_texts.hpp"
#include "plan/recommendations/compared_words.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

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

/// A word or a pair, and what the text says by it.
struct Said {
    std::uint64_t term;
    std::uint32_t text;
    float much;
};

/// A word said ten times does not say ten times as much.
float said(int times, bool is_pair) {
    const double often = times == 1 ? 1.0 : 1 + std::log(times);
    return static_cast<float>(often * (is_pair ? pair_weight : 1.0));
}

/// Every term of a text once, in their order, behind what is there already.
void add_said(std::vector<Said>& all, const std::vector<ComparedWord>& words, std::uint32_t text) {
    struct Term {
        std::uint64_t number;
        bool is_pair;
    };
    std::vector<Term> terms;
    terms.reserve(2 * words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
        terms.push_back({number_of(words[at].stem), false});
        if (at > 0) terms.push_back({pair_of(words[at - 1].stem, words[at].stem), true});
    }
    std::ranges::sort(terms, {}, &Term::number);
    for (std::size_t at = 0; at < terms.size();) {
        const auto first = at;
        while (at < terms.size() && terms[at].number == terms[first].number) ++at;
        all.push_back(
            {terms[first].number, text, said(static_cast<int>(at - first), terms[first].is_pair)});
    }
}

} // namespace

std::string_view spoken_likeness(double likeness) {
    if (likeness >= 0.8) return "Says nearly the same";
    if (likeness >= 0.5) return "Says much the same";
    return "Has words in common";
}

SimilarTexts::SimilarTexts(std::span<const ComparedText> texts) : SimilarTexts(texts, nullptr) {}

SimilarTexts::SimilarTexts(std::span<const ComparedText> texts,
                           std::shared_ptr<const SimilarTexts> beside)
    : lengths_(texts.size()), records_(texts.size()), beside_(std::move(beside)) {
    std::vector<Said> all;
    all.reserve(texts.size() * 64);
    for (std::uint32_t at = 0; at < texts.size(); ++at) {
        records_[at] = texts[at].record;
        add_said(all, compared_words(texts[at].text), at);
    }
    // By term; of one term in the order of the texts.
    std::ranges::sort(all, [](const Said& a, const Said& b) {
        return a.term != b.term ? a.term < b.term : a.text < b.text;
    });
    postings_.reserve(all.size());
    for (const auto& one : all) {
        if (terms_.empty() || terms_.back() != one.term) {
            terms_.push_back(one.term);
            starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
        }
        postings_.push_back({one.text, one.much});
    }
    starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        const double weight =
            beside_ ? rarity_of(terms_[term]) : rarity(starts_[term + 1] - starts_[term]);
        for (auto at = starts_[term]; at < starts_[term + 1]; ++at) {
            const double part = weight * postings_[at].much;
            lengths_[postings_[at].text] += part * part;
        }
    }
    for (auto& length : lengths_) length = std::sqrt(length);
}

std::span<const SimilarTexts::Posting> SimilarTexts::texts_with(Term term) const {
    const auto found = std::ranges::lower_bound(terms_, term);
    if (found == terms_.end() || *found != term) return {};
    const auto at = static_cast<std::size_t>(found - terms_.begin());
    return std::span(postings_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

/// The rarer, the more it says; never nothing.
double SimilarTexts::rarity(std::size_t in_how_many) const {
    const auto with = static_cast<double>(in_how_many), all = static_cast<double>(size());
    return std::log(1 + (all + 1) / (with + 0.5));
}

double SimilarTexts::rarity_of(Term term) const {
    const auto& all = beside_ ? *beside_ : *this;
    return all.rarity(all.texts_with(term).size());
}

/// Phrases where pairs are shared, words elsewhere; in the order of what they add.
std::vector<std::string> SimilarTexts::shared(const std::vector<ComparedWord>& words,
                                              std::uint32_t text) const {
    const auto in_text = [&](Term term) {
        return std::ranges::binary_search(texts_with(term), text, {}, &Posting::text);
    };
    std::map<std::string, double> phrases;
    std::string phrase;
    double weight = 0;
    const auto finish = [&] {
        if (!phrase.empty()) phrases[phrase] = weight;
        phrase.clear();
        weight = 0;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at];
        const auto term = number_of(word.stem);
        if (at == 0 || !in_text(pair_of(words[at - 1].stem, word.stem))) finish();
        if (!in_text(term)) continue;
        phrase += (phrase.empty() ? "" : " ") + word.word;
        weight += rarity_of(term);
    }
    finish();
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [said_so, says] : phrases) order.emplace_back(-says, said_so);
    std::ranges::sort(order);
    if (order.size() > most_shared) order.resize(most_shared);
    std::vector<std::string> told;
    for (auto& [says, said_so] : order) told.push_back(std::move(said_so));
    return told;
}

std::vector<Similar> SimilarTexts::like(std::string_view text, std::size_t most,
                                        double least) const {
    const auto words = compared_words(text);
    std::vector<Said> terms;
    add_said(terms, words, 0);
    std::vector<double> products(size());
    double length = 0;
    for (const auto& one : terms) {
        const auto with = texts_with(one.term);
        const double weight = beside_ ? rarity_of(one.term) : rarity(with.size());
        const double part = weight * one.much;
        length += part * part;
        for (const auto& posting : with) products[posting.text] += part * weight * posting.much;
    }
    length = std::sqrt(length);
    std::unordered_map<std::size_t, std::pair<double, std::uint32_t>> best;
    for (std::uint32_t at = 0; at < size(); ++at) {
        if (products[at] <= 0) continue;
        const double likeness = std::min(1.0, products[at] / (length * lengths_[at]));
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
        one.shared = shared(words, at);
        similar.push_back(std::move(one));
    }
    return similar;
}

} // namespace openmasa::recommendations
