#include "plan/imports/statuses.hpp"
#include "plan/imports/wording.hpp"
#include <algorithm>
#include <array>
#include <charconv>

namespace openmasa::imports {
namespace {

struct Phrase {
    std::string_view words;
    Status status;
};

// The one that stands first in the words holds, and of those the longest: "Completed, was red" is
// done, and "not complete" is not.
constexpr std::array phrases{
    Phrase{"not started", Status::not_started},
    Phrase{"not yet started", Status::not_started},
    Phrase{"not begun", Status::not_started},
    Phrase{"to start", Status::not_started},
    Phrase{"not on track", Status::at_risk},
    Phrase{"off track", Status::at_risk},
    Phrase{"partially", Status::in_progress},
    Phrase{"partly", Status::in_progress},
    Phrase{"not complete", Status::in_progress},
    Phrase{"not completed", Status::in_progress},
    Phrase{"not yet complete", Status::in_progress},
    Phrase{"incomplete", Status::in_progress},
    Phrase{"withdrawn", Status::stopped},
    Phrase{"blocked", Status::blocked},
    Phrase{"stopped", Status::stopped},
    Phrase{"cancelled", Status::stopped},
    Phrase{"superseded", Status::stopped},
    Phrase{"no longer", Status::stopped},
    Phrase{"red", Status::at_risk},
    Phrase{"amber", Status::at_risk},
    Phrase{"yellow", Status::at_risk},
    Phrase{"at risk", Status::at_risk},
    Phrase{"delayed", Status::at_risk},
    Phrase{"overdue", Status::at_risk},
    Phrase{"behind", Status::at_risk},
    Phrase{"paused", Status::at_risk},
    Phrase{"on hold", Status::at_risk},
    Phrase{"complete", Status::done},
    Phrase{"completed", Status::done},
    Phrase{"done", Status::done},
    Phrase{"achieved", Status::done},
    Phrase{"closed", Status::done},
    Phrase{"finished", Status::done},
    Phrase{"blue", Status::done},
    Phrase{"green", Status::in_progress},
    Phrase{"on track", Status::in_progress},
    Phrase{"in progress", Status::in_progress},
    Phrase{"ongoing", Status::in_progress},
    Phrase{"underway", Status::in_progress},
    Phrase{"under way", Status::in_progress},
    Phrase{"started", Status::in_progress},
    Phrase{"grey", Status::not_started},
    Phrase{"white", Status::not_started},
};

/// One letter alone is a colour; within a sentence it is not.
constexpr std::array letters{
    Phrase{"r", Status::at_risk},
    Phrase{"a", Status::at_risk},
    Phrase{"g", Status::in_progress},
    Phrase{"b", Status::done},
};

template<class Phrases> std::optional<Status> find(const Phrases& phrases, std::string_view words) {
    const auto found = std::ranges::find(phrases, words, &Phrase::words);
    if (found == phrases.end()) return std::nullopt;
    return found->status;
}

struct Colour {
    int red = 0, green = 0, blue = 0;
};

std::optional<Colour> colour_of(std::string_view fill) {
    int value = 0;
    const auto end = fill.data() + fill.size();
    const auto read = std::from_chars(fill.data(), end, value, 16);
    if (fill.size() != 6 || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return Colour{value >> 16, (value >> 8) & 0xFF, value & 0xFF};
}

} // namespace

std::optional<Status> status_of_words(std::string_view words) {
    const std::string spaced = " " + normalised(words) + " ";
    const Phrase* found = nullptr;
    std::size_t first = std::string::npos;
    for (const auto& phrase : phrases) {
        const auto at = spaced.find(" " + std::string(phrase.words) + " ");
        const bool longer = found != nullptr && phrase.words.size() > found->words.size();
        if (at < first || (at == first && at != spaced.npos && longer)) {
            found = &phrase;
            first = at;
        }
    }
    return found != nullptr ? std::optional(found->status) : status_said_alone(words);
}

std::optional<Status> status_said_alone(std::string_view words) {
    const std::string plain = normalised(words);
    const auto letter = find(letters, plain);
    return letter ? letter : find(phrases, plain);
}

std::optional<Status> status_of_colour(std::string_view fill) {
    constexpr int clearly = 48;
    const auto colour = colour_of(fill);
    if (!colour) return std::nullopt;
    const auto [red, green, blue] = *colour;
    if (std::max({red, green, blue}) - std::min({red, green, blue}) < clearly) return std::nullopt;
    if (blue >= red && blue >= green) return Status::done;
    return green > red ? Status::in_progress : Status::at_risk;
}

} // namespace openmasa::imports
