#include "core/accounts/people_called.hpp"
#include "core/audit/audit.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

constexpr store::Query<PersonId(std::string_view, Day)> list_called{"accounts.people_called", R"sql(
    SELECT p.id FROM person p LEFT JOIN person_details d ON d.person_id = p.id
    WHERE lower(p.known_as) = lower($1) AND (d.left_on IS NULL OR d.left_on >= $2)
    ORDER BY p.id LIMIT 2)sql"};

constexpr store::Query<std::string(Day)> list_names{"accounts.names_of_people", R"sql(
    SELECT p.known_as FROM person p LEFT JOIN person_details d ON d.person_id = p.id
    WHERE d.left_on IS NULL OR d.left_on >= $1 ORDER BY p.known_as, p.id)sql"};

} // namespace

Result<PersonId> person_called(store::Db& db, std::string_view name, Day today,
                               const std::string& field) {
    const auto found = db.all(list_called, name, today);
    if (found.size() == 1) return found.front();
    const std::string_view words = found.empty() ? "Nobody here" : "More than one person";
    return invalid(field, fmt::format("{} is called \u201c{}\u201d.", words, name));
}

std::vector<std::string> names_of_people(store::Db& db, Day today) {
    return *db.remembered_as_seen<std::vector<std::string>>(
        "names of people", fmt::format("{} {}", audit::newest_number(db), iso(today)),
        [&] { return db.all(list_names, today); });
}

} // namespace openmasa::accounts
