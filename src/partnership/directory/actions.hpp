#pragma once
// Use case: somebody keeps their own entry. Inside submit() or atomically().
#include "kernel/result.hpp"
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

inline constexpr std::size_t longest_asked_about = 500, longest_telephone = 60;

/// As typed; both versions that were read: of the entry, and of the details that hold the number.
struct KeepEntry {
    std::string telephone, prefers, asked_about;
    bool telephone_hidden = false;
    std::int64_t version = 0, details_version = 0;
};
/// Of whoever asks and may read the directory; nobody keeps another's here. Refused with the fields
/// "telephone", "prefers" and "asked_about".
Result<Done> keep_entry(store::Db& db, const Scope& scope, const KeepEntry& command);

} // namespace openmasa::directory
