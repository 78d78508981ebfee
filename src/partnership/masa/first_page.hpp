#pragma once
// What of the arrangements somebody must know, for their first page.
#include "core/routing/facts.hpp"
#include "store/db.hpp"

namespace openmasa::masa {

/// To whoever holds an office whose turn it is: a signature is awaited. To those who answer for the
/// arrangements: the review is late or due within thirty days, a milestone is late. At most eight
/// statements, and one for each office that is to sign.
std::vector<FirstPageFact> tell_of_arrangements(store::Db& db, const Scope& scope);

} // namespace openmasa::masa
