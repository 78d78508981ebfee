#pragma once
// The words that target dates are made of. Full names and usual abbreviations only: nothing is
// guessed from a misspelling.
#include "kernel/target_date.hpp"
#include <span>
#include <string_view>

namespace openmasa::dates {

enum class Sense {
    none,
    weekday,   // number 0 Sunday to 6
    month,     // number 1 to 12
    season,    // number 1 spring to 4 winter
    part,      // number 1 early, 2 mid, 3 end
    term,      // period 4 months
    quarter,   // period 3 months
    calendar,  // "year"; period 12 months
    financial, // "financial year"; period 12 months
    academic,  // "school year"; period 12 months
    unit,      // other units of time, with their period
    count,     // "two": number 2
    every,
    other,   // every other
    cadence, // "monthly", with its period
    filler,  // "the", "of"
    by,
    in,
    from,
    after,
    until,
    to,
    between,
    conjunction,
    then,
    ongoing,
    onwards,
    undecided, // "TBC", "n/a": no date, said so
    done,      // "complete": says done, not when due
    remark     // known, but not understood as part of a date
};

struct Phrase {
    /// Small letters, one space between words; "/" is a word of its own.
    std::string_view words;
    Sense sense = Sense::none;
    int number = 0;
    Period period = {};
};

/// All of them, no two with the same words.
std::span<const Phrase> phrases();

} // namespace openmasa::dates
