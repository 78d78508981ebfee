#pragma once
// The kinds of things that people are told, with the only words that a mail about them has.
#include "core/terms/words.hpp"
#include <array>
#include <string>
#include <string_view>

namespace openmasa::notices {

enum class Kind {
    password_link,        // a link to choose a password (its path is a secret)
    new_sign_in,          // somebody signed in to this account
    security_changed,     // password, codes or sessions of this account were changed
    emergency_access,     // a restricted record was opened in an emergency (break-glass)
    link_given,           // a link of one's own to answer with (its path is a secret)
    action_given,         // an action has a new owner, for whom this person acts, or they lead it
    action_due,           // an action of theirs is soon due, or late
    update_asked,         // somebody asks how actions of theirs stand
    action_blocked,       // an action of a priority that they chair is blocked
    mentioned,            // somebody mentioned this person, or an office of theirs
    commented,            // a comment on something of theirs
    answered,             // somebody answered with a link
    review_due,           // something must be looked at again by a day
    signature_asked,      // an office that this person holds is to sign a document
    recommendation_moved, // a recommendation that they lead, answer or keep moved on
    response_asked,       // they are asked what they did about a recommendation
    return_due,           // figures that their agency returns are due soon, or late
    work_done,            // work that they asked for is ready, or could not be done
};
inline constexpr std::array all_kinds = {
    Kind::password_link,    Kind::new_sign_in,     Kind::security_changed,
    Kind::emergency_access, Kind::link_given,      Kind::action_given,
    Kind::action_due,       Kind::update_asked,    Kind::action_blocked,
    Kind::mentioned,        Kind::commented,       Kind::answered,
    Kind::review_due,       Kind::signature_asked, Kind::recommendation_moved,
    Kind::response_asked,   Kind::return_due,      Kind::work_done};

/// How a kind reaches people. `alone`: at once, in a mail of its own, whatever they chose.
/// `needed`: together with others, at the latest once a day. `ordinary`: as they chose.
enum class Weight { alone, needed, ordinary };

std::string_view to_text(Kind kind);
bool from_text(std::string_view text, Kind& kind);
Weight weight_of(Kind kind);
/// The path opens something by itself: it is shown to nobody but in the mail, and then forgotten.
bool has_secret_path(Kind kind);
/// "1 action was given to you", "2 actions were given to you".
std::string spoken(Kind kind, int how_many);
/// "An action was given to you", for a list.
std::string_view spoken(Kind kind);
/// What a mail of its own says beneath its first line; empty for kinds that come together.
std::string advice(Kind kind, const terms::Words& local = {});

} // namespace openmasa::notices
