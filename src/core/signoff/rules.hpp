#pragma once
// Who may sign now, and what is refused in which words. Pure.
#include "core/signoff/signoff.hpp"
#include "kernel/result.hpp"
#include <span>

namespace openmasa::signoff {

inline constexpr std::size_t longest_words = 2000;

enum class State { open, signed_by_all, sent_back, withdrawn };
State state_of(const SignOff& sign_off);
/// Those of them that had been offered before `end`, each as it stood then.
std::vector<SignOff> as_they_stood(std::vector<SignOff> all, Moment end);
/// One for its beginning, one more for each signature and for its end.
std::int64_t version_of(const SignOff& sign_off);

const Asked* asked_of(const SignOff& sign_off, const OwnerId& office);
const Signature* signature_of(const SignOff& sign_off, const OwnerId& office);
/// The offices that may sign now; none once it is signed by all, sent back or withdrawn.
std::vector<const Asked*> whose_turn(const SignOff& sign_off);

/// Since when it is the turn of those who may sign now.
Moment turn_began(const SignOff& sign_off);

/// Everything that is wrong with what is offered; fields "offices" and "document".
std::vector<Problem> problems_with(const Document& document, std::span<const Asked> asked);

/// What somebody does who signs.
struct Signing {
    OwnerId office;
    /// Of what they read: the page that they signed on says it.
    std::string digest;
    /// They confirmed the sentence.
    bool confirmed = false;
};
/// Everything that stands against it; empty where it can be signed. `content` is the document as it
/// stands now. Fields "confirmed" and none.
std::vector<Problem> problems_with(const SignOff& sign_off, const Signing& signing,
                                   std::string_view content);

/// Which of those who hold the office on the day this person is: as its holder, before acting.
const Holder* as_holder(std::span<const Holder> holders, const PersonId& person);

/// "I sign version 3 of “MASA plan” as Lead safeguarding partner, police".
std::string sentence(const SignOff& sign_off, const Asked& asked, const Holder& holder);

} // namespace openmasa::signoff
