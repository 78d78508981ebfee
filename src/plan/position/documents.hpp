#pragma once
// The position statement as a Word document and as a workbook: the same words and figures.
#include "core/documents/word_file.hpp"
#include "plan/position/statement.hpp"
#include <string>

namespace openmasa::position {

/// Links lead to `site`, to the records as at the day; without a site there are none.
documents::WordFile statement_as_word(const Statement& statement, const StatementFacts& facts,
                                      const std::string& site);

/// The bytes of an .xlsx file: a sheet with what is said, and one for each part's table.
std::string statement_as_workbook(const Statement& statement, const StatementFacts& facts);

/// "Norfolk Safeguarding Children Partnership", "From 31 December 2024 to 31 March 2025", "As it
/// was known at the end of that day": what stands above a document.
std::vector<std::string> document_lines(const StatementFacts& facts);

/// "position-2025-03-31.docx".
std::string file_name(const StatementFacts& facts, std::string_view extension);

inline constexpr std::string_view workbook_media_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

} // namespace openmasa::position
