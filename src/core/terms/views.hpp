#pragma once
// The pages of terms. Ready data only.
#include "core/audit/audit.hpp"
#include "core/terms/term.hpp"
#include "web/html.hpp"

namespace openmasa::terms {

struct ListPage {
    /// Views, filters and the table (core/registers/list_page.hpp).
    Html list;
    bool may_change = false;
    /// There is no FLOURISH domain at all: they are offered.
    bool offers_flourish = false;
    Html form_token;
};
Html list_view(const ListPage& page);

struct TermPage {
    Term term;
    std::vector<history::Version> versions;
    Day today{};
};
Html term_view(const TermPage& page);

} // namespace openmasa::terms
