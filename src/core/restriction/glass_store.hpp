#pragma once
// Uses of the glass in the database. Inside atomically() for changes.
#include "core/restriction/glass.hpp"

namespace openmasa::restriction {

struct NewGlass {
    GlassId id;
    RestrictionId restriction;
    std::string reason;
    Moment until;
    Day review_by;
};
void add(store::Db& db, const Scope& scope, const NewGlass& glass, const Record& record);
/// False when somebody has reviewed it meanwhile.
bool save_review(store::Db& db, const Scope& scope, const Glass& glass, const ReviewGlass& review);

} // namespace openmasa::restriction
