#pragma once
// What the page of a document shows of its signatures, and the forms to sign and to ask for
// changes. Ready data only; the feature whose document it is has the routes.
#include "core/signoff/rules.hpp"
#include "web/html.hpp"
#include "web/ui/field.hpp"
#include <map>

namespace openmasa::signoff {

/// Who holds the offices whose turn it is.
using HoldersNow = std::map<OwnerId, std::vector<Holder>>;

/// Office by office: who signed when, whose turn it is, who waits; the version and its hash; why it
/// was sent back or withdrawn.
Html signatures_view(const SignOff& sign_off, const HoldersNow& holders);
/// "Next: Lead safeguarding partner, police (Chief Constable)"; empty where nobody is next.
std::string next_in_words(const SignOff& sign_off, const HoldersNow& holders);

/// The form to sign as one office; `proof` asks who they are, where that has to be asked.
struct SignForm {
    const SignOff& sign_off;
    const Asked& asked;
    const Holder& holder;
    std::string address;
    Html form_token, proof;
    ui::Problems problems{};
};
Html sign_form(const SignForm& form);

/// The form to ask for changes as one office.
struct SendBackForm {
    const Asked& asked;
    std::string address;
    Html form_token;
    std::string why;
    ui::Problems problems{};
};
Html send_back_form(const SendBackForm& form);

} // namespace openmasa::signoff
