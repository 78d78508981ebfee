#pragma once
// The nouns of SAID_THINGS.
#include "core/access/scope.hpp"
#include "kernel/day.hpp"
#include "kernel/id.hpp"
#include <cstdint>
#include <string>

namespace openmasa::THINGS {

struct PascalThingKind;
using PascalThingId = Id<PascalThingKind>;

struct PascalThing {
    PascalThingId id;
    std::string title;
    Moment added_at{};
    std::int64_t version = 1;
};

} // namespace openmasa::THINGS
