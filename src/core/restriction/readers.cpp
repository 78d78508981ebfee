#include "core/restriction/readers.hpp"
#include "core/restriction/store.hpp"
#include <utility>

namespace openmasa::restriction {
namespace {

/// Whoever holds a role within something, with the group that a seat is in.
struct Held {
    PersonId person;
    OwnerId owner;
    std::optional<OwnerId> group;
};
constexpr store::Query<Held(Day)> list_held_within{"restriction.held_within", R"sql(
    SELECT h.person_id, h.owner_id, w.group_id FROM role_holding h JOIN owner w ON w.id = h.owner_id
    WHERE h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1) ORDER BY h.person_id, h.owner_id, h.id)sql"};

} // namespace

Readers::Readers(store::Db& db, const Scope& scope) : db_(db), scope_(scope) {
    for (auto& one : open_restrictions(db)) names_[one.record.id] = std::move(one.names);
}

bool Readers::may_read(const PersonId& person, std::initializer_list<std::string_view> ids) {
    for (const auto id : ids) {
        const auto found = names_.find(id);
        if (found == names_.end()) continue;
        if (sight_of(found->second, reader(person), scope_.now) == Sight::hidden) return false;
    }
    return true;
}

const Reader& Readers::reader(const PersonId& person) {
    if (!std::exchange(has_readers_, true)) read_readers();
    return readers_.try_emplace(person, Reader{.person = person, .owners = {}, .glass_until = {}})
        .first->second;
}

void Readers::read_readers() {
    for (const auto& held : db_.all(list_held_within, scope_.today)) {
        auto& owners =
            readers_
                .try_emplace(held.person,
                             Reader{.person = held.person, .owners = {}, .glass_until = {}})
                .first->second.owners;
        owners.push_back(held.owner);
        if (held.group) owners.push_back(*held.group);
    }
}

} // namespace openmasa::restriction
