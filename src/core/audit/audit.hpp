#pragma once
// Who did what to which thing, when, from where and with what right, written in the transaction of
// the change, with what the thing was afterwards. There is never one without the other.
#include "core/access/scope.hpp"
#include "core/audit/chain.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openmasa::audit {

/// What a record holds after a change: names and values in a fixed order.
using Content = std::vector<std::pair<std::string, std::string>>;

struct Entry {
    std::string_view verb; // "action.updated"
    std::string_view kind; // "action"
    std::string_view id;
    std::int64_t version = 0; // 0 for an act that changes no record ("session.started")
    Content content;
};

/// Inside db.atomically() only.
void record(store::Db& db, const Scope& scope, const Entry& entry);

/// The number for a record's next version, where its own table keeps none.
std::int64_t next_version(store::Db& db, std::string_view kind, std::string_view id);

/// One line of a record's history: what it was after `version`.
struct Version {
    std::int64_t version;
    Moment at;
    std::string who;
    Content content;
};
/// Newest first, at most `most`.
std::vector<Version> versions(store::Db& db, std::string_view kind, std::string_view id, int most);

/// When the newest entry was made; nothing when there is none.
std::optional<Moment> newest_entry(store::Db& db);

/// What `openmasa verify` says.
struct Verdict {
    std::int64_t entries = 0;
    std::int64_t versions = 0;
    /// Signed checkpoints that the chain was held against.
    std::int64_t checkpoints = 0;
    /// Rows that were held against their newest version (core/audit/newest.hpp).
    std::int64_t records = 0;
    /// Progress and evidence that was held against the audit entries.
    std::int64_t contributions = 0;
    /// One sentence a fault, with its place; empty when all is as it was written.
    std::vector<std::string> faults;
    /// Which audit entries are at fault; each has its sentence above, too.
    std::vector<ChainFault> placed;
};
/// Recomputes every seal and every commitment, and compares who made each version and when. What
/// stands in an area's tables is the area's own to verify: access::verify(), plan::verify().
/// `marks` is what kept checkpoints say.
Verdict verify(store::Db& db, std::vector<ChainMark> marks = {});

} // namespace openmasa::audit
