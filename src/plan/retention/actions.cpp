#include "plan/retention/actions.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include "plan/retention/rules.hpp"
#include "plan/retention/store.hpp"
#include <algorithm>

namespace openmasa::retention {
namespace {

Result<Done> check(const Scope& scope, const std::string& why) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    if (trimmed(why).empty()) return invalid("why", "Say why.");
    if (why.size() > 1000) return invalid("why", "This is too long: at most 1000 characters.");
    return Done{};
}

std::vector<DueRecord> due_now(store::Db& db, Day today) {
    return due(rules(db), records(db), holds(db), today);
}

std::optional<DueRecord> find_due(store::Db& db, Day today, std::string_view kind,
                                  std::string_view id) {
    for (auto& one : due_now(db, today))
        if (one.record.kind == kind && one.record.id == id) return std::move(one);
    return std::nullopt;
}

bool is_proposed(store::Db& db, std::string_view kind, std::string_view id) {
    return std::ranges::any_of(destructions(db), [&](const Destruction& one) {
        return one.kind == kind && one.record == id && !one.decided_at;
    });
}

int destroy_record(store::Db& db, const Scope& scope, const Destruction& what,
                   std::string_view certificate) {
    if (what.kind == "plan") return destroy_plan(db, scope, what.record, certificate);
    if (what.kind == "recommendation") return destroy_recommendation(db, what.record, certificate);
    return destroy_action(db, what.record, certificate);
}

void record(store::Db& db, const Scope& scope, std::string_view verb, std::string_view kind,
            std::string_view id) {
    audit::record(db, scope, {.verb = verb, .kind = kind, .id = id, .content = {}});
}

} // namespace

Result<Done> set_hold(store::Db& db, const Scope& scope, const SetHold& command) {
    TRY(check(scope, command.why));
    if (!name_of(db, command.kind, command.record)) return not_found();
    const auto id = scope.new_id<HoldId>();
    add_hold(db, scope,
             {.id = id, .kind = command.kind, .record = command.record, .why = command.why});
    record(db, scope, "hold.set", command.kind, command.record);
    return Done{};
}

Result<Done> lift(store::Db& db, const Scope& scope, const HoldId& id, const std::string& why) {
    TRY(check(scope, why));
    const auto all = holds(db);
    const auto hold = std::ranges::find(all, id, &Hold::id);
    if (hold == all.end()) return not_found();
    if (lift_hold(db, scope, id, why) == 0) return conflict("Somebody lifted it in the meantime.");
    record(db, scope, "hold.lifted", hold->kind, hold->record);
    return Done{};
}

Result<DestructionId> propose(store::Db& db, const Scope& scope, const Propose& command) {
    TRY(check(scope, command.why));
    if (!scope.person) return invalid("", "Two people with accounts decide this.");
    const auto found = find_due(db, scope.today, command.kind, command.record);
    if (!found) return not_found();
    if (is_proposed(db, command.kind, command.record))
        return conflict("Somebody proposed this in the meantime.");
    const auto id = scope.new_id<DestructionId>();
    add_destruction(db, scope, id, *found, command.why);
    record(db, scope, "destruction.proposed", command.kind, command.record);
    return id;
}

Result<Done> decline_destruction(store::Db& db, const Scope& scope, const DestructionId& id,
                                 const std::string& why) {
    TRY(check(scope, why));
    const auto found = find_destruction(db, id);
    if (!found) return not_found();
    TRY(may_confirm(*found, scope));
    decline(db, scope, id, why);
    record(db, scope, "destruction.declined", found->kind, found->record);
    return Done{};
}

Result<std::string> confirm_destruction(store::Db& db, const Scope& scope,
                                        const DestructionId& id) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    const auto found = find_destruction(db, id);
    if (!found) return not_found();
    TRY(may_confirm(*found, scope));
    if (!find_due(db, scope.today, found->kind, found->record))
        return conflict("It is not due any more: it is on hold, or was changed since.");
    const auto certificate = next_certificate(db, scope.today);
    const int versions = destroy_record(db, scope, *found, certificate);
    confirm(db, scope, id, certificate, versions);
    record(db, scope, "destruction.confirmed", found->kind, found->record);
    return certificate;
}

} // namespace openmasa::retention
