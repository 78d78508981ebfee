#pragma once
// The pages of agencies. Ready data only.
#include "core/audit/audit.hpp"
#include "core/registers/form.hpp"
#include "core/terms/words.hpp"
#include "partnership/agencies/agency.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::agencies {

struct ListPage {
    terms::Words words{};
    /// How many take part today.
    long long now = 0;
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
};
Html agency_view(const AgencyPage& page);

/// A form for a new agency, or to change one.
struct FormPage {
    Html form_token;
    terms::Words words{};
    std::string title;
    /// Where it goes, and where "Leave it" leads.
    std::string address, back;
    std::int64_t version = 0;
    registers::Names names;
    registers::Cells typed;
    std::vector<Problem> problems;
    /// What somebody else saved after this person had read it; newest first, the read one last.
    std::vector<history::Version> meanwhile;
};
Html form_view(const FormPage& page);

} // namespace openmasa::agencies
