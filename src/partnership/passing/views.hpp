#pragma once
// The page on which what somebody leads passes on. Ready data only.
#include "partnership/passing/actions.hpp"
#include "web/html.hpp"

namespace openmasa::passing {

struct PassingPage {
    Html form_token;
    PassOn typed;
    /// Where it goes, with the office where one changed hands; and where leaving it leads.
    std::string address, back;
    OpenDuties open;
    std::vector<Problem> problems{};
};
Html passing_view(const PassingPage& page);

} // namespace openmasa::passing
