#include "plan/retention/verify.hpp"
#include "kernel/text.hpp"
#include "plan/retention/store.hpp"
#include <fmt/format.h>

namespace openmasa::retention {
namespace {

constexpr store::Query<std::int64_t(std::string_view, std::string_view, Moment)> count_entries{
    "retention.verify_entries", R"sql(
    SELECT count(*) FROM audit_entry
    WHERE verb = 'destruction.confirmed' AND kind = $1 AND record_id = $2 AND at = $3)sql"};

std::string fault_with(store::Db& db, const std::optional<Destruction>& act, std::int64_t gone) {
    if (!act) return "is none that this program gave";
    const auto entries = db.one(count_entries, act->kind, act->record, *act->decided_at);
    if (entries.value_or(0) != 1) return "has no audit entry";
    if (act->versions != gone) return fmt::format("says {}", counted(act->versions, "version"));
    return {};
}

} // namespace

void verify(store::Db& db, audit::Verdict& verdict) {
    for (const auto& [certificate, gone] : verdict.destroyed) {
        const auto act = find_certificate(db, certificate);
        const auto fault = fault_with(db, act, gone);
        if (fault.empty())
            verdict.notes.push_back(fmt::format("{}: destroyed on {} under certificate {}.",
                                                counted(gone, "version"),
                                                spoken(london_day(*act->decided_at)), certificate));
        else
            verdict.faults.push_back(fmt::format(
                "The words of {} are gone under certificate {}, which {}: somebody took them out "
                "behind the program.",
                counted(gone, "version"), certificate, fault));
    }
}

} // namespace openmasa::retention
