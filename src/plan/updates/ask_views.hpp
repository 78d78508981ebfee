#pragma once
// The pages to choose whom to ask, and to look at it before it is sent. Ready data only.
#include "plan/updates/asking.hpp"
#include "web/html.hpp"

namespace openmasa::updates {

struct ChoosePage {
    terms::Words words{};
    plan::Plan plan;
    std::vector<Candidate> candidates;
    Choice typed;
    std::vector<Problem> problems;
};
Html choose_view(const ChoosePage& page);

struct CheckPage {
    Html form_token;
    terms::Words words{};
    plan::Plan plan;
    Choice choice;
    std::vector<Party> parties;
    std::string typed_words;
    /// By the owner's id.
    std::map<std::string, std::string> emails;
    std::vector<Problem> problems;
};
Html check_view(const CheckPage& page);

/// The choice as it stands in an address: "?owner=...&which=open".
std::string query_of(const Choice& choice);

} // namespace openmasa::updates
