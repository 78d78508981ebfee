#pragma once
// Successions and what was agreed in them, in the database. A succession with its list is one
// record: it has one version, and the history says what was agreed and when. The words of a duty
// stand in the list alone, where a restriction hides them; the history names it by its id.
#include "core/audit/newest.hpp"
#include "partnership/agencies/succession.hpp"
#include "store/db.hpp"

namespace openmasa::agencies {

/// What the history calls one.
inline constexpr std::string_view succession_kind = "succession";

/// Those that an agency comes from and goes on in, the dropped ones too, without their lists; by
/// their days. One statement; nothing for whoever may not read agencies.
std::vector<Succession> successions_of(store::Db& db, const Scope& scope, const OwnerId& agency);
/// With its list; two statements.
std::optional<Succession> find_succession(store::Db& db, const Scope& scope,
                                          const SuccessionId& id);
/// With all of its list, what is restricted too: for those who save it anew.
std::optional<Succession> whole_succession(store::Db& db, const SuccessionId& id);
/// Who is followed by whom, of all that stand.
std::vector<Followed> all_followed(store::Db& db);
/// Those with something that waits for a day that has come by `today`.
std::vector<SuccessionId> due_successions(store::Db& db, Day today);

// Inside atomically(); each leaves an audit entry and a version in the history.
void add_succession(store::Db& db, const Scope& scope, const Succession& succession);
/// Over the version in it, list and all; a conflict when somebody was first.
Result<Done> save_succession(store::Db& db, const Scope& scope, const Succession& succession,
                             std::string_view verb);

/// Holds every succession against the newest version in the history.
void verify_successions(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::agencies
