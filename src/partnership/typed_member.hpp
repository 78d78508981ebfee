#pragma once
// Somebody in a seat or beside it, as a form names them and their days.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::partnership {

struct TypedMember {
    Part part;
    std::string who, from, to, note;
};
/// Somebody new, by the name that the page People has. Refused with the fields "who", "from" and
/// "to", everything at once.
Result<Member> read_member(store::Db& db, const Scope& scope, const TypedMember& typed);

/// Days and a note, put right where all can be read; refused with the fields "from" and "to".
struct TypedStay {
    std::string from, to, note;
};
Result<Done> put_stay_right(Member& member, const TypedStay& typed);

} // namespace openmasa::partnership
