#pragma once
// The pages about versions. Ready data only.
#include "core/history/description.hpp"
#include "plan/versions/actions.hpp"
#include "web/html.hpp"

namespace openmasa::versions {

struct VersionsPage {
    Record record;
    /// Newest first.
    std::vector<history::Version> versions;
    /// The two that are compared, older first; nothing where there is only one.
    std::optional<history::Version> older, newer;
    /// The oldest version that can be put back: those before it were kept in another form.
    std::int64_t first_to_put_back = 0;
    bool may_put_back = false;
};
/// Two versions side by side, and the list of all.
Html versions_view(const VersionsPage& page);

struct PutBackPage {
    Html form_token;
    Record record;
    std::int64_t wanted = 0;
    std::string why;
    /// What saving would change.
    std::vector<history::Difference> changes;
    std::vector<Problem> problems;
};
Html put_back_view(const PutBackPage& page);

struct StandingPage {
    Html form_token;
    Record record;
    std::string why;
    std::vector<Problem> problems;
};
/// The form that withdraws what is in force and brings back what is withdrawn.
Html standing_view(const StandingPage& page);

/// "/history/action/ID" and what is below it.
std::string address_of(const Record& record, std::string_view below = {});

} // namespace openmasa::versions
