#pragma once
// The pages of offices. Ready data only.
#include "core/audit/audit.hpp"
#include "core/routing/facts.hpp"
#include "core/terms/words.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/offices/actions.hpp"
#include "web/html.hpp"

namespace openmasa::offices {

struct ListPage {
    terms::Words words{};
    /// How many are there today, and how many of those nobody holds; unset on a day in the past.
    std::optional<std::pair<int, int>> now{};
    bool may_change = false;
    /// Views, filters and the table (core/registers/list_page.hpp).
    Html list;
};
Html list_view(const ListPage& page);

struct OfficePage {
    Office office;
    std::vector<history::Version> versions;
    terms::Words words{};
    Day today{};
    bool may_change = false;
    /// What led here and what came of it.
    Html thread;
    Html comments;
    /// What other areas know of it.
    std::vector<OwnerFact> known;
    /// The day that was asked about, as it was typed, and as it was understood.
    std::string asked;
    std::optional<Day> on{};
    std::vector<Problem> problems{};
};
Html office_view(const OfficePage& page);

/// The form for who comes next.
struct HandOverPage {
    Html form_token;
    Office office;
    Day today{};
    HandOver typed;
    std::vector<Problem> problems{};
};
Html hand_over_view(const HandOverPage& page);

/// The form for what was said of one holder.
struct PutRightPage {
    Html form_token;
    Office office;
    std::string holder;
    PutRight typed;
    std::vector<Problem> problems{};
};
Html put_right_view(const PutRightPage& page);

} // namespace openmasa::offices
