// Restricts 20 actions, all over the plans, from everybody: what the reader's list is then hides
// them.
//     restrict_some DATABASE TODAY
#include "core/access/secret.hpp"
#include "core/restriction/store.hpp"
#include <iostream>

namespace openmasa::bench {
namespace {

constexpr std::size_t restricted = 20;
constexpr store::Query<std::string()> list_actions{"bench.list_actions",
                                                   "SELECT id FROM action ORDER BY id"};

restriction::Restriction restriction_of(const Scope& scope, const std::string& action) {
    return {.id = scope.new_id<restriction::RestrictionId>(),
            .record = {"action", action},
            .reason = "A person in it is known to somebody who reads the plan.",
            .review_on = scope.today + std::chrono::days{restriction::longest_review_days},
            .at = scope.now,
            .names = {}};
}

void restrict_some(const std::string& database_address, Day today) {
    store::Database database(database_address, store::Database::Opening::existing);
    store::Db db(database);
    const auto scope = command_line_scope(today + std::chrono::hours{9}, system_randomness());
    const auto all = db.all(list_actions);
    db.finish();
    (void)db.atomically([&]() -> Result<Done> {
        for (std::size_t at = 0; at < restricted; ++at)
            restriction::add(db, scope, restriction_of(scope, all[at * all.size() / restricted]));
        return Done{};
    });
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    const auto today = count == 3 ? openmasa::day_from_iso(words[2]) : std::nullopt;
    if (!today) {
        std::cerr << "restrict_some DATABASE TODAY\n";
        return 2;
    }
    try {
        openmasa::bench::restrict_some(words[1], *today);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
