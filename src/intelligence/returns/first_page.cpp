#include "intelligence/returns/first_page.hpp"
#include "core/access/store.hpp"
#include "core/audit/audit.hpp"
#include "intelligence/permissions.hpp"
#include "intelligence/returns/owed_counts.hpp"
#include "intelligence/returns/rules.hpp"
#include "intelligence/returns/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

std::string owed_words(const OwedCount& one) {
    if (one.late == 0) return counted(one.due_soon, "figure is", "figures are") + " due soon";
    const auto late = counted(one.late, "figure is late", "figures are late");
    return one.due_soon == 0
               ? late
               : fmt::format("{}, {} due soon", late, counted(one.due_soon, "more is", "more are"));
}

void tell_keeper(const std::vector<OwedCount>& all, std::vector<FirstPageFact>& facts) {
    int late = 0;
    std::vector<std::string> whose;
    for (const auto& one : all) {
        late += one.late;
        if (one.late > 0) whose.push_back(fmt::format("{} ({})", one.name, one.late));
    }
    if (late > 0)
        facts.push_back(
            {.what = counted(late, "figure was", "figures were") + " not returned in time",
             .why = join(whose, ", ") + ".",
             .href = "/returns?state=late"});
}

} // namespace

std::vector<OwedCount> owed_counts(store::Db& db, const Scope& scope) {
    const auto book = returns_book(db, scope);
    std::vector<OwedCount> counts;
    for (const auto& one : calendar_of(*book, scope.today)) {
        const auto state = state_of(one, scope.today);
        if (!one.owner || is_returned(state) || !can_be_returned(one, scope.today)) continue;
        auto found = std::ranges::find(counts, *one.owner, &OwedCount::owner);
        if (found == counts.end()) found = counts.insert(found, {.owner = *one.owner});
        found->late += state == ReturnState::late;
        found->due_soon += state == ReturnState::due_soon;
        found->first_due = std::min(found->first_due, one.due);
    }
    if (counts.empty()) return counts;
    for (auto& owner : access::list_owners(db, access::OwnerType::agency)) {
        const auto found = std::ranges::find(counts, owner.id, &OwedCount::owner);
        if (found != counts.end()) found->name = std::move(owner.name);
    }
    std::ranges::sort(counts, {}, &OwedCount::name);
    return counts;
}

std::vector<FirstPageFact> tell_of_returns(store::Db& db, const Scope& scope) {
    std::vector<FirstPageFact> facts;
    const auto own = returns_for(scope);
    if (!may_load(scope) && own.empty()) return facts;
    const auto all = db.remembered<std::vector<OwedCount>>(
        "returns owed", fmt::format("{} {}", audit::newest_number(db), iso(scope.today)),
        [&] { return owed_counts(db, scope); });
    if (may_load(scope)) tell_keeper(*all, facts);
    for (const auto& one : *all)
        if (std::ranges::count(own, one.owner) && one.late + one.due_soon > 0)
            facts.push_back({.what = owed_words(one),
                             .why = fmt::format("{} returns {}.", one.name,
                                                one.late + one.due_soon == 1 ? "it" : "them"),
                             .href = "/returns/" + one.owner.str(),
                             .asked = one.late + one.due_soon,
                             .late = one.late,
                             .asked_by = one.first_due});
    return facts;
}

} // namespace openmasa::intelligence
