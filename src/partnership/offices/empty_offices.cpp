#include "partnership/offices/empty_offices.hpp"
#include "kernel/text.hpp"
#include "partnership/must_know.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"
#include "partnership/standing.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::offices {
namespace {

using partnership::Office;

/// "Nobody since 1 Nov 2026. Working Together 2023, chapter 2 asks for a holder."
std::string why(const Office& office, Day today) {
    const auto gaps = partnership::empty_stretches(office, today);
    const bool has_begin = !gaps.empty() && gaps.back().first < today;
    return fmt::format("{}{} asks for a holder.",
                       has_begin ? fmt::format("Since {}. ", spoken(gaps.back().first)) : "",
                       partnership::statutory(office.kind, today)->clause);
}

} // namespace

std::vector<const Office*> empty_offices(const std::vector<Office>& all, Day today) {
    std::vector<const Office*> found;
    for (const auto& office : all)
        if (exists(office, today) && partnership::statutory(office.kind, today) &&
            holders_on(office, today).empty())
            found.push_back(&office);
    return found;
}

namespace {

struct PartnerRow {
    OwnerId id;
    std::string name;
    partnership::OfficeKind kind;
};
/// Statutory partners that take part on the day, and which of their two offices there is none of.
/// The kinds of agencies are those of which agencies::is_statutory_partner() says so.
constexpr store::Query<PartnerRow(Day)> list_partners_without{"offices.partners_without", R"sql(
    SELECT a.id, o.name, k.kind
    FROM agency a JOIN owner o ON o.id = a.id
         CROSS JOIN (SELECT 'lead_partner' AS kind UNION ALL SELECT 'delegated_partner') k
    WHERE a.kind IN ('local_authority', 'police', 'care_board')
      AND (a.from_day IS NULL OR a.from_day <= $1) AND (a.to_day IS NULL OR a.to_day >= $1)
      AND NOT EXISTS (SELECT 1 FROM office f WHERE f.kind = k.kind AND f.agency_id = a.id
                      AND (f.from_day IS NULL OR f.from_day <= $1)
                      AND (f.to_day IS NULL OR f.to_day >= $1))
    ORDER BY lower(o.name), o.id, k.kind DESC)sql"};

FirstPageFact fact_of(const PartnerRow& row, Day today) {
    const auto kind = lower(partnership::spoken(row.kind));
    return {.what = fmt::format("{} has no {}", row.name, kind),
            .why = fmt::format("{} asks for one. Add the office, and who holds it.",
                               partnership::statutory(row.kind, today)->clause),
            .href = "/offices/add"};
}

/// "Lead safeguarding partner: Chief Constable since 1 Apr 2025, acting".
std::string holding_words(const Office& office, Day today) {
    std::vector<std::string> words;
    for (const auto* holder : holders_on(office, today))
        words.push_back(fmt::format("{} since {}{}", holder->known_as, spoken(holder->from),
                                    holder->acting ? ", acting" : ""));
    return words.empty() ? office.name : fmt::format("{}: {}", office.name, join(words, "; "));
}

} // namespace

std::vector<OwnerFact> offices_of(store::Db& db, const Scope& scope, const OwnerId& agency) {
    std::vector<OwnerFact> facts;
    for (const auto& office : partnership::list_offices_of(db, scope, agency)) {
        if (!exists(office, scope.today)) continue;
        facts.push_back({.label = "Offices",
                         .words = holding_words(office, scope.today),
                         .href = "/offices/" + office.id.str(),
                         .is_missing = holders_on(office, scope.today).empty()});
    }
    return facts;
}

std::vector<FirstPageFact> tell_empty_offices(store::Db& db, const Scope& scope) {
    if (!partnership::must_know(scope)) return {};
    return partnership::standing_facts(db, scope, "empty offices", [&] {
        std::vector<FirstPageFact> facts;
        const auto all = partnership::list_offices(db, scope);
        for (const auto* office : empty_offices(all, scope.today))
            facts.push_back(
                {.what = fmt::format("Nobody holds the office \u201c{}\u201d", office->name),
                 .why = why(*office, scope.today),
                 .href = "/offices/" + office->id.str()});
        for (const auto& row : db.all(list_partners_without, scope.today))
            if (partnership::statutory(row.kind, scope.today))
                facts.push_back(fact_of(row, scope.today));
        return facts;
    });
}

} // namespace openmasa::offices
