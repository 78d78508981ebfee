#pragma once
// What every record was after each change, in two dates: from which day it was true, and when it
// was recorded. The audit log holds a salted commitment to each version (core/audit), never words.
#include "core/access/scope.hpp"
#include "core/history/as_at.hpp"
#include "core/history/content.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::history {

struct NewVersion {
    std::string_view kind; // "action"
    std::string_view id;
    std::int64_t version = 1;
    /// The day from which this was so; never after the day it is recorded.
    Day true_from{};
    const Content& content;
};
/// Keeps the version and gives the commitment to it. Inside atomically(), from audit::record()
/// only.
std::string keep(store::Db& db, const Scope& scope, const NewVersion& version);
/// What the audit log holds of a version: SHA-256 over the salt, a line break, and the content.
std::string commitment_to(std::string_view salt, std::string_view content);

/// The number for a record's next version, where its own table keeps none.
std::int64_t next_version(store::Db& db, std::string_view kind, std::string_view id);

/// One line of a record's history: what it was after `version`.
struct Version {
    std::int64_t version = 0;
    Moment at{};
    Day true_from{};
    std::string who;
    /// Empty when it was destroyed.
    Content content;
    /// The certificate under which it was; empty when it is here.
    std::string destroyed_under{};
};
/// Newest first, at most `most`.
std::vector<Version> versions(store::Db& db, std::string_view kind, std::string_view id, int most);
std::optional<Version> find_version(store::Db& db, std::string_view kind, std::string_view id,
                                    std::int64_t version);

/// Shows the versions that were true and known then, and no later ones.
void look_back(store::Lens& lens, const AsAt& as_at);

/// In the stored content this key holds the day from which it was so: the commitment covers it.
inline constexpr std::string_view true_from_key = "true_from";
/// Stored content as the record was, without that day. Throws store::Fault when it cannot be read.
Content content_without_day(const std::string& json);

} // namespace openmasa::history
