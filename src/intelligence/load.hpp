#pragma once
// A load: figures that came in together from one file. Each figure says which load it came with.
#include "core/access/scope.hpp"
#include "kernel/id.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct LoadKind;
using LoadId = Id<LoadKind>;
using LoadNumber = std::int64_t;

struct LoadCounts {
    std::int64_t added = 0, revised = 0, same = 0, refused = 0, new_indicators = 0, new_areas = 0;
};

struct Load {
    LoadNumber number = 0;
    LoadId id{};
    /// Which kind of file it is (loads/reading.hpp), its name, and the SHA-256 of its bytes.
    std::string format, file_name, digest;
    std::string who;
    Moment uploaded_at{};
    std::optional<Moment> saved_at{}, left_at{}, taken_back_at{};
    LoadCounts counts{};
};

struct NewLoad {
    LoadId id{};
    std::string format, file_name, digest;
    std::string_view document;
};

/// Those that were saved, the newest first, at most 200. Nothing for whoever may not read figures.
std::vector<Load> saved_loads(store::Db& db, const Scope& scope);
/// Saved, waiting or left; those that are not saved only for whoever may load.
std::optional<Load> find_load(store::Db& db, const Scope& scope, const LoadId& id);
/// The newest one that was saved from a file of those bytes and not taken back.
std::optional<Load> find_saved_load(store::Db& db, std::string_view digest);
/// The bytes of its file; only for whoever may load.
std::optional<std::string> document_of(store::Db& db, const Scope& scope, const LoadId& id);
/// Another number after each that was saved or taken back, so that a preview knows itself outdated.
std::int64_t count_saved_loads(store::Db& db);

// Inside atomically().
/// Keeps the file until somebody saves or leaves it. Gives its number.
LoadNumber add_load(store::Db& db, const Scope& scope, const NewLoad& load);
/// With the one audit entry of the load.
void mark_saved(store::Db& db, const Scope& scope, const Load& load, const LoadCounts& counts);
void mark_left(store::Db& db, const Scope& scope, const Load& load);
/// With the one audit entry of it.
void mark_taken_back(store::Db& db, const Scope& scope, const Load& load, int gone, int restored);

} // namespace openmasa::intelligence
