#pragma once
// Use cases: a version of the terms of reference is put for signature, signed, sent back, taken
// back (core/signoff). With the last signature it is adopted, and never changes after that. Inside
// submit() or atomically().
#include "core/audit/newest.hpp"
#include "core/signoff/actions.hpp"
#include "partnership/groups/terms_rules.hpp"

namespace openmasa::groups {

/// Whoever holds that office or fills that seat on that day; for signoff::Holders.
std::vector<signoff::Holder> signing_for(store::Db& db, const OwnerId& owner, Day on);
/// The offices that this person holds on that day, and the seats that they fill.
std::vector<OwnerId> signs_as(store::Db& db, const PersonId& person, Day on);
/// How that version was put for signature; nothing where it never was. Two statements.
std::optional<signoff::SignOff> sign_off_of(store::Db& db, const Group& group, const Terms& terms);

/// The draft as it was read, to the office that it names or to whoever chairs the group.
struct OfferTerms {
    OwnerId group;
    partnership::TermsId terms;
    std::int64_t version = 0;
};
Result<Done> offer_terms(store::Db& db, const Scope& scope, const OfferTerms& command);

/// As an office or a seat of this person. The last signature adopts them, and starts the clock by
/// which they are looked at again.
struct SignTerms {
    OwnerId group;
    partnership::TermsId terms;
    signoff::Signing signing;
};
Result<Done> sign_terms(store::Db& db, const Scope& scope, const SignTerms& command);

/// Whoever is asked wants changes: the version stays as it was read, the next one is a draft with
/// its words.
struct SendTermsBack {
    OwnerId group;
    partnership::TermsId terms;
    OwnerId office;
    std::string why;
};
Result<Done> send_terms_back(store::Db& db, const Scope& scope, const SendTermsBack& command);

/// The same by whoever keeps the group, before everybody has signed.
struct TakeTermsBack {
    OwnerId group;
    partnership::TermsId terms;
    std::int64_t version = 0;
    std::string why;
};
Result<Done> take_terms_back(store::Db& db, const Scope& scope, const TakeTermsBack& command);

/// Holds every version that was signed against what was signed.
void verify_signed_terms(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::groups
