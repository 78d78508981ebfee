#include "partnership/masa/first_page.hpp"
#include "core/signoff/store.hpp"
#include "kernel/text.hpp"
#include "partnership/masa/form_frame.hpp"
#include "partnership/masa/review.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/must_know.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/standing.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::masa {
namespace {

using Facts = std::vector<FirstPageFact>;

/// From how long before the review whoever answers for it is told.
constexpr std::chrono::days told_before{30};

void tell_of_signatures(store::Db& db, const Scope& scope, Facts& facts) {
    if (!scope.person) return;
    const auto waiting = signoff::open_ones(db, partnership::arrangements_kind);
    if (waiting.empty()) return;
    const auto held = partnership::offices_held_by(db, *scope.person, scope.today);
    for (const auto& one : waiting)
        for (const auto* next : whose_turn(one))
            if (std::ranges::count(held, next->office))
                facts.push_back({.what = fmt::format("\u201c{}\u201d waits for your signature",
                                                     one.document.title),
                                 .why = fmt::format("You sign as {}.", next->name),
                                 .href = one.document.page + "/sign",
                                 .asked = 1});
}

/// The duty to publish what everybody has signed.
void tell_of_publication(const std::vector<MasaEdition>& all, Facts& facts) {
    for (const auto& one : all)
        if (one.stage == MasaStage::signed_by_all)
            facts.push_back(
                {.what = fmt::format("\u201c{}\u201d is signed and not published", one.title),
                 .why = fmt::format("{} asks for it.", partnership::publication_clause),
                 .href = address(one.id)});
}

void tell_of_review(store::Db& db, const Scope& scope, Facts& facts) {
    const auto all = partnership::list_masa(db, scope);
    tell_of_publication(all, facts);
    const auto* now = partnership::in_force(all, scope.today);
    if (!now) return;
    const auto review = review_of(db, scope, now->id);
    if (!review.due || *review.due - told_before > scope.today) return;
    facts.push_back({.what = fmt::format("The review of \u201c{}\u201d is {}", now->title,
                                         review.is_late ? "late" : "due"),
                     .why = review.words,
                     .href = address(now->id)});
}

void tell_of_milestones(store::Db& db, const Scope& scope, Facts& facts) {
    int late = 0;
    const partnership::OpenMilestone* first = nullptr;
    const auto all = partnership::open_milestones(db);
    for (const auto& one : all)
        if (standing(one.milestone, one.published_on, scope.today) ==
            partnership::MilestoneStanding::late) {
            if (!first) first = &one;
            ++late;
        }
    if (!first) return;
    facts.push_back({.what = late == 1
                                 ? "A milestone of the arrangements is late"
                                 : counted(late, "milestone") + " of the arrangements are late",
                     .why = fmt::format("{}: {}.", first->milestone.what, first->milestone.target),
                     .href = address(first->edition) + "#milestones"});
}

Facts of_editions(store::Db& db, const Scope& scope) {
    Facts facts;
    tell_of_review(db, scope, facts);
    tell_of_milestones(db, scope, facts);
    return facts;
}

} // namespace

std::vector<FirstPageFact> tell_of_arrangements(store::Db& db, const Scope& scope) {
    Facts facts;
    if (!scope.may(Permission::read_agencies)) return facts;
    tell_of_signatures(db, scope, facts);
    if (!partnership::must_know(scope)) return facts;
    for (auto& fact : partnership::standing_facts(db, scope, "arrangements",
                                                  [&] { return of_editions(db, scope); }))
        facts.push_back(std::move(fact));
    return facts;
}

} // namespace openmasa::masa
