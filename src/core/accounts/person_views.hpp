#pragma once
// The pages of somebody's details. Ready data only.
#include "core/accounts/person_details.hpp"
#include "core/registers/reference_names.hpp"
#include "web/html.hpp"

namespace openmasa::accounts {

struct DetailsPage {
    PersonDetails person;
    std::vector<history::Version> versions;
    /// What agencies and groups are called, for the history.
    registers::NamesById names;
    terms::Words words{};
};
Html details_view(const DetailsPage& page);

} // namespace openmasa::accounts
