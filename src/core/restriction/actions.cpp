#include "core/restriction/actions.hpp"
#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::restriction {
namespace {

/// Nobody shuts themselves out: then nobody might be left who can lift it.
bool denies_oneself(const Scope& scope, const std::vector<Name>& names) {
    return std::ranges::any_of(names, [&](const Name& name) {
        if (!name.denied) return false;
        if (name.person) return name.person == scope.person;
        return std::ranges::any_of(
            scope.holdings, [&](const Holding& held) { return held.is_within(*name.owner); });
    });
}

std::vector<Problem> problems_with(const Scope& scope, const RestrictRecord& command) {
    std::vector<Problem> problems;
    if (trimmed(command.reason).empty())
        problems.push_back({"reason", "Say why only named readers may read it."});
    if (command.review_in_days < 1 || command.review_in_days > longest_review_days)
        problems.push_back({"review_in_days", fmt::format("Enter a number of days from 1 to {}.",
                                                          longest_review_days)});
    if (denies_oneself(scope, command.names))
        problems.push_back(
            {"denied", scope.words.say("You would shut yourself out. Take yourself, or the "
                                       "group or [agency] you act for, off this list.")});
    return problems;
}

std::vector<Name> with_oneself(const Scope& scope, std::vector<Name> names) {
    const Name own{.person = scope.person, .owner = {}, .denied = false};
    if (scope.person && std::ranges::count(names, own) == 0) names.push_back(own);
    return names;
}

Result<Done> change(store::Db& db, const Scope& scope, Restriction standing,
                    const RestrictRecord& command) {
    if (standing.version != command.version)
        return conflict("Somebody changed this restriction while you were writing.");
    standing.reason = command.reason;
    standing.review_on = scope.today + std::chrono::days{command.review_in_days};
    standing.names = with_oneself(scope, command.names);
    return save(db, scope, std::move(standing));
}

} // namespace

std::optional<Described> find_to_restrict(store::Db& db, const Scope& scope, const AllKinds& all,
                                          const Record& record) {
    const auto* kind = find_kind(all, record.kind);
    if (!kind || !kind->can_be_restricted || !kind->describe ||
        !scope.may(Permission::restrict_records))
        return {};
    return kind->describe(db, record.id);
}

Result<Done> restrict_record(store::Db& db, const Scope& scope, const AllKinds& all,
                             const RestrictRecord& command) {
    if (!find_to_restrict(db, scope, all, command.record)) return not_found();
    if (auto problems = problems_with(scope, command); !problems.empty())
        return invalid(std::move(problems));
    if (auto standing = find_open(db, command.record))
        return change(db, scope, std::move(*standing), command);
    if (command.version != 0) return conflict("Somebody lifted this restriction meanwhile.");
    add(db, scope,
        {.id = scope.new_id<RestrictionId>(),
         .record = command.record,
         .reason = command.reason,
         .review_on = scope.today + std::chrono::days{command.review_in_days},
         .at = scope.now,
         .names = with_oneself(scope, command.names)});
    return Done{};
}

Result<Done> lift_restriction(store::Db& db, const Scope& scope, const AllKinds& all,
                              const LiftRestriction& command) {
    if (!find_to_restrict(db, scope, all, command.record)) return not_found();
    const auto standing = find_open(db, command.record);
    if (!standing) return not_found();
    if (trimmed(command.why).empty()) return invalid("why", "Say why everybody may read it again.");
    if (standing->version != command.version)
        return conflict("Somebody changed this restriction while you were writing.");
    return lift(db, scope, *standing, command.why);
}

} // namespace openmasa::restriction
