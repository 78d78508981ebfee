#pragma once
// The pages of agencies. Ready data only.
#include "core/audit/audit.hpp"
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "partnership/agencies/agency.hpp"
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
    Html comments;
    /// What other areas know of it.
    std::vector<OwnerFact> known;
};
Html agency_view(const AgencyPage& page);

} // namespace openmasa::agencies
