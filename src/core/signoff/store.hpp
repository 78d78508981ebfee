#pragma once
// Sign-offs in the database: rows are added, never changed. Each step is an audit entry and a
// version in the history.
#include "core/audit/newest.hpp"
#include "core/signoff/rules.hpp"
#include "store/db.hpp"

namespace openmasa::signoff {

inline constexpr std::string_view sign_off_kind = "sign_off";

std::optional<SignOff> find(store::Db& db, const SignOffId& id);
/// Every version of one record that was put for signature, the newest first; two statements.
std::vector<SignOff> of_record(store::Db& db, std::string_view kind, std::string_view record);
/// Those of that kind that wait for somebody, the oldest first; two statements.
std::vector<SignOff> open_ones(store::Db& db, std::string_view kind);
/// Every version of every record of that kind, by record and version; two statements.
std::vector<SignOff> all_of_kind(store::Db& db, std::string_view kind);
/// Those of any kind that wait for that office, now or later; a statement, and one for each.
std::vector<SignOff> open_ones_of(store::Db& db, const OwnerId& office);
/// The offices that are asked to sign something that still waits.
std::vector<OwnerId> offices_asked(store::Db& db);

// Inside atomically(), with the audit entry. Each gives the sign-off as it is then.
void add(store::Db& db, const Scope& scope, const SignOff& sign_off);
/// A conflict when the office has signed meanwhile.
Result<Done> add_signature(store::Db& db, const Scope& scope, SignOff& sign_off,
                           const Signature& signature);
/// A conflict when it has ended meanwhile.
Result<Done> add_end(store::Db& db, const Scope& scope, SignOff& sign_off, const End& end);

/// Holds every sign-off against the history, its hash against the bytes that were offered, and the
/// hash of every signature against it.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::signoff
