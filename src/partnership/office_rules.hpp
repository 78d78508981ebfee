#pragma once
// What is right of an office and of those who hold it; nothing but values in and out.
#include "kernel/result.hpp"
#include "partnership/office.hpp"

namespace openmasa::partnership {

inline constexpr std::size_t longest_office_name = 200;
inline constexpr std::size_t longest_office_words = 2000;

/// A kind of office that somebody must hold, from the day on which the clause was in force.
struct StatutoryOffice {
    OfficeKind kind;
    Day since;
    std::string_view clause;
    /// Not yet read in the live text: a page says "check against current guidance".
    bool to_be_checked;
};
/// Nothing for an office that no guidance asks for on that day.
const StatutoryOffice* statutory(OfficeKind kind, Day on);

/// Days from the first to the last, both within; without a last one: on and on.
struct Stretch {
    Day first{};
    std::optional<Day> last{};
    bool operator==(const Stretch&) const = default;
};

/// Whether the office itself is there on that day.
bool exists(const Office& office, Day on);
bool holds(const Holder& holder, Day on);
/// Whoever held it on that day: who acts first, then by the first day.
std::vector<const Holder*> holders_on(const Office& office, Day on);
/// When nobody held it, not even acting: from its own first day, or its first holder's, on.
std::vector<Stretch> empty_stretches(const Office& office, Day today);
/// When two held it at once, as when one acts for another who is away.
struct Shared {
    const Holder* one;
    const Holder* other;
    Stretch when;
};
std::vector<Shared> shared_stretches(const Office& office);

/// Everything that is wrong with the office itself; the fields are named as in its form.
std::vector<Problem> problems_with(const Office& office);
/// Everything that is wrong with one of its holders beside the others: two hold an office at once
/// only where one of them acts. Fields "from" and "to".
std::vector<Problem> problems_with(const Office& office, const Holder& holder);

/// Why nobody hands it over for a stretch that is past (`next.to` is set) to somebody who does not
/// act: whoever held it when that began, and longer, would be gone for good. Nothing where the next
/// one goes on, or ends on a day to come.
std::optional<std::string> left_empty_by(const Office& office, const Holder& next, Day today);
/// Whoever holds it when the next one begins ends the day before; those who act for somebody end
/// too. Where the next one only acts, whoever holds it stays.
void hand_over(Office& office, Holder next);

} // namespace openmasa::partnership
