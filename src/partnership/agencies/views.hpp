#pragma once
// The pages of agencies. Ready data only.
#include "core/audit/audit.hpp"
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "partnership/agencies/agency.hpp"
#include "partnership/agencies/succession.hpp"
#include "web/html.hpp"
#include <optional>
#include <vector>

namespace openmasa::agencies {

struct ListPage {
    terms::Words words{};
    /// How many take part today; unset where the page looks back.
    std::optional<int> now{};
    bool may_change = false;
    /// Views, filters and the table (core/registers/list_page.hpp).
    Html list;
};
Html list_view(const ListPage& page);

struct AgencyPage {
    Agency agency;
    /// To say aloud.
    std::string reference;
    std::vector<SectorPeriod> sectors;
    std::vector<history::Version> versions;
    terms::Words words{};
    Day today{};
    bool may_change = false;
    /// In confidence (suitability/).
    bool may_keep_declarations = false;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    /// What other areas know of it.
    std::vector<OwnerFact> known;
    /// Who came before it, and who follows.
    std::vector<Succession> beside;
    /// What it answers for that is open.
    std::vector<Duty> duties;
};
/// One page to take into a meeting: what it is, what it is asked under, who speaks for it, what it
/// answers for and how timely; then who came before and after, comments and every change.
Html agency_view(const AgencyPage& page);

/// What it answers for that is open: everything that it owns and contributes to.
struct DutiesPage {
    terms::Words words{};
    Agency agency;
    std::vector<Duty> duties;
};
Html duties_view(const DutiesPage& page);

/// All categories of the 2018 Regulations on a day.
struct CategoriesPage {
    terms::Words words{};
    Day today{};
    /// Those that take part today, for how many are of each.
    std::vector<Agency> agencies;
};
Html categories_view(const CategoriesPage& page);

} // namespace openmasa::agencies
