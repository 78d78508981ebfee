#pragma once
// What the program does by itself, day after day: it tidies at night, and reminds in the morning.
#include "core/jobs/work.hpp"
#include <vector>

namespace openmasa::jobs {

/// One thing to tidy, inside atomically(); gives in a few words what it did, or nothing.
struct Tidying {
    std::string_view name; // "Files that nothing uses"
    std::string (*tidy)(store::Db& db, const files::Storage& storage, const Scope& scope);
};

Kind housekeeping(std::vector<Tidying> tidyings);
/// Before seven, when the mails go out that come once a day.
Kind reminders(std::vector<Tidying> reminders);

/// Files that got no record within a day: whoever put them was stopped before the record was saved.
std::string remove_unused_files(store::Db& db, const files::Storage& storage, const Scope& scope);

} // namespace openmasa::jobs
