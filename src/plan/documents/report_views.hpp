#pragma once
// The highlight report as a page and as what is printed of it, from ready data.
#include "kernel/result.hpp"
#include "plan/documents/report.hpp"
#include "web/html.hpp"

namespace openmasa::plan_documents {

/// The report itself: the same on the page and in the PDF. The verbs are left out in print.
Html report_view(const ReportFacts& facts, const Html& verbs = {});

struct ReportPage {
    ReportFacts facts;
    /// Why no PDF can be made here; empty when one can.
    std::string why_no_pdf{};
    /// "?since=2026-01-01", for the downloads.
    std::string query{};
    /// What was typed that is no day.
    std::string since_typed{};
    std::vector<Problem> problems{};
    bool may_write = false;
};
/// With its downloads, and the form for another day.
Html report_page_view(const ReportPage& page);

struct CoverPage {
    plan::Section section;
    Html form_token{};
    terms::Words words{};
    /// As typed; the version that was read with them.
    std::string typed{}, asks{};
    std::int64_t version = 0;
    /// The newest first.
    std::vector<CoveringWords> earlier{};
    std::vector<Problem> problems{};
};
Html cover_view(const CoverPage& page);

} // namespace openmasa::plan_documents
