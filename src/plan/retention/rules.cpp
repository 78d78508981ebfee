#include "plan/retention/rules.hpp"
#include "kernel/working_days.hpp"
#include <algorithm>

namespace openmasa::retention {
namespace {

/// A hold on a plan holds its actions; a hold on an action holds its plan; a hold on a
/// recommendation holds the one that it stands with.
bool is_held(const Kept& record, std::span<const Hold> holds) {
    return std::ranges::any_of(holds, [&](const Hold& hold) {
        if (hold.lifted_at || hold.plan != record.plan) return false;
        return hold.kind != "action" || record.kind == "plan" || hold.record == record.id;
    });
}

bool goes_with_its_plan(const DueRecord& one, const std::vector<DueRecord>& all) {
    return one.record.kind == "action" && std::ranges::any_of(all, [&](const DueRecord& other) {
               return other.record.kind == "plan" && other.record.id == one.record.plan;
           });
}

} // namespace

const KeepRule* rule_for(std::span<const KeepRule> rules, std::string_view kind, Day today) {
    const auto found = std::ranges::find_if(rules, [&](const KeepRule& rule) {
        return rule.kind == kind && rule.from <= today && (!rule.to || today <= *rule.to);
    });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<DueRecord> due(std::span<const KeepRule> rules, std::span<const Kept> records,
                           std::span<const Hold> holds, Day today) {
    std::vector<DueRecord> all;
    for (const auto& record : records) {
        const auto* rule = rule_for(rules, record.kind, today);
        if (!rule || is_held(record, holds)) continue;
        const auto due_on = months_after(record.since, rule->months);
        if (due_on <= today) all.push_back({record, *rule, due_on});
    }
    std::vector<DueRecord> alone;
    std::ranges::copy_if(all, std::back_inserter(alone),
                         [&](const DueRecord& one) { return !goes_with_its_plan(one, all); });
    std::ranges::stable_sort(alone, {}, &DueRecord::due_on);
    return alone;
}

Result<Done> may_confirm(const Destruction& destruction, const Scope& scope) {
    if (destruction.decided_at) return conflict("Somebody decided this in the meantime.");
    if (!scope.person) return invalid("", "Two people with accounts decide this.");
    if (*scope.person == destruction.proposed_by)
        return invalid("", "You proposed this. Somebody else confirms it.");
    return Done{};
}

} // namespace openmasa::retention
