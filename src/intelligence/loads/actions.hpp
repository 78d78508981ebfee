#pragma once
// Use cases of loading: a file is uploaded and looked at, then saved or left. Inside submit() or
// atomically().
#include "intelligence/loads/preview.hpp"

namespace openmasa::intelligence {

/// Keeps the file until somebody saves or leaves it. Refuses what look() refuses.
Result<LoadId> upload(store::Db& db, const Scope& scope, std::string_view file_name,
                      std::string_view bytes);

struct ConfirmLoad {
    LoadId load;
    /// Preview::state as the person saw it.
    std::int64_t state = 0;
    Revisions revisions = Revisions::refuse;
};
Result<LoadCounts> confirm(store::Db& db, const Scope& scope, const ConfirmLoad& command);
Result<Done> leave(store::Db& db, const Scope& scope, const LoadId& load);

/// A load that was a mistake: its figures go, those that they took the place of stand again, and
/// its file stays. A figure that a later file has, too, came with this one: it goes, and comes back
/// when that file is loaded again. A conflict when a later load revised figures of it, or when it
/// brought none.
Result<TakenBack> take_back(store::Db& db, const Scope& scope, const LoadId& load);

/// Uploads and saves in one, what was looked at before; for the command line.
Result<LoadCounts> load_now(store::Db& db, const Scope& scope, std::string_view file_name,
                            std::string_view bytes, const Preview& seen, Revisions revisions);

/// The partnership's own area, by its code.
Result<Done> choose_our_area(store::Db& db, const Scope& scope, std::string_view code);

} // namespace openmasa::intelligence
