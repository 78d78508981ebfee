#pragma once
// The form from which the next edition is made. Ready data only.
#include "plan/editions/next_edition.hpp"
#include "plan/meanwhile.hpp"
#include "plan/succession.hpp"
#include <map>
#include <set>

namespace openmasa::editions {

struct NextPage {
    Html form_token;
    terms::Words words{};
    Day today{};
    Edition edition;
    MakeNext typed;
    std::vector<Problem> problems{};
    /// The edition that follows it already; then there is no form.
    std::optional<plan::Neighbour> after{};
    /// What others saved since the form was read, by the id of the record.
    std::map<std::string, plan::Meanwhile> changed{};
    /// What came in since.
    std::set<std::string> unseen{};
};
Html next_view(const NextPage& page);

} // namespace openmasa::editions
