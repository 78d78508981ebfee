#include "core/comments/mentions.hpp"
#include "core/access/store.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::comments {
namespace {

/// Nobody is called by more in one comment.
constexpr std::size_t most_mentioned = 10;

bool continues(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char c = text[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The longest of the names that `text` begins with; their number when there is none.
std::size_t name_at_start(std::string_view text, std::span<const std::string> names) {
    std::size_t longest = 0, found = names.size();
    for (std::size_t at = 0; at < names.size(); ++at) {
        const auto& name = names[at];
        const bool is_here = name.size() > longest && starts_with_ignoring_case(text, name) &&
                             !continues(text, name.size());
        if (!is_here) continue;
        longest = name.size();
        found = at;
    }
    return found;
}

/// Who can be mentioned: people first, then agencies, groups and offices.
struct Callable {
    std::vector<restriction::Candidate> people;
    std::vector<access::Owner> owners;
    std::vector<std::string> names;
};
Callable callable(store::Db& db) {
    Callable all{restriction::list_candidates(db), access::list_owners(db), {}};
    for (const auto& person : all.people) all.names.push_back(person.known_as);
    for (const auto& owner : all.owners) all.names.push_back(owner.name);
    return all;
}

bool is_named(const restriction::Restriction& restriction, const PersonId& person) {
    const auto& names = restriction.names;
    const bool denied = std::ranges::any_of(
        names, [&](const auto& name) { return name.denied && name.person == person; });
    return !denied && std::ranges::any_of(names, [&](const auto& name) {
        return !name.denied && name.person == person;
    });
}

} // namespace

std::vector<std::size_t> mentioned_in(std::string_view words, std::span<const std::string> names) {
    std::vector<std::size_t> found;
    for (auto at = words.find('@'); at != words.npos; at = words.find('@', at + 1)) {
        const auto which = name_at_start(words.substr(at + 1), names);
        if (which < names.size() && std::ranges::count(found, which) == 0 &&
            found.size() < most_mentioned)
            found.push_back(which);
    }
    return found;
}

namespace {

void tell_mentioned(store::Db& db, const Scope& scope, const Comment& comment,
                    const std::optional<restriction::Restriction>& restricted,
                    notices::Notice notice) {
    const auto all = callable(db);
    notice.kind = notices::Kind::mentioned;
    for (const auto which : mentioned_in(comment.words, all.names)) {
        const bool is_person = which < all.people.size();
        if (is_person && (!restricted || is_named(*restricted, all.people[which].id))) {
            notice.person = all.people[which].id;
            notices::tell(db, scope, notice);
        }
        if (!is_person && !restricted)
            notices::tell_those_acting_for(db, scope, all.owners[which - all.people.size()].id,
                                           notice);
    }
}

} // namespace

void tell(store::Db& db, const Scope& scope, const Comment& comment, const Place& place) {
    const auto restricted = restriction::find_open(db, {comment.kind, comment.record});
    const notices::Notice notice{.kind = notices::Kind::commented,
                                 .about_kind = comment.kind,
                                 .about_id = comment.record,
                                 .path = place.page};
    if (place.owner && !restricted) notices::tell_those_acting_for(db, scope, *place.owner, notice);
    if (comment.words.find('@') != std::string::npos)
        tell_mentioned(db, scope, comment, restricted, notice);
}

} // namespace openmasa::comments
