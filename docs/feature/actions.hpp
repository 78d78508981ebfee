#pragma once
// Use cases: add a SAID_THING. Run inside submit() (core/routing/form_token.hpp), one transaction.
#include "AREA/THINGS/THING.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::THINGS {

struct AddPascalThing {
    std::string title;
};

Result<PascalThing> add_THING(store::Db& db, const Scope& scope, const AddPascalThing& command);

} // namespace openmasa::THINGS
