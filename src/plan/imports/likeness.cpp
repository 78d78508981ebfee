#include "plan/imports/likeness.hpp"
#include "kernel/text.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

/// FNV-1a, 64 bits: the same on every machine. Source: draft-eastlake-fnv.
std::uint64_t number_of(std::string_view word) {
    std::uint64_t number = 14695981039346656037u;
    for (const unsigned char c : word) number = (number ^ c) * 1099511628211u;
    return number;
}

} // namespace

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

} // namespace openmasa::imports
