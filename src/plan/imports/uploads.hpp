#pragma once
// Documents that were uploaded: kept from the upload until they are saved or left, and after, so
// that every edition can be read again as it was.
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::imports {

struct Upload {
    plan::ImportId id;
    std::optional<plan::PlanId> plan;
    std::string file_name;
    std::string document;
    Moment at{};
    /// Set once it is saved: which plan it became.
    std::optional<plan::PlanId> saved_as;
    /// Set once somebody decided not to save it; it may still be saved.
    std::optional<Moment> left_at;
};

/// Inside atomically(); leaves an audit entry.
void add_upload(store::Db& db, const Scope& scope, const Upload& upload);
/// Only for somebody who may import.
std::optional<Upload> find_upload(store::Db& db, const Scope& scope, const plan::ImportId& id);
void mark_saved(store::Db& db, const Scope& scope, const plan::ImportId& id,
                const plan::PlanId& plan);
void mark_left(store::Db& db, const Scope& scope, const plan::ImportId& id);

} // namespace openmasa::imports
