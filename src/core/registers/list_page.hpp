#pragma once
// A register's list, read for one reader and made into a page's part.
#include "core/registers/list_views.hpp"
#include "core/registers/local.hpp"
#include "core/routing/context.hpp"
#include "core/views/list.hpp"

namespace openmasa::registers {

struct ListOptions {
    /// What is said where there are no rows at all.
    std::string none;
    /// What else can be done with the list: links, each a <li>.
    Html more{};
};

/// Whether the page shows the register as it was on a day.
bool shows_past(const Context& context, const Register& which);
/// The rows that a selection lets through, in its order, for a download: as they were where the
/// address asks for a day.
EachRow rows_of(Context& context, const Register& which, const Selection& selection);

/// Views, filters, table, downloads, as the address says it. What it costs does not grow with the
/// register: the rows of one page are read, and counts of alike ones.
Html list_of(Context& context, const Register& which, ListOptions options);

/// For a feature's module, the views of a list that stands alone: views_of<agency_register>().
template<const Register& which> views::List views_of() {
    return {.kind = which.kind,
            .title = which.title,
            .address =
                [](store::Db&, const Scope& scope, std::string_view within) {
                    return within.empty() && scope.may(which.read)
                               ? std::optional(std::string(which.address))
                               : std::nullopt;
                },
            .canonical = [](std::string_view query) { return canonical_query(which, query); },
            .in_words =
                [](store::Db&, const Scope& scope, std::string_view, std::string_view query) {
                    const LocalRegister local(which, scope.words);
                    return in_words(*local, read_selection(which, http::read_query(query)));
                }};
}

} // namespace openmasa::registers
