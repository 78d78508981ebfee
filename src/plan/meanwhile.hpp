#pragma once
// What somebody else saved of a plan's record while a person was writing: read, and shown above the
// form with what was typed still below.
#include "core/history/description.hpp"
#include "core/terms/words.hpp"
#include "store/db.hpp"
#include "web/html.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::plan {

struct Meanwhile {
    std::string who;
    Moment at{};
    std::vector<history::Difference> changes;
    /// Words that came with it, where the record has such.
    std::string words{};
};
/// Nothing when the version that was read is the newest, or is not known. `kind` as the history
/// names it: "section".
std::optional<Meanwhile> saved_meanwhile(store::Db& db, std::string_view kind, std::string_view id,
                                         std::int64_t read);
/// In a form about many records, at the place of each: who, when, and what changed in one line
/// each.
Html meanwhile_lines(const terms::Words& words, const Meanwhile& other);
Html meanwhile_view(const terms::Words& words, const std::optional<Meanwhile>& other);

} // namespace openmasa::plan
