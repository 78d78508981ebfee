#pragma once
// The pages of terms. Ready data only.
#include "core/audit/audit.hpp"
#include "core/registers/form.hpp"
#include "core/terms/term.hpp"
#include "web/html.hpp"

namespace openmasa::terms {

struct ListPage {
    std::vector<Term> terms;
    Html form_token;
    Day today{};
};
Html list_view(const ListPage& page);

struct TermPage {
    Term term;
    std::vector<history::Version> versions;
    Day today{};
};
Html term_view(const TermPage& page);

/// A form for a new term, or to change one.
struct FormPage {
    Html form_token;
    std::string title;
    /// Where it goes, and where "Leave it" leads.
    std::string address, back;
    std::int64_t version = 0;
    registers::Names names;
    registers::Cells typed;
    std::vector<Problem> problems;
    /// What somebody else saved after this person had read it; newest first, the read one last.
    std::vector<history::Version> meanwhile;
};
Html form_view(const FormPage& page);

} // namespace openmasa::terms
