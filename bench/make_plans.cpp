// Fills a database that `openmasa init` made with a large partnership's register of plans over
// sixteen months: 300 agencies, groups and offices, 200 people with roles, 200 plans of every kind
// (of 50 there are two editions), 100,000 actions, 1,000,000 versions of them. Everything is
// written by the program's own store, month by month, as people would have.
//     make_plans DATABASE TODAY SECRET
// Signed in: an agency's lead with the session SECRET, and the business unit with SECRET read
// backwards. The first plan is the one of exactly 500 actions whose pages are measured most.
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "partnership/agencies/store.hpp"
#include "plan/actions/rules.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "records.hpp"
#include <iostream>

namespace openmasa::bench {
namespace {

using namespace plan;
using std::chrono::days;

constexpr int agencies_of_all = 120, groups_of_all = 120, offices_of_all = 60, people_of_all = 200;
constexpr int plans_of_all = 200, plans_in_two_editions = 50, sections = 5, objectives = 3;
constexpr int actions_a_plan = 500, most_more = 200; // from 300 to 700
constexpr int months = 16, month_of_new_editions = 6;
constexpr std::string_view sectors[] = {"Health",          "Police",           "Education",
                                        "Local authority", "Voluntary sector", "Justice"};
constexpr std::string_view places[] = {"North", "South", "East", "West", "Coastal", "City"};

struct LivingAction {
    Action action;
    std::vector<Step> steps;
};
struct LivingPlan {
    Plan plan;
    std::vector<Section> sections{};
    std::vector<LivingAction> actions{};
};
struct Partnership {
    store::Db& db;
    Scope scope;
    Chance& chance;
    std::vector<OwnerId> agencies{}, owners{};
    std::vector<PersonId> people{};
    std::vector<TargetDate> understood{};
    std::vector<std::string> tags{};
    std::vector<LivingPlan> plans{};
};

template<class Item> const Item& any_of(Chance& chance, const std::vector<Item>& items) {
    return items[chance.below(items.size())];
}

/// Some dozens are saved together, as an import or a meeting's changes are.
template<class Work> void in_batches(Partnership& all, std::size_t count, Work work) {
    constexpr std::size_t together = 40;
    for (std::size_t from = 0; from < count; from += together)
        in_one_transaction(all.db, [&] {
            for (auto at = from; at < std::min(from + together, count); ++at) work(at);
        });
}

void go_to(Partnership& all, Moment now) {
    all.scope.now = now;
    all.scope.today = london_day(now);
}

void add_agencies(Partnership& all) {
    for (int number = 0; number < agencies_of_all; ++number) {
        agencies::Agency agency{.name = fmt::format("{} {}, {}", all.chance.any(places),
                                                    all.chance.any(offices), number + 1),
                                .sector = std::string(all.chance.any(sectors)),
                                .role =
                                    all.chance.one_in(10) ? "Statutory partner" : "Relevant agency",
                                .section_11 = all.chance.one_in(2),
                                .contact = "safeguarding@example.org"};
        agency.id = access::owner_named(all.db, all.scope, agency.name, access::OwnerType::agency);
        agencies::add_agency(all.db, all.scope, agency);
        all.agencies.push_back(agency.id);
    }
}

void add_owners(Partnership& all) {
    add_agencies(all);
    all.owners = all.agencies;
    const auto add = [&](std::string_view name, int number, access::OwnerType type) {
        all.owners.push_back(
            access::owner_named(all.db, all.scope, fmt::format("{} {}", name, number + 1), type));
    };
    for (int number = 0; number < groups_of_all; ++number)
        add(fmt::format("{} Group", all.chance.any(priorities)), number, access::OwnerType::group);
    for (int number = 0; number < offices_of_all; ++number)
        add(all.chance.any(posts), number, access::OwnerType::office);
}

/// One in twenty works in the business unit; the others act for an agency or a group.
void add_people(Partnership& all, std::string secret) {
    constexpr Role roles[] = {Role::agency_lead, Role::group_chair, Role::group_member,
                              Role::agency_lead, Role::practitioner};
    for (int number = 0; number < people_of_all; ++number) {
        Somebody who{.known_as = fmt::format("{} {}", all.chance.any(posts), number + 1),
                     .email = fmt::format("office{}@example.org", number + 1),
                     .role = number % 20 == 1 ? Role::business_unit : roles[number % 5]};
        if (is_held_within(who.role))
            who.within = all.owners[std::size_t(number) % all.owners.size()];
        const auto account = add_somebody(all.db, all.scope, who);
        all.people.push_back(account.person);
        if (number > 1) continue;
        sign_in(all.db, all.scope, account.id, secret);
        secret.assign(secret.rbegin(), secret.rend());
    }
}

/// What actions are tagged with: one theme or two of them.
void read_tags(Partnership& all) {
    const auto book = terms::term_book(all.db);
    const auto themes = book->of(terms::Kind::theme, all.scope.today);
    for (const auto* one : themes)
        for (const auto* other : themes) {
            const terms::TermId ids[] = {one->id, other->id};
            all.tags.push_back(terms::tags_from(*book, ids));
        }
    if (all.tags.empty()) all.tags.emplace_back();
}

Section section_of(Partnership& all, const LivingPlan& of, int number) {
    const std::string name(priorities[number]);
    const bool is_priority = number + 1 < sections;
    Section section{.id = all.scope.new_id<SectionId>(),
                    .plan = of.plan.id,
                    .position = number,
                    .code = section_code(name),
                    .name = name,
                    .is_priority = is_priority};
    if (!is_priority) return section;
    if (!all.chance.one_in(20)) section.owner = any_of(all.chance, all.owners);
    if (!all.chance.one_in(20)) section.chair = all.chance.any(posts);
    if (!all.chance.one_in(8)) section.difference = any_title(all.chance);
    section.adopted_on = all.scope.today;
    section.adopted_by = "The partnership's executive";
    section.prevalence = any_title(all.chance);
    section.impact = any_title(all.chance);
    return section;
}

std::string some_owners(Partnership& all) {
    std::string ids;
    for (auto many = all.chance.below(4); many > 0; --many)
        ids += (ids.empty() ? "" : " ") + any_of(all.chance, all.owners).str();
    return ids;
}

Action action_of(Partnership& all, const LivingPlan& of, const Objective& objective, int position) {
    auto& chance = all.chance;
    const auto& section = of.sections.back();
    Action action{.id = all.scope.new_id<ActionId>(),
                  .plan = section.plan,
                  .section = section.id,
                  .objective = objective.id,
                  .position = position,
                  .reference = fmt::format("{} {}", section.code, position),
                  .title = any_title(chance)};
    action.words =
        fmt::format("{}\n\u2022 {}\n\u2022 {}", action.title, any_title(chance), any_title(chance));
    if (!chance.one_in(25)) action.owner = any_of(chance, all.owners);
    action.target = target_day(any_of(chance, all.understood));
    action.adopted_on = all.scope.today;
    if (!chance.one_in(3)) action.lead = any_of(chance, all.people);
    if (chance.one_in(3)) action.contributors = some_owners(all);
    if (chance.one_in(10) && !of.actions.empty())
        action.waits_for = any_of(chance, of.actions).action.id.str();
    if (chance.one_in(3)) action.tags = any_of(chance, all.tags);
    action.version = 0;
    return action;
}

void add_one_action(Partnership& all, LivingPlan& to, const Objective& objective, int position,
                    const LivingPlan* before) {
    LivingAction made{.action = action_of(all, to, objective, position), .steps = {}};
    auto& action = made.action;
    const auto at = to.actions.size();
    if (before && at < before->actions.size() && !all.chance.one_in(3))
        action.follows = before->actions[at].action.id;
    made.steps = steps_from(understand_date(action.target.words), {}, all.scope);
    action.steps = int(made.steps.size());
    begin_action(all.db, all.scope, action);
    save_steps(all.db, all.scope, action.id, made.steps);
    (void)save_action(all.db, all.scope, action, {.verb = "action.added"});
    ++action.version;
    to.actions.push_back(std::move(made));
}

void add_objectives(Partnership& all, LivingPlan& to, int actions, const LivingPlan* before) {
    const auto& section = to.sections.back();
    for (int number = 0; number < objectives; ++number) {
        const Objective objective{.id = all.scope.new_id<ObjectiveId>(),
                                  .section = section.id,
                                  .position = number,
                                  .title = any_title(all.chance)};
        const int end =
            actions * (section.position * objectives + number + 1) / (sections * objectives);
        in_one_transaction(all.db, [&] {
            add_objective(all.db, all.scope, objective);
            while (int(to.actions.size()) < end)
                add_one_action(all, to, objective, int(to.actions.size()) + 1, before);
        });
    }
}

/// Of each two plans one is as much larger as the other is smaller; the first two are even.
int size_of_plan(std::size_t number) {
    const int more = number < 2 ? 0 : int(number / 2 * 37 % most_more);
    return number % 2 ? actions_a_plan - more : actions_a_plan + more;
}

void add_one_plan(Partnership& all, const LivingPlan* before, std::string period) {
    const auto number = all.plans.size();
    LivingPlan made{.plan = {.id = all.scope.new_id<PlanId>(),
                             .title = fmt::format("{} plan {}", all.chance.any(places), number + 1),
                             .period = std::move(period),
                             .type = all_plan_types[number % all_plan_types.size()]}};
    if (all.chance.one_in(2)) made.plan.owner = any_of(all.chance, all.owners);
    if (before) {
        made.plan.title = before->plan.title;
        made.plan.type = before->plan.type;
        made.plan.follows = before->plan.id;
    }
    in_one_transaction(all.db, [&] { add_plan(all.db, all.scope, made.plan); });
    for (int at = 0; at < sections; ++at) {
        made.sections.push_back(section_of(all, made, at));
        if (before) made.sections.back().follows = before->sections[std::size_t(at)].id;
        in_one_transaction(all.db, [&] { add_section(all.db, all.scope, made.sections.back()); });
        add_objectives(all, made, size_of_plan(number), before);
    }
    all.plans.push_back(std::move(made));
}

Status status_after(Chance& chance, Status before) {
    if (!chance.one_in(4)) return before;
    const auto next = any_status(chance);
    return next == Status::not_started ? Status::in_progress : next;
}

void add_words_of_the_month(Partnership& all, Action& action, Status before) {
    const Moment at = all.scope.now;
    if (!all.chance.one_in(4)) {
        action.last_update = all.scope.today;
        add_progress(all.db, all.scope, action,
                     {.at = at,
                      .who = {},
                      .before = before,
                      .status = action.status,
                      .words = any_title(all.chance)});
    }
    if (!all.chance.one_in(8)) return;
    ++action.evidence;
    add_evidence(all.db, all.scope, action,
                 {.at = at,
                  .who = {},
                  .title = fmt::format("Minute {}", action.evidence),
                  .words = any_title(all.chance),
                  .link = {}});
}

/// What a month brings: progress, and sometimes evidence, a step done, another date or owner.
void change_it(Partnership& all, LivingAction& living) {
    auto& [action, steps] = living;
    auto& chance = all.chance;
    const auto before = action.status;
    all.scope.now += std::chrono::milliseconds{1};
    action.status = status_after(chance, before);
    action.stopped_why = needs_reason(action.status) ? "Another priority's action covers it" : "";
    if (chance.one_in(10)) action.target = target_day(any_of(chance, all.understood));
    if (chance.one_in(20)) action.owner = any_of(chance, all.owners);
    add_words_of_the_month(all, action, before);
    if (action.steps_done < action.steps && chance.one_in(3)) {
        steps[std::size_t(action.steps_done++)].done_on = all.scope.today;
        save_steps(all.db, all.scope, action.id, steps);
    }
    (void)save_action(all.db, all.scope, action, {.verb = "action.updated"});
    ++action.version;
}

/// Four actions in five are looked at in a month.
void pass_a_month(Partnership& all, LivingPlan& in) {
    in_batches(all, in.actions.size(), [&](std::size_t at) {
        if (!all.chance.one_in(5)) change_it(all, in.actions[at]);
    });
}

/// What the new edition did not take up, for half of it with the reason.
void leave_behind(Partnership& all, LivingPlan& older, const LivingPlan& newer) {
    in_batches(all, older.actions.size(), [&](std::size_t at) {
        auto& action = older.actions[at].action;
        const bool is_carried_on = at < newer.actions.size() && newer.actions[at].action.follows;
        if (is_carried_on || all.chance.one_in(2)) return;
        action.left_behind_why = "The next plan has other priorities";
        (void)save_action(all.db, all.scope, action, {.verb = "action.left_behind"});
        ++action.version;
    });
}

void add_new_editions(Partnership& all) {
    for (std::size_t at = 0; at < plans_in_two_editions; ++at) {
        const auto older = all.plans[plans_of_all - 2 * plans_in_two_editions + at];
        add_one_plan(all, &older, "2025-26");
        leave_behind(all, all.plans[plans_of_all - 2 * plans_in_two_editions + at],
                     all.plans.back());
    }
}

void pass_months(Partnership& all, Day today) {
    const auto first = today - days{31 * months};
    const std::size_t with_a_next = plans_of_all - 2 * plans_in_two_editions;
    for (int month = 0; month < months; ++month) {
        go_to(all, first + days{31 * month} + std::chrono::hours{9});
        if (month == month_of_new_editions) add_new_editions(all);
        for (std::size_t at = 0; at < all.plans.size(); ++at) {
            const bool is_over = month >= month_of_new_editions && at >= with_a_next &&
                                 at < plans_of_all - plans_in_two_editions;
            go_to(all, std::max(all.scope.now, Moment{first + days{31 * month + int(at) / 7}} +
                                                   std::chrono::hours{9}));
            if (!is_over) pass_a_month(all, all.plans[at]);
        }
        std::cout << fmt::format("  {} of {} months\n", month + 1, months) << std::flush;
    }
}

void make_records(const std::string& address, Day today, const std::string& secret) {
    store::Database database(address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    Partnership all{db, command_line_scope(Moment{today - days{31 * months + 60}}, chance), chance};
    for (auto words : dates) all.understood.push_back(understand_date(words));
    in_one_transaction(db, [&] {
        add_owners(all);
        add_people(all, std::string(secret));
    });
    read_tags(all);
    for (int number = 0; number < plans_of_all - plans_in_two_editions; ++number) {
        const bool has_a_next = number >= plans_of_all - 2 * plans_in_two_editions;
        constexpr std::string_view periods[] = {"2024-26", "2024-27", ""};
        add_one_plan(all, nullptr, has_a_next ? "2024-25" : std::string(chance.any(periods)));
    }
    pass_months(all, today);
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    return openmasa::bench::make_as_asked(count, words, "make_plans",
                                          openmasa::bench::make_records);
}
