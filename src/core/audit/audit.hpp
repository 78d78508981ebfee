#pragma once
// Who did what to which thing, when, from where and with what right, written in the transaction of
// the change, with what the thing was afterwards (core/history). There is never one without the
// other.
#include "core/access/scope.hpp"
#include "core/audit/chain.hpp"
#include "core/history/history.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::audit {

using history::Content;
using history::next_version;
using history::Version;
using history::versions;

struct Entry {
    std::string_view verb; // "action.updated"
    std::string_view kind; // "action"
    std::string_view id;
    std::int64_t version = 0; // 0 for an act that changes no record ("session.started")
    Content content;
    /// The day from which this was so; without one, today.
    std::optional<Day> true_from{};
};

/// Inside db.atomically() only.
void record(store::Db& db, const Scope& scope, const Entry& entry);

/// When the newest entry was made; nothing when there is none.
std::optional<Moment> newest_entry(store::Db& db);
/// Its number; 0 when there is none. Another one after every change of any record: a stamp for
/// Db::remembered_as_seen(). Read once for the moment that is being read.
std::int64_t newest_number(store::Db& db);

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
    /// How many versions were destroyed under each certificate: no fault.
    std::map<std::string, std::int64_t> destroyed;
    /// What is no fault and is told all the same.
    std::vector<std::string> notes;
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
