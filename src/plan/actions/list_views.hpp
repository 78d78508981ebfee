#pragma once
// The list of actions as a page. Ready data only.
#include "core/access/store.hpp"
#include "core/terms/term_book.hpp"
#include "core/views/strip.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/tally.hpp"
#include "web/html.hpp"
#include <memory>

namespace openmasa::plan {

struct ListPage {
    PlanId plan;
    ActionFilter filter;
    listing::Paging paging;
    std::vector<Section> sections;
    std::vector<Objective> objectives;
    std::vector<access::Owner> owners;
    std::shared_ptr<const terms::TermBook> terms;
    /// Of the whole plan; every count beside a filter is added up from them.
    std::vector<TallyGroup> groups;
    Tally all;
    Day today{};
    bool may_change = false;
    terms::Words words{};
    /// The table with its rows, made while they were read.
    Html table;
    views::Strip views;
};

/// Quick views, filter, table, pages.
Html list_view(const ListPage& page);
/// Those that the reader chose; none: as usual.
std::vector<std::size_t> columns_of(const ActionFilter& filter);
/// The address of this plan's list with that filter.
std::string list_address(const PlanId& plan, const ActionFilter& filter);

} // namespace openmasa::plan
