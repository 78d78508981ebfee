#pragma once
// What the registers of an edition's parts have in common: the column that names the edition, and
// which edition a row of a file means.
#include "core/registers/register.hpp"
#include "partnership/masa/actions.hpp"

namespace openmasa::masa {

using registers::Cells;
using registers::Choice;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

inline constexpr Column edition_column = {.key = "edition",
                                          .label = "Edition",
                                          .holds = Holds::reference,
                                          .use = Use::key,
                                          .hint = "What the edition is called.",
                                          .fixed = true,
                                          .longest = partnership::longest_masa_title,
                                          .shown = true,
                                          .filters = true};
/// Which edition that is, where two are called the same.
inline constexpr Column edition_id_column = {.key = "edition_id", .label = "Edition's id"};
inline constexpr Column id_column = {.key = "id", .label = "Id", .use = Use::id};

/// The editions that a row may name.
std::vector<std::string> names_of_editions(store::Db& db, const Scope& scope, std::string_view key);
/// Hands over each edition that this person may see, the oldest first, parts and all.
void each_edition(store::Db& db, const Scope& scope,
                  const std::function<void(const MasaEdition& edition)>& take);
/// The edition of a row; refused where two are called so and the row says no more.
Result<MasaEdition> edition_of(store::Db& db, const Scope& scope, const Proposed& row);
/// What was wrong with finding it, or with what `of` says of it.
std::vector<Problem>
problems_of_part(store::Db& db, const Scope& scope, const Proposed& row,
                 const std::function<std::vector<Problem>(const MasaEdition& edition)>& of);
/// The id of the part that a row means, or a new one.
MasaPartId part_id_of(const Scope& scope, const Proposed& row);

/// "/arrangements/ID/below"
std::string page_of_part(std::span<const Column> columns, const Cells& row,
                         std::string_view below = {});

} // namespace openmasa::masa
