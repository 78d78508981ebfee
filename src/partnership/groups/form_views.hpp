#pragma once
// The forms about a group: its quorum, guests, terms of reference and end. Ready data only.
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "web/html.hpp"

namespace openmasa::groups {

/// What each of them shows beside its own.
struct FormPage {
    Html form_token;
    Group group;
    Day today{};
    std::vector<Problem> problems{};
};

Html quorum_form(const FormPage& page, const SetQuorum& typed);
Html invite_form(const FormPage& page, const Invite& typed);
Html guest_form(const FormPage& page, const partnership::Member& guest, const PutGuestRight& typed);
Html terms_form(const FormPage& page, const WriteTerms& typed);
Html adopt_form(const FormPage& page, const partnership::Terms& terms, const AdoptTerms& typed);
Html end_form(const FormPage& page, const std::vector<Hindrance>& hindrances,
              const EndGroup& typed);

} // namespace openmasa::groups
