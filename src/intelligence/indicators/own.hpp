#pragma once
// What somebody says of an indicator of the partnership's own: how it is worked out, how often, by
// when and of which areas its figures are asked for; and of any indicator whose it is.
#include "intelligence/indicator.hpp"
#include "intelligence/return_store.hpp"
#include "kernel/result.hpp"
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// As it was typed.
struct OwnSaid {
    std::string measure, numerator, denominator;
    /// Of a rate: so many people, "10,000".
    std::string per;
    /// "month", "quarter", or which year: "academic_year".
    std::string often;
    std::string asked_of, from, to;
};
struct OwnerSaid {
    /// Its id; empty: nobody's.
    std::string owner;
    /// From which day on; empty: from today, or from when it is asked for.
    std::string from;
};

/// What is wrong with it, everything at once; `due` is the rule as it was typed.
std::vector<Problem> problems_with(const OwnSaid& said, const std::string& due);
std::vector<Problem> problems_with(const OwnerSaid& said);

/// The definition as it says; nothing of it is wrong.
Definition defined(Definition is, const OwnSaid& said, const std::string& due);
ReturnRule rule_of(const OwnSaid& said, const std::string& due);
/// The form as it stands.
OwnSaid as_it_stands(const Definition& is, const std::optional<ReturnRule>& rule);

/// The kinds of years that are asked for, and what a form offers: "month", "Every month".
struct Often {
    std::string value, words;
};
std::vector<Often> all_often();

} // namespace openmasa::intelligence
