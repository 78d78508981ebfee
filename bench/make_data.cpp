// Fills a database that `openmasa init` made with the benchmark's records: 200 plans of 500 actions
// and one reader who is signed in. Everything is written by the program's own store, so the records
// are what it would have written, and the same on every machine.
//     make_data DATABASE TODAY SECRET     prints the 200 addresses to ask for, one a line
#include "plan/actions/list_store.hpp"
#include "plan/actions/list_views.hpp"
#include "plan/actions/rules.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "records.hpp"
#include <algorithm>
#include <iostream>

namespace openmasa::bench {
namespace {

using namespace plan;

constexpr int plans = 200, sections = 5, objectives_a_section = 3, actions_a_plan = 500;

struct Records {
    store::Db& db;
    Scope scope;
    Chance& chance;
    std::vector<access::Owner> owners{};
    std::vector<TargetDate> understood{};
};

struct MadePlan {
    Plan plan;
    std::vector<Section> sections{};
};

void add_owners(Records& make) {
    for (auto office : offices)
        for (auto post : posts)
            access::owner_named(make.db, make.scope, fmt::format("{}, {}", office, post));
    make.owners = access::list_owners(make.db);
}

/// How it stands: the newest progress, how much evidence there is, and which steps are done.
void decide_how_it_stands(const Records& make, Action& action, std::vector<Step>& steps) {
    auto& chance = make.chance;
    action.status = any_status(chance);
    if (action.status == Status::not_started) return;
    if (action.status == Status::stopped)
        action.stopped_why = "Another priority's action covers it";
    action.last_update = make.scope.today - std::chrono::days(1 + chance.below(150));
    const bool shown = action.status == Status::done ? !chance.one_in(4) : chance.one_in(4);
    action.evidence = shown ? 1 + int(chance.below(4)) : 0;
    for (auto& step : steps)
        if (action.status == Status::done || chance.one_in(2)) step.done_on = action.last_update;
    action.steps_done = int(
        std::ranges::count_if(steps, [](const Step& step) { return step.done_on.has_value(); }));
}

void add_what_shows_it(Records& make, const Action& action) {
    if (!action.last_update) return;
    const Moment at = *action.last_update + std::chrono::hours{10};
    add_progress(make.db, make.scope, action,
                 {.at = at,
                  .who = {},
                  .before = Status::not_started,
                  .status = action.status,
                  .words = any_title(make.chance)});
    for (int piece = 1; piece <= action.evidence; ++piece)
        add_evidence(make.db, make.scope, action,
                     {.at = at,
                      .who = {},
                      .title = fmt::format("Minute {}", piece),
                      .words = any_title(make.chance),
                      .link = {}});
}

void add_one_action(Records& make, const Section& section, const Objective& objective,
                    int position) {
    auto& chance = make.chance;
    Action action{.id = make.scope.new_id<ActionId>(),
                  .plan = section.plan,
                  .section = section.id,
                  .objective = objective.id,
                  .position = position,
                  .reference = fmt::format("{} {}", section.code, position),
                  .title = any_title(chance)};
    action.words =
        fmt::format("{}\n\u2022 {}\n\u2022 {}", action.title, any_title(chance), any_title(chance));
    if (!chance.one_in(25)) action.owner = make.owners[chance.below(make.owners.size())].id;
    const auto& date = make.understood[chance.below(make.understood.size())];
    action.target = target_day(date);
    action.adopted_on = make.scope.today - std::chrono::days(30 + chance.below(200));
    auto steps = steps_from(date, {}, make.scope);
    action.steps = int(steps.size());
    decide_how_it_stands(make, action, steps);
    action.version = 0;
    begin_action(make.db, make.scope, action);
    add_what_shows_it(make, action);
    save_steps(make.db, make.scope, action.id, steps);
    (void)save_action(make.db, make.scope, action, {.verb = "action.added"});
}

Section add_one_section(Records& make, const PlanId& plan, int number) {
    const std::string name(priorities[number]);
    const bool is_last = number + 1 == sections;
    Section section{.id = make.scope.new_id<SectionId>(),
                    .plan = plan,
                    .position = number,
                    .code = section_code(name),
                    .name = name,
                    .is_priority = !is_last};
    if (!is_last) section.owner = make.owners[make.chance.below(make.owners.size())].id;
    add_section(make.db, make.scope, section);
    return section;
}

void add_objectives(Records& make, const Section& section, int& position) {
    const int first = section.position * objectives_a_section;
    for (int number = 0; number < objectives_a_section; ++number) {
        const Objective objective{.id = make.scope.new_id<ObjectiveId>(),
                                  .section = section.id,
                                  .position = number,
                                  .title = any_title(make.chance)};
        add_objective(make.db, make.scope, objective);
        const int end = actions_a_plan * (first + number + 1) / (sections * objectives_a_section);
        while (position < end) add_one_action(make, section, objective, ++position);
    }
}

MadePlan add_one_plan(Records& make, int number) {
    make.scope.now += std::chrono::minutes{1}; // ids sort by when they were made
    MadePlan made{{.id = make.scope.new_id<PlanId>(),
                   .title = fmt::format("Business plan, district {}", number + 1),
                   .period = "2025-26",
                   .edition = "Last review Dec 2025"}};
    in_one_transaction(make.db, [&] { add_plan(make.db, make.scope, made.plan); });
    int position = 0;
    for (int at = 0; at < sections; ++at)
        in_one_transaction(make.db, [&] {
            made.sections.push_back(add_one_section(make, made.plan.id, at));
            add_objectives(make, made.sections.back(), position);
        });
    return made;
}

/// The filters that people use, in turn; each must leave a whole page of 50 rows.
std::vector<std::string> filters_of(const MadePlan& made) {
    const auto priority = [&](int at) { return made.sections[std::size_t(at)].id.str(); };
    return {"status=in_progress",
            fmt::format("priority={}&status=in_progress&status=not_started", priority(0)),
            "due=soon",
            "status=in_progress&due=late",
            fmt::format("priority={}&sort=date", priority(1)),
            "due=late&sort=date",
            "status=not_started&status=at_risk&sort=owner",
            "words=audit",
            fmt::format("priority={}&priority={}&sort=status", priority(2), priority(3)),
            "status=in_progress&page=2"};
}

std::string address_to_ask(Records& make, const MadePlan& made, std::size_t number) {
    const auto filters = filters_of(made);
    for (std::size_t at = 0; at < filters.size(); ++at) {
        const auto& query = filters[(number + at) % filters.size()];
        const auto filter = read_filter(http::read_query(query));
        const int rows = count_actions(make.db, made.plan.id, filter, make.scope.today);
        if (rows >= filter.page * listing::rows_a_page)
            return fmt::format("/plans/{}/actions?{}", made.plan.id.view(), query);
    }
    throw std::runtime_error("no filter leaves a whole page");
}

void make_records(const std::string& database_address, Day today, const std::string& secret) {
    store::Database database(database_address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    Records make{db, command_line_scope(today + std::chrono::hours{8}, chance), chance};
    for (auto words : dates) make.understood.push_back(understand_date(words));
    in_one_transaction(db, [&] {
        add_owners(make);
        const auto reader = add_somebody(db, make.scope,
                                         {.known_as = "Scrutineer's office",
                                          .email = "reader@example.org",
                                          .role = Role::analyst});
        sign_in(db, make.scope, reader.id, secret);
    });
    for (int number = 0; number < plans; ++number) {
        const auto made = add_one_plan(make, number);
        std::cout << address_to_ask(make, made, std::size_t(number)) << "\n";
    }
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    return openmasa::bench::make_as_asked(count, words, "make_data", openmasa::bench::make_records);
}
