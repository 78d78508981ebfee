#pragma once
// Pages of SAID_THINGS, from ready data: no database, no question left to answer.
#include "AREA/THINGS/THING.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::THINGS {

struct PascalThingsPage {
    std::vector<PascalThing> THINGS;
    /// Whether this reader may add one; then the form's hidden token, what was typed, what is wrong.
    bool may_add = false;
    Html form_token{};
    std::string title{};
    std::vector<Problem> problems{};
};
Html THINGS_view(const PascalThingsPage& page);

} // namespace openmasa::THINGS
