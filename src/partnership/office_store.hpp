#pragma once
// Offices and their holders in the database. An office with all its holders is one record: it has
// one version, and its history says who came and went.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/office.hpp"
#include "store/db.hpp"

namespace openmasa::partnership {

/// By name, each with its holders; one statement. Nothing for whoever may not read them.
std::vector<Office> list_offices(store::Db& db, const Scope& scope);
/// Those of one agency, alike.
std::vector<Office> list_offices_of(store::Db& db, const Scope& scope, const OwnerId& agency);
std::optional<Office> find_office(store::Db& db, const Scope& scope, const OwnerId& id);
/// For whoever has asked already.
std::optional<Office> read_office(store::Db& db, const OwnerId& id);
bool is_office(store::Db& db, const OwnerId& id);
/// What the history calls them; its versions hold these fields.
inline constexpr std::string_view office_kind = "office";
history::Fields office_fields();
/// When it was there and the holders that a version names; their ids are not read again.
Office office_in(const history::Content& content);

/// The owner of that id becomes this office. Inside atomically(), with the audit entry.
void add_office(store::Db& db, const Scope& scope, const Office& office);
/// Over the version that was read, holders and all. Inside atomically(), with the audit entry.
Result<Done> save_office(store::Db& db, const Scope& scope, const Office& office,
                         std::string_view verb);

/// Holds every office against the newest version in the history.
void verify_offices(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::partnership
