#include "partnership/typed_member.hpp"
#include "core/accounts/people_called.hpp"
#include "kernel/text.hpp"
#include "partnership/typed_days.hpp"

namespace openmasa::partnership {

Result<Member> read_member(store::Db& db, const Scope& scope, const TypedMember& typed) {
    TypedDays days;
    Member member{.id = scope.new_id<MemberId>(),
                  .person = {},
                  .known_as = one_line(typed.who),
                  .part = typed.part,
                  .to = days.read("to", typed.to),
                  .note = std::string(trimmed(typed.note))};
    const auto from = days.read("from", typed.from, true);
    const auto person = accounts::person_called(db, member.known_as, scope.today, "who");
    if (!person) days.problems.push_back(person.refusal().problems.front());
    if (!days.problems.empty()) return invalid(std::move(days.problems));
    member.from = *from;
    member.person = *person;
    return member;
}

Result<Done> put_stay_right(Member& member, const TypedStay& typed) {
    TypedDays days;
    const auto from = days.read("from", typed.from, true);
    const auto to = days.read("to", typed.to);
    if (!days.problems.empty()) return invalid(std::move(days.problems));
    member.from = *from;
    member.to = to;
    member.note = trimmed(typed.note);
    return Done{};
}

} // namespace openmasa::partnership
