#pragma once
// What may be done with a version of the terms of reference, and exactly what of it is signed;
// nothing but values in and out.
#include "core/signoff/signoff.hpp"
#include "partnership/group.hpp"

namespace openmasa::groups {

using partnership::Group;
using partnership::Terms;

/// What the sign-offs of terms are of: a group, by its id; their version is that of the terms.
inline constexpr std::string_view terms_kind = "group_terms";

/// It can be changed, put for signature, or adopted as a group agreed it.
bool is_draft(const Terms& terms);
const Terms* draft_in(const Group& group);
/// Put for signature, and not yet signed by everybody.
const Terms* waiting_in(const Group& group);
const Terms* numbered(const Group& group, std::int64_t number);

/// The office that the terms name; where they name none, whoever chairs the group on that day.
std::vector<signoff::Asked> signers_of(const Group& group, const Terms& terms, Day on);
/// Why it cannot be put for signature; empty where it can.
std::string why_not_signed(const Group& group, const Terms& terms, Day today);

/// "Terms of reference of Audit Group"; its version is said beside it.
std::string title_of(const Group& group);
/// What is signed, and what is in it.
std::string bytes_of(const OwnerId& group, const Terms& terms);
struct SignedTerms {
    std::string words, file_name, file_digest;
};
SignedTerms terms_in(const std::string& bytes);

} // namespace openmasa::groups
