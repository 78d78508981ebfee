#pragma once
// What a highlight report is made of, read for one person, and the covering words kept with it.
#include "core/settings/settings.hpp"
#include "plan/documents/report.hpp"
#include "store/db.hpp"

namespace openmasa::plan_documents {

struct ReportKind;
using ReportId = Id<ReportKind>;

/// Nothing for a priority that is not there, that this person may not see, or that is withdrawn.
/// Twelve statements, however much was recorded.
std::optional<ReportFacts> read_report(store::Db& db, const Scope& scope, const Settings& settings,
                                       const plan::SectionId& section, Day since);

/// What chairs said above the report, the newest first; at most `most`.
std::vector<CoveringWords> covering_words(store::Db& db, const plan::SectionId& section, int most);

struct WriteCover {
    plan::SectionId section;
    /// The version that the person read; 0 when there was none.
    std::int64_t version = 0;
    std::string words, asks;
};
/// Inside atomically(). Keeps one more version, with its audit entry; what was said before stays in
/// the history. Words may be empty: then nothing stands above the report. Refuses who may not say
/// how the owner's actions are doing (not found), what is too long, and, as a conflict, what was
/// written over a version that is no longer the newest.
Result<Done> write_cover(store::Db& db, const Scope& scope, const WriteCover& command);
/// Whoever says how the actions of its owner are doing: the business unit, and the owner's chair.
bool may_write_cover(const Scope& scope, const plan::Section& section);

} // namespace openmasa::plan_documents
