// Fills a database that `openmasa init` made with a large composite action plan: 50 plans with
// 50,000 actions, 10,000 recommendations of ten years from every kind of source with what became of
// each, 100,000 links between them. Everything is written by the program's own use cases and store.
//     make_recommendations DATABASE TODAY SECRET
// Signed in: an agency's lead with the session SECRET, and the business unit with SECRET read
// backwards.
#include "core/thread/links.hpp"
#include "kernel/id_list.hpp"
#include "kernel/london_time.hpp"
#include "plan/recommendation_moves.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/store.hpp"
#include "records.hpp"

namespace openmasa::bench {
namespace {

using namespace recommendations;
using std::chrono::days;

constexpr int plans_of_all = 50, actions_a_plan = 1000, recommendations_of_all = 10'000;
constexpr int agencies_of_all = 40, groups_of_all = 40, actions_a_recommendation = 8,
              added_links = 20'000;
constexpr int days_of_all = 3650;

struct Register {
    store::Db& db;
    Scope scope;
    Chance& chance;
    Day today{};
    std::vector<OwnerId> agencies{}, groups{};
    std::vector<plan::SectionId> priorities{};
    std::vector<plan::ActionId> actions{};
    std::vector<RecommendationId> made{};
};

template<class Item> const Item& any_of(Chance& chance, const std::vector<Item>& items) {
    return items[chance.below(items.size())];
}

/// Some dozens are saved together, as an import is.
template<class Work> void in_batches(Register& all, int count, Work work) {
    constexpr int together = 50;
    for (int from = 0; from < count; from += together)
        in_one_transaction(all.db, [&] {
            for (int at = from; at < std::min(from + together, count); ++at) work(at);
        });
}

void add_owners(Register& all, const std::string& secret) {
    for (int number = 0; number < agencies_of_all; ++number)
        all.agencies.push_back(access::owner_named(
            all.db, all.scope, fmt::format("Agency {}", number + 1), access::OwnerType::agency));
    for (int number = 0; number < groups_of_all; ++number)
        all.groups.push_back(access::owner_named(
            all.db, all.scope, fmt::format("Group {}", number + 1), access::OwnerType::group));
    const auto lead = add_somebody(all.db, all.scope,
                                   {.known_as = "Agency lead",
                                    .email = "lead@example.org",
                                    .role = Role::agency_lead,
                                    .within = all.agencies.front()});
    const auto unit = add_somebody(
        all.db, all.scope,
        {.known_as = "Head of delivery", .email = "unit@example.org", .role = Role::business_unit});
    sign_in(all.db, all.scope, lead.id, secret);
    sign_in(all.db, all.scope, unit.id, std::string(secret.rbegin(), secret.rend()));
}

void add_one_plan(Register& all, int number) {
    const plan::Plan made{.id = all.scope.new_id<plan::PlanId>(),
                          .title = fmt::format("Plan {}", number + 1)};
    const plan::Section section{.id = all.scope.new_id<plan::SectionId>(),
                                .plan = made.id,
                                .code = "P",
                                .name = fmt::format("Priority {}", number + 1)};
    const plan::Objective objective{.id = all.scope.new_id<plan::ObjectiveId>(),
                                    .section = section.id,
                                    .title = any_title(all.chance)};
    add_plan(all.db, all.scope, made);
    add_section(all.db, all.scope, section);
    add_objective(all.db, all.scope, objective);
    all.priorities.push_back(section.id);
    for (int at = 1; at <= actions_a_plan; ++at) {
        plan::Action action{.id = all.scope.new_id<plan::ActionId>(),
                            .plan = made.id,
                            .section = section.id,
                            .objective = objective.id,
                            .position = at,
                            .reference = fmt::format("P {}", at),
                            .title = any_title(all.chance),
                            .owner = any_of(all.chance, all.agencies)};
        action.status = any_status(all.chance);
        if (action.status == plan::Status::stopped) action.stopped_why = "Nobody asks for it now.";
        action.adopted_on = all.scope.today;
        add_action(all.db, all.scope, action);
        all.actions.push_back(action.id);
    }
}

Source any_source(Register& all, Day dated) {
    return {.id = all.scope.new_id<SourceId>(),
            .kind = all_source_kinds[all.chance.below(all_source_kinds.size())],
            .document = fmt::format("Report {}", all.chance.below(600)),
            .dated = dated,
            .paragraph = fmt::format("Recommendation {}", all.chance.below(12) + 1),
            .words = fmt::format("Agencies should {} {}, and {}.", any_title(all.chance),
                                 all.chance.any(purposes), any_title(all.chance))};
}

/// Where it is filed, who leads it, and its actions; proposed.
Whole any_recommendation(Register& all, Day dated) {
    auto& chance = all.chance;
    Whole whole{.it = {.id = all.scope.new_id<RecommendationId>(),
                       .title = any_title(chance),
                       .since = dated,
                       .home = all_homes[chance.below(all_homes.size())],
                       .kind = all_kinds[chance.below(all_kinds.size())]}};
    auto& it = whole.it;
    if (it.home == Home::priority)
        it.priority = any_of(chance, all.priorities);
    else
        it.home_words = "Education";
    if (!chance.one_in(20)) it.owner = any_of(chance, all.groups);
    it.due = dated + days{180 + static_cast<int>(chance.below(720))};
    it.due_words = openmasa::spoken(*it.due);
    it.expected = text_of(std::vector{any_of(chance, all.agencies), any_of(chance, all.agencies)});
    std::vector<plan::ActionId> actions;
    for (int at = 0; at < actions_a_recommendation; ++at)
        actions.push_back(any_of(chance, all.actions));
    it.actions = text_of(actions);
    for (int at = chance.one_in(3) ? 2 : 1; at > 0; --at)
        whole.sources.push_back(any_source(all, dated));
    return whole;
}

/// The next step of its life, some months after the last one; false where nothing comes after.
bool move_on(Register& all, Whole& whole) {
    const auto rows = transitions::rows_from(moves(), whole.it.state);
    const auto on = whole.it.since + days{20 + static_cast<int>(all.chance.below(240))};
    if (rows.empty() || on > all.today || is_end(whole.it.state)) return false;
    // The first row leads on; now and then another one.
    const auto& row = all.chance.one_in(8) ? *rows[all.chance.below(rows.size())] : *rows.front();
    whole.moves.push_back({.id = all.scope.new_id<MoveId>(),
                           .number = static_cast<int>(whole.moves.size()) + 1,
                           .move = std::string(to_text(row.move)),
                           .from = row.from,
                           .to = row.to,
                           .on = on,
                           .by = "Delegated safeguarding partners",
                           .comment = "Agreed."});
    whole.it.state = row.to;
    whole.it.since = on;
    const bool is_shown = row.to == State::actions_complete || row.to == State::impact_tested;
    if (is_shown && !all.chance.one_in(6))
        whole.evidence.push_back(
            {.id = all.scope.new_id<EvidenceId>(),
             .shows = row.to == State::impact_tested ? Shows::impact : Shows::completion,
             .kind = EvidenceKind::audit_question,
             .words = "Nine of twelve records show it.",
             .on = on});
    return true;
}

void add_one(Register& all, int number) {
    const auto dated =
        all.today - days{days_of_all - number * days_of_all / recommendations_of_all};
    all.scope.today = dated;
    all.scope.now = Moment{dated} + std::chrono::hours{10};
    auto whole = any_recommendation(all, dated);
    whole.it = add_recommendation(all.db, all.scope, whole);
    while (move_on(all, whole)) {
        all.scope.now = Moment{whole.it.since} + std::chrono::hours{10};
        (void)save_recommendation(all.db, all.scope, whole,
                                  {.verb = "recommendation.moved", .true_from = whole.it.since});
        ++whole.it.version;
    }
    all.made.push_back(whole.it.id);
}

void add_one_link(Register& all, int number) {
    const auto& from = any_of(all.chance, all.made);
    const auto& to = any_of(all.chance, all.actions);
    (void)thread::add_link(
        all.db, all.scope,
        {.from = {"recommendation", from.str()},
         .to = {"action", to.str()},
         .strength = number % 2 ? thread::Strength::fully : thread::Strength::partly,
         .why = "Both ask for much the same."});
}

void make_records(const std::string& address, Day today, const std::string& secret) {
    store::Database database(address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    const auto begin = today - days{days_of_all + 1};
    Register all{db, command_line_scope(Moment{begin}, chance), chance, today};
    in_one_transaction(db, [&] { add_owners(all, secret); });
    for (int number = 0; number < plans_of_all; ++number)
        in_one_transaction(db, [&] { add_one_plan(all, number); });
    in_batches(all, recommendations_of_all, [&](int number) { add_one(all, number); });
    in_batches(all, added_links, [&](int number) { add_one_link(all, number); });
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    return openmasa::bench::make_as_asked(count, words, "make_recommendations",
                                          openmasa::bench::make_records);
}
