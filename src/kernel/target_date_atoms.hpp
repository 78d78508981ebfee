#pragma once
// Target dates, second step: tokens become atoms, which are dates, how often, and the few words
// that tie them together.
#include "kernel/target_date_point.hpp"
#include <vector>

namespace openmasa::dates {

struct Atom {
    enum class Kind {
        point,
        recurring,
        ongoing,
        onwards,
        from,
        after,
        until,
        to,
        dash,
        between,
        by,
        in,
        filler,
        conjunction, // "and", "&"
        comma,
        slash,
        semicolon,
        line,
        aside, // an opening bracket whose inside belongs to what stands before it
        open,
        close, // the end of an aside
        undecided,
        done,
        remark
    };
    Kind kind = Kind::remark;
    std::string_view text;
    /// Only of a point.
    Point point = {};
    /// Only of recurring.
    Period period = {};
};

/// Views into the text of the tokens. Points of unit number are gone: either their month was found
/// or they are remarks. Brackets are folded: asides or remarks.
std::vector<Atom> atoms_of(const std::vector<Token>& tokens);

} // namespace openmasa::dates
