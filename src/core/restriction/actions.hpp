#pragma once
// Use cases: restrict a record, change who may read it, lift the restriction.
// Inside submit().
#include "core/restriction/kinds.hpp"
#include "core/restriction/restriction.hpp"
#include "kernel/result.hpp"

namespace openmasa::restriction {

struct RestrictRecord {
    Record record;
    /// The version that the person read; 0 when there was no restriction.
    std::int64_t version = 0;
    std::string reason;
    int review_in_days = longest_review_days;
    std::vector<Name> names;
};
/// Restricts, or changes the restriction that stands. Whoever does it is a
/// reader. Refuses somebody who may not restrict, or who may not read the
/// record, as if it were not there.
Result<Done> restrict_record(store::Db& db, const Scope& scope, const AllKinds& all,
                             const RestrictRecord& command);

struct LiftRestriction {
    Record record;
    std::int64_t version = 0;
    std::string why;
};
Result<Done> lift_restriction(store::Db& db, const Scope& scope, const AllKinds& all,
                              const LiftRestriction& command);

/// The record, for somebody who may restrict it.
std::optional<Described> find_to_restrict(store::Db& db, const Scope& scope, const AllKinds& all,
                                          const Record& record);

} // namespace openmasa::restriction
