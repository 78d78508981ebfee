#pragma once
// The pages on which somebody gets a role, and on which it ends. Ready data only.
#include "core/access/owner.hpp"
#include "core/accounts/roles.hpp"
#include "core/terms/words.hpp"
#include "web/html.hpp"

namespace openmasa::accounts {

/// A role, as it is called, with what it is held within or on, in words: "Priority VA".
struct ShownRole {
    HeldRole held;
    std::string called, place;
};
/// "Scrutineer on Priority VA".
std::string in_words(const ShownRole& role);
/// "from 22 Jan 2026 to 30 Mar 2026".
std::string days_of(const HeldRole& held);

struct GivePage {
    Html form_token;
    terms::Words words{};
    PersonRow person;
    TypedRole typed;
    std::vector<Role> roles;
    std::vector<access::Owner> owners;
    std::vector<Problem> problems;
};
Html give_view(const GivePage& page);

struct EndPage {
    Html form_token;
    PersonRow person;
    ShownRole role;
    std::string last;
    std::vector<Problem> problems;
};
Html end_view(const EndPage& page);

} // namespace openmasa::accounts
