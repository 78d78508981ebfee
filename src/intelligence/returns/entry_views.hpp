#pragma once
// The page on which figures are entered: an agency's own, and a single one for an analyst. Ready
// data only.
#include "intelligence/returns/entry.hpp"
#include "intelligence/returns/return_file.hpp"
#include "web/html.hpp"

namespace openmasa::intelligence {

/// The form and its rows.
struct EntryForm {
    Html form_token;
    Day today{};
    /// Where it is sent.
    std::string address;
    /// As they stand, or as they were typed.
    std::vector<JudgedFigure> rows;
    /// What was typed is shown with what it comes to.
    bool is_typed = false;
    std::vector<Problem> problems;
};

struct AgencyReturnPage {
    terms::Words words;
    /// What the agency is called, this page, and the calendar's page of what it has returned.
    std::string name, address, all_returned;
    EntryForm form;
    /// What is returned already, the newest first; and what will be asked for next.
    std::vector<OwedFigure> returned, coming;
    /// How many more are owed than the form has.
    std::size_t more = 0;
    /// A file that was read: its name, and rows that are left out.
    std::string file_name{};
    ReadReturn file{};
};
Html agency_return_view(const AgencyReturnPage& page);

/// One figure of any of the partnership's own indicators, for an analyst.
struct SingleEntryPage {
    const AskedIndicator* what = nullptr;
    std::vector<const Area*> areas;
    /// As they were typed, or chosen.
    std::string area, period;
    /// No rows until they name a figure.
    EntryForm form;
};
Html single_entry_view(const SingleEntryPage& page);

} // namespace openmasa::intelligence
