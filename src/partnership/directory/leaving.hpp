#pragma once
// Somebody leaves the partnership: what they hold ends on their last day, each with agreement, what
// they lead passes on, their roles and their sign-in end. Nothing is left behind.
#include "core/accounts/leaving.hpp"
#include "core/routing/duties.hpp"
#include "kernel/result.hpp"
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"
#include <map>
#include <set>

namespace openmasa::directory {

/// An office that they hold, or a place in a group.
struct HeldPost {
    /// Of the line that says so, in forms.
    std::string key;
    enum class What { office, place };
    What what = What::office;
    /// The office, or the group.
    OwnerId owner;
    /// The holder or the member: whose days end.
    std::string line;
    /// "Partnership chair", "Neglect Group, for Norfolk Constabulary, deputy".
    std::string words;
    Day from{};
    std::string href;
};
/// What does not end by itself on or before `last`; two statements.
std::vector<HeldPost> posts_held(store::Db& db, const PersonId& person, Day last);

/// Everything that ends.
struct Leaver {
    Listed person;
    std::vector<HeldPost> posts;
    OpenDuties duties;
    /// An account that is still open, what it acts for, and its roles in words.
    std::optional<accounts::PersonRow> account{};
    std::vector<accounts::Duty> acts_for{};
    std::string roles{};
};
/// Nobody for whoever may not end all of it: who keeps offices and gives accounts may.
std::optional<Leaver> find_leaver(store::Db& db, const Scope& scope,
                                  const std::vector<Module>& features, const PersonId& id);

struct SayLeft {
    PersonId person;
    /// Their last day, as typed.
    std::string last;
    /// The keys of what was agreed to end: of posts, and of duties.
    std::set<std::string> agreed;
    /// By the key of an office: who takes it on the day after; may be empty.
    std::map<std::string, std::string> next;
    /// Who leads what they led; nobody where it is empty.
    std::string leads;
    std::vector<accounts::HandOver> handed_over;
};
/// Refused with every problem by its field: "last", a key, "next-KEY", "leads", "to-OWNER"; without
/// one where the last administrator would go. Inside submit() or atomically().
Result<Done> say_left(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                      const SayLeft& command);

} // namespace openmasa::directory
