#include "plan/likeness.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

/// FNV-1a, 64 bits: the same on every machine. Source: draft-eastlake-fnv.
std::uint64_t number_of(std::string_view word) {
    std::uint64_t number = 14695981039346656037u;
    for (const unsigned char c : word) number = (number ^ c) * 1099511628211u;
    return number;
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128;
}

/// Dashes and curly quotes are several bytes; in comparisons they are gaps.
std::size_t gap_at(std::string_view text) {
    return text.starts_with("\xE2\x80") && text.size() >= 3 ? 3 : 1;
}

} // namespace

std::string normalised(std::string_view text) {
    std::string words;
    const std::string small = lower(text);
    bool gap = false;
    for (std::size_t at = 0; at < small.size();) {
        const auto step = gap_at(std::string_view(small).substr(at));
        if (step > 1 || !is_word_character(small[at])) {
            // "Children's" is one word, "by when/timescale" are three.
            gap = gap || (small[at] != '\'' && std::string_view(small).substr(at, 3) != "\u2019");
        } else {
            if (gap && !words.empty()) words += ' ';
            gap = false;
            words += small[at];
        }
        at += step;
    }
    return words;
}

WordSet::WordSet(std::string_view text) {
    const std::string words = normalised(text);
    for (const auto word : split(words, ' '))
        if (!word.empty()) words_.push_back(number_of(word));
    std::ranges::sort(words_);
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

double WordSet::likeness(const WordSet& other) const {
    std::size_t common = 0;
    auto ours = words_.begin(), theirs = other.words_.begin();
    while (ours != words_.end() && theirs != other.words_.end()) {
        if (*ours == *theirs) ++common;
        const bool step_ours = *ours <= *theirs, step_theirs = *theirs <= *ours;
        ours += step_ours;
        theirs += step_theirs;
    }
    const std::size_t all = size() + other.size();
    return all == 0 ? 0.0 : 2.0 * double(common) / double(all);
}

} // namespace openmasa::plan
