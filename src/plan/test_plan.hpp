#pragma once
// The cast and the plan that tests of this area share. Today is Thursday 22 January 2026.
//     TestPlan test;
//     const auto page = test.get(home::module(), test.reader, "/");
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "core/routing/route.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>
#include <map>

namespace openmasa::plan {

/// An action of the plan, as far as it differs from the others.
struct TestAction {
    std::string title;
    /// As in the plan; "" for none.
    std::string date;
    Status status = Status::not_started;
    std::optional<Day> last_update{};
    int evidence = 0, steps = 0, steps_done = 0;
    std::string withdrawn_why{};
};

/// A migrated database with one plan: two sections (the second is no priority and has no owner),
/// three objectives (the last is empty), eleven actions and a withdrawn one.
///   11 actions: 3 late (VA 1, VA 3, FF 3), 2 due within 30 days (VA 2, FF 5), 2 without a date
///   (VA 6, FF 2), 1 without an owner (VA 6), 1 done without evidence (VA 5), 5 open ones without
///   an update for a quarter (VA 1, VA 3, VA 6, FF 2, FF 3), 1 stopped, 1 done with evidence
class TestPlan {
public:
    TestPlan() : db((database_.migrate(), database_.database())), now(database_.noon()) {
        in_one_transaction([&] {
            for (auto* who : {&unit, &constable, &reader, &outsider}) add_person(*who);
            constabulary = access::owner_named(db, unit, "Norfolk Constabulary <b>&");
            services = access::owner_named(db, unit, "Children's Services");
            constable.holdings = {{Role::agency_lead, constabulary}};
            add_plan_and_parts();
            add_actions_of_the_first_section();
            add_actions_of_the_second_section();
        });
    }

    /// What a module answers to a GET by that person, as the router would ask it; the route's
    /// budget must hold.
    http::Response get(const Module& module, const Scope& who, std::string_view target) {
        http::Request request;
        request.path = target.substr(0, target.find('?'));
        if (request.path.size() < target.size())
            request.query = target.substr(request.path.size() + 1);
        for (const auto& route : module.routes) {
            const auto captures = http::match(route.pattern, request.path);
            if (captures && route.method == Method::Get)
                return answer(route, request, *captures, who);
        }
        ADD_FAILURE() << "no route for " << target;
        return {};
    }

    /// Adds one more action at the end of an objective.
    ActionId add(const Section& section, const Objective& objective, std::optional<OwnerId> owner,
                 const TestAction& more) {
        Action action;
        action.id = unit.new_id<ActionId>();
        action.plan = section.plan;
        action.section = section.id;
        action.objective = objective.id;
        action.position = ++actions_;
        action.reference = section.code + " " + std::to_string(++references_[section.code]);
        action.title = action.words = more.title;
        action.owner = owner;
        action.target = target_day(understand_date(more.date));
        action.status = more.status;
        if (more.status == Status::stopped) action.stopped_why = "The money went elsewhere";
        action.adopted_on = day(2025, 6, 2);
        action.last_update = more.last_update;
        action.deadline = deadline_of(action.target, action.adopted_on, more.last_update);
        action.steps = more.steps;
        action.steps_done = more.steps_done;
        action.evidence = more.evidence;
        action.withdrawn = !more.withdrawn_why.empty();
        action.withdrawn_why = more.withdrawn_why;
        add_action(db, unit, action);
        return action.id;
    }

    /// A plan beside the first, with one priority and one objective and no action.
    struct Another {
        Plan plan;
        Section section;
        Objective objective;
    };
    Another add_another_plan(std::string title) {
        Another made{.plan = {.id = unit.new_id<PlanId>(), .title = std::move(title)},
                     .section = section("LP", "Locality", 1),
                     .objective = {}};
        made.section.plan = made.plan.id;
        made.objective = objective(made.section, "Begin", 1);
        in_one_transaction([&] {
            add_plan(db, unit, made.plan);
            add_section(db, unit, made.section);
            add_objective(db, unit, made.objective);
        });
        return made;
    }

    /// Somebody with an account and that role, for the constabulary where it is for something.
    Scope somebody(Role role) {
        auto who = person(std::string(spoken(role)), {{role, {}}});
        if (is_held_within(role)) who.holdings = {{role, constabulary}};
        add_person(who);
        return who;
    }
    store::Database& database() { return database_.database(); }

    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }

private:
    store::TestDatabase database_;
    int actions_ = 0;
    std::map<std::string, int> references_;

public:
    store::Db db;
    Moment now;
    Day today = day(2026, 1, 22);
    Settings settings;

    Scope unit = person("Business unit", {{Role::business_unit, {}}});
    Scope constable = person("Chief Constable", {}); // updates actions of the constabulary
    Scope reader = person("Lead member", {{Role::delegated_partner, {}}});
    Scope outsider = person("Somebody new", {});

    OwnerId constabulary{}, services{};
    Plan plan{.id = unit.new_id<PlanId>(),
              .title = "Business plan <b>& 2025 to 2026",
              .period = "2025-26",
              .edition = "Last review: Dec 2025"};
    Section adolescents = section("VA", "Vulnerable <b>& adolescents", 1);
    Section families = section("FF", "Families First", 2);
    Objective prevent = objective(adolescents, "Prevent <b>&", 1);
    Objective family_plan = objective(families, "Family plan", 1);
    Objective front_door = objective(families, "Front door", 2); // has no actions
    ActionId late{}, soon{}, recurring{}, at_risk{}, unproven{}, bare{}, done{}, stopped{},
        withdrawn{}, with_steps{};

private:
    Scope person(std::string known_as, std::vector<Holding> holdings) const {
        auto& random = system_randomness();
        return {.person = PersonId::make(now, random),
                .account = AccountId::make(now, random),
                .known_as = std::move(known_as),
                .holdings = std::move(holdings),
                .from = "127.0.0.1",
                .now = now,
                .today = today,
                .randomness = &random};
    }
    Section section(const char* code, const char* name, int position) const {
        Section made;
        made.id = unit.new_id<SectionId>();
        made.plan = plan.id;
        made.position = position;
        made.code = code;
        made.name = name;
        return made;
    }
    Objective objective(const Section& in, const char* title, int position) const {
        return {.id = unit.new_id<ObjectiveId>(),
                .section = in.id,
                .position = position,
                .title = title,
                .words = std::string(title) + ": what it is for"};
    }
    void add_person(const Scope& who) {
        accounts::add_account(db,
                              {.id = *who.account,
                               .person = *who.person,
                               .known_as = who.known_as,
                               .email = who.account->str() + "@example.org",
                               .password_hash = {}},
                              now);
    }
    void add_plan_and_parts() {
        adolescents.owner = constabulary;
        adolescents.owner_name = "Norfolk Constabulary <b>&";
        adolescents.chair = "Chief Constable";
        adolescents.difference = "Children are safer <b>&\nPractice is the same everywhere";
        families.is_priority = false;
        add_plan(db, unit, plan);
        for (const auto* section : {&adolescents, &families}) add_section(db, unit, *section);
        for (const auto* one : {&prevent, &family_plan, &front_door}) add_objective(db, unit, *one);
    }
    void add_actions_of_the_first_section() {
        const auto add_one = [&](std::optional<OwnerId> owner, const TestAction& action) {
            return add(adolescents, prevent, owner, action);
        };
        late = add_one(constabulary, {"Map <b>& partners' priorities", "Autumn 2025",
                                      Status::in_progress, day(2025, 10, 6)});
        soon = add_one(constabulary, {"Publish the practice guide", "30 January 2026",
                                      Status::in_progress, day(2026, 1, 12)});
        recurring = add_one(constabulary, {"Report on missing children", "Quarterly",
                                           Status::in_progress, day(2025, 10, 1)});
        at_risk = add_one(constabulary, {"Train every officer", "31 March 2026", Status::at_risk,
                                         day(2025, 12, 1)});
        unproven = add_one(constabulary,
                           {"Hold a practice week", "31 Oct 2025", Status::done, day(2025, 11, 3)});
        bare = add_one({}, {"Write guidance", ""});
    }
    void add_actions_of_the_second_section() {
        const auto add_one = [&](const TestAction& action) {
            return add(families, family_plan, services, action);
        };
        done =
            add_one({"Set up the working group", "30 June 2025", Status::done, day(2025, 7, 1), 2});
        add_one({"Agree the forms", "TBC"});
        add_one({"Map the processes", "31 Dec 2025"});
        stopped = add_one({"Move the record system", "Nov 2025", Status::stopped, day(2025, 9, 1)});
        with_steps = add_one({"Agree the scope in stages", "Dec 2025 Jan 2026", Status::in_progress,
                              day(2026, 1, 15), 0, 2, 1});
        withdrawn = add_one({"Count the leaflets",
                             "31 Aug 2025",
                             Status::not_started,
                             {},
                             0,
                             0,
                             0,
                             "Not in the edition of December 2025"});
    }
    http::Response answer(const Route& route, http::Request& request,
                          const http::Captures& captures, const Scope& who) {
        http::Response refused;
        refused.status = 404;
        if (!who.may(route.permission)) return refused;
        db.finish();
        Context context{.request = request,
                        .db = db,
                        .settings = settings,
                        .scope = who,
                        .captures = captures,
                        .form = http::read_query(request.query),
                        .secret = "secret"};
        auto response = route.handler(context);
        EXPECT_LE(db.statements(), route.budget.statements) << request.path;
        db.finish();
        return response;
    }
};

} // namespace openmasa::plan
