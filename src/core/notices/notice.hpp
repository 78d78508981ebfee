#pragma once
// What other features use: tell somebody something, in the transaction of the change.
//     notices::tell(db, scope, {.person = who, .kind = notices::Kind::action_given,
//                               .about_kind = "action", .about_id = id.view(), .path = "/actions/"
//                               + id.str()});
#include "core/access/scope.hpp"
#include "core/notices/kind.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::notices {

struct Notice {
    /// Who is told; for somebody without an account the e-mail instead.
    std::optional<PersonId> person{};
    std::string email{};
    Kind kind{};
    std::string_view about_kind, about_id;
    /// A page of ours: it starts with a slash.
    std::string path;
};

/// Inside db.atomically() only. Nobody is told what they did themselves, except about their
/// security; and nobody twice what still waits to be told.
void tell(store::Db& db, const Scope& scope, const Notice& notice);

/// Whether this person was told that of the record since then, in a mail or not yet.
bool was_told(store::Db& db, const PersonId& person, Kind kind, std::string_view about_id,
              Moment since);

/// Everybody who holds a role within that owner, or one of its seats, today.
std::vector<PersonId> those_acting_for(store::Db& db, const OwnerId& owner, Day today);

/// The same, to everybody who acts for that owner today.
void tell_those_acting_for(store::Db& db, const Scope& scope, const OwnerId& owner, Notice notice);

} // namespace openmasa::notices
