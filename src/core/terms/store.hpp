#pragma once
// Terms in the database. What is read is remembered until somebody changes it
// (core/settings/revision.hpp), so that a page pays one small query.
#include "core/audit/audit.hpp"
#include "core/terms/term_book.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <memory>

namespace openmasa::terms {

/// Counts up with every change (core/settings/revision.hpp).
inline constexpr std::string_view revision_name = "terms";

std::shared_ptr<const TermBook> term_book(store::Db& db);
/// What stands in the table now; inside atomically() too.
std::vector<Term> read_terms(store::Db& db);
/// The words that the partnership calls otherwise; of every day.
std::vector<LocalWord> local_words(store::Db& db);

// Inside atomically(); each leaves an audit entry and a version in the history.
void add_term(store::Db& db, const Scope& scope, const Term& term);
/// Saves over the version in `term`; a conflict when somebody was first.
Result<Done> save_term(store::Db& db, const Scope& scope, const Term& term, std::string_view verb);

/// Holds what stands in the table against the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::terms
