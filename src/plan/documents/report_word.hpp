#pragma once
// The highlight report as a Word document: the same words in the same order.
#include "core/documents/word_file.hpp"
#include "plan/documents/report.hpp"

namespace openmasa::plan_documents {

/// Links lead to `site`; without one there are none.
documents::WordFile report_as_word(const ReportFacts& facts, const std::string& site);

} // namespace openmasa::plan_documents
