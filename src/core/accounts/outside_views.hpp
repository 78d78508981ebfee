#pragma once
// Pages about who somebody is elsewhere. Ready data only.
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/people.hpp"
#include "core/terms/words.hpp"
#include "web/html.hpp"

namespace openmasa::accounts {

/// The page with the one button that signs in.
struct OutsidePage {
    Html form_token;
    OutsideIdentity identity;
    std::string known_as, to;
};
Html outside_view(const OutsidePage& page);
/// For an identity that opens nothing, or that the proxy did not tell.
Html outside_unknown_view(const OutsideIdentity& identity, const terms::Words& words);

struct IdentitiesSection {
    Html form_token;
    std::vector<JoinedIdentity> identities;
    /// Where they are joined and ended: "/people/01k.../identities".
    std::string address;
    bool may_end = false, may_join = false;
};
/// On a person's page.
Html identities_section(const IdentitiesSection& section);
/// A page of one's own.
Html own_identities_view(const IdentitiesSection& section, const terms::Words& words);

struct JoinPage {
    Html form_token;
    PersonRow person;
    OutsideIdentity typed;
    std::vector<Problem> problems;
};
Html join_view(const JoinPage& page);

} // namespace openmasa::accounts
