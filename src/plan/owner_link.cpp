#include "plan/owner_link.hpp"

namespace openmasa::plan {

std::string owner_address(const OwnerId& owner) {
    return "/owners/" + owner.str();
}

Html owner_link(const OwnerId& owner, std::string_view name) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/owners/{}">{}</a>)",
                owner, name);
}

} // namespace openmasa::plan
