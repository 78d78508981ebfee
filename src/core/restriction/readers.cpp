#include "core/restriction/readers.hpp"
#include "core/access/store.hpp"
#include "core/restriction/store.hpp"

namespace openmasa::restriction {

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
    const auto [found, is_new] =
        readers_.try_emplace(person, Reader{.person = person, .owners = {}, .glass_until = {}});
    if (!is_new) return found->second;
    for (const auto& held : access::holdings_of(db_, person, scope_.today))
        for (const auto& owner : {held.owner, held.group})
            if (owner) found->second.owners.push_back(*owner);
    return found->second;
}

} // namespace openmasa::restriction
