#pragma once
// The terms of reference of a group: on its page, each version, how one is put for signature,
// signed and taken back. Ready data only.
#include "core/signoff/views.hpp"
#include "partnership/groups/terms_rules.hpp"

namespace openmasa::groups {

/// "/groups/ID/terms/TERMS/below"
std::string terms_address(const Group& group, const Terms& terms, std::string_view below = {});

/// Every version, the newest first, on the page of the group.
Html terms_section(const Group& group, bool may_change);

/// One version, and its signatures where it was put for signature.
struct TermsPage {
    const Group& group;
    const Terms& terms;
    Day today{};
    bool may_change = false;
    /// It is this person's turn.
    bool may_sign = false;
    std::optional<signoff::SignOff> sign_off{};
    signoff::HoldersNow holders{};
};
Html terms_view(const TermsPage& page);

struct OfferPage {
    Html form_token;
    const Group& group;
    const Terms& terms;
    std::vector<signoff::Asked> signers{};
    signoff::HoldersNow holders{};
    /// Why it cannot be put for signature; empty where it can.
    std::string why_not;
    std::vector<Problem> problems{};
};
Html offer_view(const OfferPage& page);

/// An office or a seat of this person whose turn it is, and as what they hold it.
struct Turn {
    signoff::Asked asked;
    signoff::Holder holder;
};
struct SignPage {
    Html form_token;
    const Group& group;
    const Terms& terms;
    signoff::SignOff sign_off;
    signoff::HoldersNow holders{};
    std::vector<Turn> turns{};
    /// Asks who they are; empty where they have just shown it.
    Html proof;
    std::string why;
    std::vector<Problem> problems{};
};
Html sign_view(const SignPage& page);

struct TakeBackPage {
    Html form_token;
    const Group& group;
    const Terms& terms;
    std::string why;
    std::vector<Problem> problems{};
};
Html take_back_view(const TakeBackPage& page);

} // namespace openmasa::groups
