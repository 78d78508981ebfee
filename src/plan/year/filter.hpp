#pragma once
// Which actions a picture shows, as its address says it: in the fields of the list of actions, so
// that one leads to the other. Reading an address never fails: what makes no sense is left out.
#include "core/terms/term.hpp"
#include "plan/plan.hpp"
#include "web/http/form.hpp"
#include <string>
#include <vector>

namespace openmasa::year {

struct Filter {
    enum class Owner { any, none, one };

    std::vector<plan::SectionId> priorities;
    std::vector<plan::Status> statuses;
    /// Themes and FLOURISH domains: an action that carries any of them.
    std::vector<terms::TermId> tags;
    Owner owner = Owner::any;
    OwnerId owner_id{}; // for Owner::one
    bool only_open = false;

    bool operator==(const Filter&) const = default;
    /// How many kinds of filter are in use.
    int in_use() const;
};

Filter read_filter(const http::Form& query);
/// The query for an address of this feature: "priority=...&open=only"; reading it gives the same.
std::string to_query(const Filter& filter);
/// The query of the list of actions that shows the same rows: it has no word for "open".
std::string to_list_query(const Filter& filter);

/// An address with its query, if there is one.
std::string with_query(std::string address, std::string_view query);

} // namespace openmasa::year
