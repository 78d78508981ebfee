#pragma once
// The page of a record's restriction, and what stands on the record's own page.
// Ready data only.
#include "core/access/owner.hpp"
#include "core/restriction/kinds.hpp"
#include "core/restriction/restriction.hpp"
#include "core/restriction/store.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"

namespace openmasa::restriction {

struct RestrictPage {
    Html form_token;
    terms::Words words{};
    const Kind* kind = nullptr;
    Described record;
    std::optional<Restriction> standing;
    std::vector<Candidate> people;
    std::vector<access::Owner> owners;
    /// As typed; of what stands when nothing was typed yet.
    std::string reason, review_in_days;
    std::vector<std::string> readers, denied;
    std::string why;
    std::vector<Problem> problems;
};
Html restrict_view(const RestrictPage& page);

/// A restriction with the record that it is on.
struct Listed {
    Restriction restriction;
    Described record;
    std::string called;
};
/// Soonest review first.
Html list_view(const std::vector<Listed>& all, Day today);

/// "p:ID" of a person, "o:ID" of an agency, group or office: a name in a form.
std::string field_value(const Name& name);
std::optional<Name> name_from(std::string_view value, bool denied);

/// On top of the record's own page: that it is restricted, and where to see who may read it;
/// nothing for a record that is open.
Html notice(const Scope& scope, std::string_view kind, std::string_view id);
/// Where an open record can be restricted, for those who may; empty for others, and for a record
/// that is restricted.
std::string path_to_restrict(const Scope& scope, std::string_view kind, std::string_view id);
/// A tag for a row; nothing when the record is open.
Html tag(const Scope& scope, std::string_view kind, std::string_view id);

} // namespace openmasa::restriction
