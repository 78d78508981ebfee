#pragma once
// Mailing lists in the database; each with its history.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/directory/mailing_list.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

inline constexpr std::string_view mailing_list_kind = "mailing_list";

/// By name, without those that were withdrawn; three statements. Nothing for whoever may not read
/// agencies.
std::vector<MailingList> list_mailing_lists(store::Db& db, const Scope& scope);
/// Also one that was withdrawn.
std::optional<MailingList> find_mailing_list(store::Db& db, const Scope& scope,
                                             const MailingListId& id);
/// A new one. Inside atomically(), with the audit entry.
void add_mailing_list(store::Db& db, const Scope& scope, const MailingList& list);
/// Over the version that was read. Inside atomically(), with the audit entry.
Result<Done> save_mailing_list(store::Db& db, const Scope& scope, const MailingList& list,
                               std::string_view verb);
/// Holds every list against the newest version in the history.
void verify_mailing_lists(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::directory
