#include "plan/year/filter.hpp"
#include "plan/rules.hpp"
#include "web/http/percent.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::year {
namespace {

using plan::Status;

/// Each once, and no more than a reader could have chosen.
template<class T> void add_once(std::vector<T>& values, const T& value) {
    constexpr std::size_t most = 30;
    if (values.size() < most && std::ranges::count(values, value) == 0) values.push_back(value);
}

void read_owner(std::string_view text, Filter& filter) {
    if (text == "none") filter.owner = Filter::Owner::none;
    if (const auto id = OwnerId::parse(text)) {
        filter.owner = Filter::Owner::one;
        filter.owner_id = *id;
    }
}

void add(std::string& query, std::string_view name, std::string_view value) {
    if (!query.empty()) query += '&';
    query.append(name).append("=").append(http::percent_encoded(value));
}

} // namespace

int Filter::in_use() const {
    return !priorities.empty() + !statuses.empty() + !tags.empty() + (owner != Owner::any) +
           only_open;
}

Filter read_filter(const http::Form& query) {
    Filter filter;
    for (auto text : query.all("priority"))
        if (const auto id = plan::SectionId::parse(text)) add_once(filter.priorities, *id);
    for (auto text : query.all("status")) {
        Status status{};
        if (from_text(text, status)) add_once(filter.statuses, status);
    }
    for (auto text : query.all("tag"))
        if (const auto id = terms::TermId::parse(text)) add_once(filter.tags, *id);
    read_owner(query.text("owner"), filter);
    filter.only_open = query.text("open") == "only";
    return filter;
}

std::string to_query(const Filter& filter) {
    std::string query;
    for (const auto& id : filter.priorities) add(query, "priority", id.view());
    for (auto status : filter.statuses) add(query, "status", to_text(status));
    for (const auto& id : filter.tags) add(query, "tag", id.view());
    if (filter.owner == Filter::Owner::none) add(query, "owner", "none");
    if (filter.owner == Filter::Owner::one) add(query, "owner", filter.owner_id.view());
    if (filter.only_open) add(query, "open", "only");
    return query;
}

std::string to_list_query(const Filter& filter) {
    auto said = filter;
    said.only_open = false;
    if (!filter.only_open) return to_query(said);
    said.statuses.clear();
    for (auto status : plan::all_statuses)
        if (plan::is_open(status) &&
            (filter.statuses.empty() || std::ranges::count(filter.statuses, status)))
            said.statuses.push_back(status);
    return to_query(said);
}

std::string with_query(std::string address, std::string_view query) {
    if (!query.empty()) address.append("?").append(query);
    return address;
}

} // namespace openmasa::year
