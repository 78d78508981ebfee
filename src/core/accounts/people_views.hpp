#pragma once
// Pages about people and their accounts. Ready data only.
#include "core/accounts/leaving.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/people.hpp"
#include "core/accounts/role_views.hpp"
#include "core/terms/words.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::accounts {

struct PersonPage {
    Html form_token;
    terms::Words words{};
    PersonRow person;
    std::vector<ShownRole> roles;
    std::vector<SessionRow> sessions;
    std::vector<JoinedIdentity> identities;
    /// Whether this reader may change the account.
    bool may_keep = false;
    bool is_own = false;
    /// Where it is said that they leave: for whoever keeps offices and seats, with all they hold.
    std::string leaving;
};
Html person_view(const PersonPage& page);

/// A new person, with a role.
struct RolePage {
    Html form_token;
    terms::Words words{};
    std::string known_as, email, role, owner, new_owner;
    std::vector<Role> roles;
    std::vector<std::string> owners;
    std::vector<Problem> problems;
};
Html role_view(const RolePage& page);

struct InvitedPage {
    std::string known_as, address, account;
};
/// The only page that ever shows the one-time link.
Html invited_view(const InvitedPage& page);

struct LeavePage {
    Html form_token;
    PersonRow person;
    std::string roles;
    std::vector<Duty> duties;
    /// Who may take over.
    std::vector<PersonRow> others;
    Leave chosen;
    std::vector<Problem> problems;
};
Html leave_view(const LeavePage& page);

} // namespace openmasa::accounts
