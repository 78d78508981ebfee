#include "partnership/masa/part_rows.hpp"
#include "partnership/masa_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {

std::vector<std::string> names_of_editions(store::Db& db, const Scope& scope, std::string_view) {
    std::vector<std::string> names;
    for (auto& edition : partnership::list_masa(db, scope))
        names.push_back(std::move(edition.title));
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void each_edition(store::Db& db, const Scope& scope,
                  const std::function<void(const MasaEdition& edition)>& take) {
    auto all = partnership::list_whole_masa(db, scope);
    std::ranges::reverse(all);
    std::ranges::for_each(all, take);
}

Result<MasaEdition> edition_of(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto at = registers::place_of(row.which.columns, edition_id_column.key);
    auto id = row.is_new() ? std::nullopt : MasaId::parse(row.before.at(at));
    for (const auto& edition : partnership::list_masa(db, scope)) {
        if (id || edition.title != row[edition_column.key]) continue;
        id = edition.id;
        const auto same = std::ranges::count(partnership::list_masa(db, scope), edition.title,
                                             &MasaEdition::title);
        if (same > 1)
            return invalid(std::string(edition_column.key),
                           "Several editions are called that. Add this on the page of the one "
                           "that you mean.");
    }
    auto found = id ? partnership::find_masa(db, scope, *id) : std::nullopt;
    if (!found) return not_found();
    return std::move(*found);
}

std::vector<Problem>
problems_of_part(store::Db& db, const Scope& scope, const Proposed& row,
                 const std::function<std::vector<Problem>(const MasaEdition& edition)>& of) {
    const auto edition = edition_of(db, scope, row);
    if (edition) return of(*edition);
    if (!edition.refusal().problems.empty()) return edition.refusal().problems;
    return {{std::string(edition_column.key), "There is no such edition."}};
}

MasaPartId part_id_of(const Scope& scope, const Proposed& row) {
    return MasaPartId::parse(row.id).value_or(scope.new_id<MasaPartId>());
}

std::string page_of_part(std::span<const Column> columns, const Cells& row,
                         std::string_view below) {
    return fmt::format("/arrangements/{}{}",
                       row[registers::place_of(columns, edition_id_column.key)], below);
}

} // namespace openmasa::masa
