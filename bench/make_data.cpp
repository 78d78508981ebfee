// Fills a database that `openmasa init` made with the benchmark's records: 200 plans of 500 actions
// and one reader who is signed in. Everything is written by the program's own store, so the records
// are what it would have written, and the same on every machine.
//     make_data DATABASE TODAY SECRET     prints the 200 addresses to ask for, one a line
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/list_views.hpp"
#include "plan/actions/rules.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <random>

namespace openmasa::bench {
namespace {

using namespace plan;

constexpr int plans = 200, sections = 5, objectives_a_section = 3, actions_a_plan = 500;

constexpr std::string_view verbs[] = {
    "Agree",   "Review", "Publish",  "Pilot",    "Test",      "Extend",  "Commission", "Audit",
    "Refresh", "Launch", "Embed",    "Map",      "Simplify",  "Share",   "Evaluate",   "Strengthen",
    "Finish",  "Design", "Bring in", "Write up", "Report on", "Set out", "Try out",    "Measure"};
constexpr std::string_view things[] = {"the threshold guide",
                                       "the multi-agency audit tool",
                                       "a shared chronology for neglect",
                                       "the escalation & resolution policy",
                                       "the joint training offer",
                                       "the children's feedback survey",
                                       "the data set for quarter-end reporting",
                                       "the pathway for children who go missing",
                                       "the pre-birth protocol",
                                       "a one-page guide to \"was not brought\"",
                                       "the information sharing agreement",
                                       "the exploitation screening tool",
                                       "safer sleep messages",
                                       "the section 11 self-assessment",
                                       "the school safeguarding return",
                                       "the transition to adulthood protocol",
                                       "learning from the last three reviews",
                                       "the supervision standard",
                                       "the parental mental health toolkit",
                                       "the contextual safeguarding plan",
                                       "the daily risk meeting's terms",
                                       "the independent scrutiny programme"};
constexpr std::string_view purposes[] = {"with every agency",
                                         "in three districts",
                                         "so that thresholds are used in the same way",
                                         "for frontline managers",
                                         "with schools & colleges",
                                         "and report what changed for children",
                                         "across health, police and children's services",
                                         "with parents' and carers' groups",
                                         "for out-of-hours teams",
                                         "and act on what it shows",
                                         "before the next yearly report",
                                         "with the voluntary sector",
                                         "at no extra cost",
                                         "and check it after six months",
                                         "through the delivery groups",
                                         "with young people leading"};
constexpr std::string_view priorities[] = {"Neglect", "Vulnerable Adolescents",
                                           "Child Exploitation", "Family Networks & Early Help",
                                           "Business critical activity"};
constexpr std::string_view offices[] = {
    "Children's Services", "Constabulary",      "Integrated Care Board", "Public Health",
    "Education",           "Probation Service", "Youth Justice",         "Housing & Communities"};
constexpr std::string_view posts[] = {"Head of service", "Delivery group", "Practice lead",
                                      "Business manager", "Data team"};

/// How dates are written in plans, each as often as it stands in the list. Seen from 22 January
/// 2026 about three in ten are past, two in ten come within thirty days, one in twenty is none.
constexpr std::string_view dates[] = {"31 Oct 2025",
                                      "30 Sept 2025",
                                      "by 30 November 2025",
                                      "Mid Nov 25",
                                      "End Nov 25",
                                      "Autumn 2025",
                                      "Autumn term 2025",
                                      "Q3 2025/26",
                                      "Dec 2025",
                                      "Sep – Dec 2025",
                                      "19/12/2025",
                                      "31 Oct 2025",
                                      "Nov 2025",
                                      "by 12 January 2026",
                                      "End Dec 25",
                                      "30/09/2025",
                                      "Oct – Dec 25",
                                      "31 Jan 2026",
                                      "End Jan 26",
                                      "Jan 2026",
                                      "by 13 February 2026",
                                      "Nov 25/Jan 26",
                                      "13/02/2026",
                                      "Mid Feb 26",
                                      "Dec 2025 Jan 2026",
                                      "31 Jan 2026",
                                      "Early Feb 26",
                                      "31 Mar 2026",
                                      "by 30 June 2026",
                                      "Spring – Summer 2026",
                                      "Spring term 2026",
                                      "2025-26",
                                      "2026",
                                      "Q1 2026/27",
                                      "Jan – Jun 26",
                                      "Feb 2026",
                                      "1st March 2026",
                                      "End Mar 26",
                                      "Sep 2026",
                                      "Autumn term 2026",
                                      "From 1 Apr 2026",
                                      "Ongoing",
                                      "Dec 2025 - ongoing",
                                      "Quarterly",
                                      "Quarterly",
                                      "Bi-monthly",
                                      "Annually",
                                      "31 Oct 2025, 31 Jan 2026, 30 Apr 2026",
                                      "30 Nov 2025\n31 Mar 2026",
                                      "TBC",
                                      "",
                                      "as soon as possible"};

/// Repeatable: the same numbers for every run, also where ids are made.
class Chance : public Randomness {
public:
    std::size_t below(std::size_t end) { return engine_() % end; }
    bool one_in(std::size_t many) { return below(many) == 0; }
    template<class T, std::size_t Size> const T& any(const T (&values)[Size]) {
        return values[below(Size)];
    }
    void fill(unsigned char* bytes, std::size_t count) override {
        for (std::size_t at = 0; at < count; ++at)
            bytes[at] = static_cast<unsigned char>(engine_());
    }

private:
    std::mt19937_64 engine_{20260122};
};

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

void in_one_transaction(store::Db& db, const std::function<void()>& work) {
    (void)db.atomically([&]() -> Result<Done> {
        work();
        return Done{};
    });
}

void add_owners(Records& make) {
    for (auto office : offices)
        for (auto post : posts)
            access::owner_named(make.db, make.scope, fmt::format("{}, {}", office, post));
    make.owners = access::list_owners(make.db);
}

void add_reader(Records& make, std::string_view secret) {
    const auto& scope = make.scope;
    const accounts::Account reader{.id = scope.new_id<AccountId>(),
                                   .person = scope.new_id<PersonId>(),
                                   .known_as = "Scrutineer's office",
                                   .email = "reader@example.org",
                                   .password_hash = {}};
    accounts::add_account(make.db, reader, scope.now);
    access::add_holding(make.db, {.id = scope.new_id<PersonId>().str(),
                                  .person = reader.person,
                                  .role = Role::analyst,
                                  .owner = {},
                                  .from = scope.today - std::chrono::days{100}});
    const auto session = scope.new_id<SessionId>();
    accounts::add_session(make.db, {.id = session,
                                    .secret_hash = sha256(secret),
                                    .account = reader.id,
                                    .from = "127.0.0.1",
                                    .started_at = scope.now,
                                    .expires_at = scope.now + std::chrono::years{70}});
    // In use on whatever day it is measured.
    accounts::mark_used(make.db, session, scope.now + std::chrono::years{70});
}

Status any_status(Chance& chance) {
    const auto at = chance.below(100);
    if (at < 25) return Status::not_started;
    if (at < 62) return Status::in_progress;
    if (at < 72) return Status::at_risk;
    return at < 95 ? Status::done : Status::stopped;
}

std::string any_title(Chance& chance) {
    return fmt::format("{} {} {}", chance.any(verbs), chance.any(things), chance.any(purposes));
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

void make_records(const std::string& database_address, Day today, std::string_view secret) {
    store::Database database(database_address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    Records make{db, command_line_scope(today + std::chrono::hours{8}, chance), chance};
    for (auto words : dates) make.understood.push_back(understand_date(words));
    in_one_transaction(db, [&] {
        add_owners(make);
        add_reader(make, secret);
    });
    for (int number = 0; number < plans; ++number) {
        const auto made = add_one_plan(make, number);
        std::cout << address_to_ask(make, made, std::size_t(number)) << "\n";
    }
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    const auto today = count == 4 ? openmasa::day_from_iso(words[2]) : std::nullopt;
    if (!today) {
        std::cerr << "make_data DATABASE TODAY SECRET\n";
        return 2;
    }
    try {
        openmasa::bench::make_records(words[1], *today, words[3]);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
