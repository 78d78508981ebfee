#pragma once
// The pages on which an agency is followed by another. Ready data only.
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "partnership/agencies/succession.hpp"
#include "partnership/agreed_duties.hpp"
#include "web/html.hpp"

namespace openmasa::agencies {

/// "Came before: Norfolk and Waveney ICB, until 31 March 2026"; nothing where there is none.
Html beside_in_time(const std::vector<Succession>& all, const OwnerId& agency);

/// What comes before and after, and the form that says what follows.
struct FollowingPage {
    Html form_token;
    terms::Words words{};
    Agency agency;
    std::vector<Succession> all;
    /// Those that may be chosen: id and name.
    std::vector<std::pair<std::string, std::string>> agencies;
    SayFollowed typed;
    bool may_change = false;
    std::vector<Problem> problems{};
};
Html following_view(const FollowingPage& page);

/// One succession: what is agreed, and the list that waits for agreement.
struct SuccessionPage {
    Html form_token;
    terms::Words words{};
    Succession succession;
    OpenDuties open;
    partnership::Agreement agreement;
    std::string dropped_why;
    /// Its offices, seats and what else other areas know.
    std::vector<OwnerFact> known;
    bool may_change = false;
    Day today{};
    std::vector<Problem> problems{};
};
Html succession_view(const SuccessionPage& page);

} // namespace openmasa::agencies
