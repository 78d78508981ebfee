#pragma once
// The page on which somebody leaves. Ready data only.
#include "partnership/directory/leaving.hpp"
#include "web/html.hpp"

namespace openmasa::directory {

struct LeavingPage {
    Html form_token;
    Leaver leaver;
    SayLeft typed;
    /// With open accounts: who may act for what they act for.
    std::vector<accounts::PersonRow> others{};
    std::vector<Problem> problems{};
};
Html leaving_view(const LeavingPage& page);

} // namespace openmasa::directory
