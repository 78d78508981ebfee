#pragma once
// The list of groups and the page of one. Ready data only.
#include "core/audit/audit.hpp"
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "partnership/group.hpp"
#include "web/html.hpp"

namespace openmasa::groups {

/// What the head of the list says.
struct Counted {
    int groups = 0, seats = 0, vacant = 0, unchaired = 0, overdue = 0;
};
struct ListPage {
    terms::Words words{};
    Counted now;
    bool may_change = false;
    /// Views, filters and the table (core/registers/list_page.hpp).
    Html list;
};
Html list_view(const ListPage& page);

struct GroupPage {
    partnership::Group group;
    /// False for a name that only stands in a plan.
    bool is_kept = true;
    terms::Words words{};
    Day today{};
    bool may_change = false;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    /// What other areas know of it.
    std::vector<OwnerFact> known;
};
Html group_view(const GroupPage& page);
/// What each of the newest versions changed.
Html changes_view(const std::string& name, const std::vector<history::Version>& versions);

} // namespace openmasa::groups
