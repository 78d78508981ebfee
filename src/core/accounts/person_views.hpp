#pragma once
// The pages of somebody's details. Ready data only.
#include "core/accounts/person_details.hpp"
#include "core/registers/form.hpp"
#include "web/html.hpp"
#include <map>

namespace openmasa::accounts {

struct DetailsPage {
    PersonDetails person;
    std::vector<history::Version> versions;
    /// What agencies and groups are called, for the history.
    std::map<std::string, std::string> owners;
    terms::Words words{};
};
Html details_view(const DetailsPage& page);

/// A form for somebody new, or to change somebody's details.
struct DetailsForm {
    Html form_token;
    std::string title;
    /// Where it goes, and where "Leave it" leads.
    std::string address, back;
    std::int64_t version = 0;
    registers::Names names;
    registers::Cells typed;
    std::vector<Problem> problems;
    /// What somebody else saved after this person had read it; newest first, the read one last.
    std::vector<history::Version> meanwhile;
    std::map<std::string, std::string> owners;
    terms::Words words{};
};
Html details_form(const DetailsForm& page);

} // namespace openmasa::accounts
