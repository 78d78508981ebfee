#include "plan/home/rules.hpp"
#include "kernel/overdue.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include "plan/tally_views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::home {
namespace {

using plan::Counted;
using plan::Plan;
using plan::Status;
using plan::Tally;

bool is_late(const WaitingAction& action, Day today) {
    return plan::is_open(action.status) && due(action.deadline, today) == Due::overdue;
}

/// The verb that an action asks of its own owner.
std::string_view asks_for(const WaitingAction& action, Day today) {
    if (action.status == Status::done) return "Show that it was done: ";
    if (action.date_kind == "recurring" && due(action.deadline, today) != Due::later)
        return "Record an update: ";
    return is_late(action, today) ? "Say what happened: " : "";
}

std::string in_the_plans_words(const Home& home, const WaitingAction& action) {
    const auto plan = home.words.one(terms::Word::plan);
    if (action.date_words.empty()) return fmt::format("The {} gives no date", plan);
    return fmt::format("The {} says “{}”", plan, one_line(action.date_words));
}

std::string last_recorded(const WaitingAction& action, Day today) {
    if (!action.last_update) return "nothing has been recorded yet";
    const auto day = spoken(*action.last_update);
    return is_late(action, today) ? fmt::format("nothing has been recorded since {}", day)
                                  : fmt::format("progress was last recorded on {}", day);
}

std::string why(const Home& home, const WaitingAction& action, std::string_view where) {
    if (action.status == Status::done)
        return fmt::format("{}. It is marked done, and nothing shows it yet.", where);
    return fmt::format("{}. {}; {}.", where, in_the_plans_words(home, action),
                       last_recorded(action, home.today));
}

/// The section; what is not of the plan whose figures stand below says which plan it is of.
std::string place_of(const Home& home, const WaitingAction& action) {
    const auto plan = std::ranges::find(home.plans, action.plan, &Plan::id);
    if (plan == home.plans.begin() || plan == home.plans.end()) return action.section;
    return fmt::format("{}, {}", plan->title, action.section);
}

Need own_need(const Home& home, const WaitingAction& action) {
    auto need = when_of(action, home.today);
    need.what = fmt::format("{}{}", asks_for(action, home.today), action.title);
    need.why = why(home, action, place_of(home, action));
    return need;
}

Need need_to_see(const Home& home, const WaitingAction& action) {
    const auto owner = action.owner_name.empty() ? std::string_view("no owner") : action.owner_name;
    auto need = when_of(action, home.today);
    need.what = action.title;
    need.why = why(home, action, fmt::format("{}, {}", place_of(home, action), owner));
    return need;
}

/// Which plan, where it could be another one: " in “Neglect strategy”".
std::string in_which(const Home& home, const plan::PlanId& id) {
    if (home.plans.size() < 2) return "";
    const auto plan = std::ranges::find(home.plans, id, &Plan::id);
    return plan == home.plans.end() ? "" : fmt::format(" in “{}”", plan->title);
}

/// An owner with more than the page shows is led to the lists that hold the rest.
void add_rest_of_own(const Home& home, std::vector<Need>& items) {
    if (home.own.empty() || home.own.front().in_all <= int(home.own.size())) return;
    for (const auto& action : home.own) {
        if (!action.owner) continue;
        const auto href =
            fmt::format("/plans/{}/actions?owner={}", action.plan.view(), action.owner->view());
        if (std::ranges::count(items, href, &Need::href) > 0) continue;
        items.push_back({.href = href,
                         .what = fmt::format("See all actions of {}{}", action.owner_name,
                                             in_which(home, action.plan)),
                         .why = "More of them wait than are shown here.",
                         .leads_to_more = true});
    }
}

void add_own(const Home& home, std::vector<Need>& items) {
    for (const auto& action : home.own) items.push_back(own_need(home, action));
    add_rest_of_own(home, items);
}

/// "in 8 days", "today", "3 days ago".
std::string how_far_off(Day day, Day today) {
    const auto days = (day - today).count();
    if (days == 0) return "today";
    if (days < 0) return counted(-days, "day") + " ago";
    return days == 1 ? "tomorrow" : fmt::format("in {} days", days);
}

/// What somebody asks comes before what stands in the plan: it is answered on one page.
void add_updates(const Home& home, std::vector<Need>& items) {
    for (const auto& asked : home.updates)
        items.push_back({.href = "/updates/" + asked.request,
                         .what = asked.actions == 1
                                     ? "Say how one action stands"
                                     : fmt::format("Say how {} actions stand", asked.actions),
                         .why = fmt::format("{} asks, for {}.", asked.asker, asked.plan_title),
                         .when = spoken(asked.answer_by),
                         .since = "answers wanted " + how_far_off(asked.answer_by, home.today),
                         .is_late = asked.answer_by < home.today});
}

void add_responses(const Home& home, std::vector<Need>& items) {
    for (const auto& asked : home.responses)
        items.push_back({.href = fmt::format("/recommendations/{}/answers/{}", asked.recommendation,
                                             asked.owner),
                         .what = "Say what was done about “" + asked.title + "”",
                         .why = fmt::format("{} asks {}, about {}.", asked.asker, asked.owner_name,
                                            asked.reference),
                         .when = spoken(asked.due),
                         .since = "answer wanted " + how_far_off(asked.due, home.today),
                         .is_late = asked.due < home.today});
}

/// "53 days late" with since when, or the day and how far off it is; nothing without a day.
void say_by_when(const FirstPageFact& fact, Day today, Need& need) {
    if (!fact.asked_by) return;
    need.is_late = *fact.asked_by < today;
    const auto day = spoken(*fact.asked_by);
    need.when = need.is_late
                    ? fmt::format("{} late", counted((today - *fact.asked_by).count(), "day"))
                    : day;
    need.since = need.is_late ? "since " + day : how_far_off(*fact.asked_by, today);
}

void add_asked_elsewhere(const Home& home, std::vector<Need>& items) {
    for (const auto& fact : home.asked) {
        Need need{.href = fact.href, .what = fact.what, .why = fact.why};
        say_by_when(fact, home.today, need);
        items.push_back(std::move(need));
    }
}

/// All that somebody asks of the reader, whatever stands in the plan.
void add_asked(const Home& home, std::vector<Need>& items) {
    add_updates(home, items);
    add_responses(home, items);
    add_asked_elsewhere(home, items);
}

void add_imports(const Home& home, std::vector<Need>& items) {
    for (const auto& document : home.imports)
        items.push_back(
            {.href = fmt::format("/imports/{}", document.id.view()),
             .what = fmt::format("Look at “{}” and save it", document.file_name),
             .why = fmt::format("Chosen by {}; nothing of it is saved yet.", document.who),
             .when = spoken(london_day(document.at)),
             .since = "uploaded"});
}

bool is_own(const Home& home, const WaitingAction& action) {
    return std::ranges::count(home.own, action.id, &WaitingAction::id) > 0;
}

using Tallies = std::map<plan::PlanId, Tally>;

Tally tally_of(const Tallies& tallies, const Plan& plan) {
    const auto found = tallies.find(plan.id);
    return found == tallies.end() ? Tally{} : found->second;
}

int shown_of(const Home& home, const Plan& plan) {
    return int(std::ranges::count(home.of_plan, plan.id, &WaitingAction::plan));
}

/// A link to all of what only the beginning is shown of: "See all 17 late actions".
void add_list(const Home& home, Counted rows, const Plan& plan, int count,
              std::vector<Need>& items) {
    if (count == 0) return;
    const auto which = rows == Counted::late ? " late" : "",
               when = rows == Counted::late ? "" : " due in 30 days";
    const auto what = count == 1 ? fmt::format("See the{} action{}", which, when)
                                 : fmt::format("See all {}{} actions{}", count, which, when);
    items.push_back({.href = plan::address_of(rows, plan.id),
                     .what = what + in_which(home, plan.id),
                     .why = "More of them wait than are shown here.",
                     .leads_to_more = true});
}

void add_of_plan(const Home& home, std::vector<Need>& items) {
    for (const auto& action : home.of_plan)
        if (!is_own(home, action)) items.push_back(need_to_see(home, action));
}

/// A link for each plan that has more than is shown; of many plans one to the list of them.
void add_lists(const Home& home, const Tallies& tallies, const std::vector<Counted>& counted_rows,
               std::vector<Need>& items) {
    std::vector<const Plan*> with_more;
    for (const auto& plan : home.plans) {
        int waiting = 0;
        for (auto rows : counted_rows) waiting += plan::count_of(rows, tally_of(tallies, plan));
        if (waiting > shown_of(home, plan)) with_more.push_back(&plan);
    }
    if (with_more.size() > most_plans_by_name) {
        items.push_back({.href = "/plans",
                         .what = fmt::format("See what is late in {} {}", with_more.size(),
                                             home.words.several(terms::Word::plan)),
                         .why = "The list says how many actions are late in each.",
                         .leads_to_more = true});
        return;
    }
    for (const auto* plan : with_more)
        for (auto rows : counted_rows)
            add_list(home, rows, *plan, plan::count_of(rows, tally_of(tallies, *plan)), items);
}

/// What the business unit does about actions that lack something.
struct Gap {
    Counted rows;
    const char *before, *after, *why;
    /// Where it is told of all plans.
    const char* everywhere;
};
constexpr Gap gaps[] = {
    {Counted::undated, "Give", "a date", "Without a date nobody can say whether they are late.",
     "/gaps?gap=no-date"},
    {Counted::without_owner, "Find an owner for", "", "Nobody is asked how far they are.",
     "/gaps?gap=no-owner"},
    {Counted::unproven, "Ask for evidence of", "marked done",
     "They count as done; nothing shows it.", "/gaps?gap=no-evidence"},
};

void add_gap(const Gap& gap, const Tally& tally, std::string href, const std::string& where,
             std::vector<Need>& items) {
    if (const int count = plan::count_of(gap.rows, tally))
        items.push_back({.href = std::move(href),
                         .what = one_line(fmt::format("{} {} {}{}", gap.before,
                                                      counted(count, "action"), gap.after, where)),
                         .why = gap.why});
}

/// Plan by plan; of many plans together.
void add_gaps(const Home& home, const Tallies& tallies, std::vector<Need>& items) {
    if (home.plans.size() > most_plans_by_name) {
        const auto all = plan::total(home.groups, home.today);
        const auto where =
            fmt::format(" in {} {}", home.plans.size(), home.words.several(terms::Word::plan));
        for (const auto& gap : gaps) add_gap(gap, all, gap.everywhere, where, items);
        return;
    }
    for (const auto& plan : home.plans)
        for (const auto& gap : gaps)
            add_gap(gap, tally_of(tallies, plan), plan::address_of(gap.rows, plan.id),
                    in_which(home, plan.id), items);
}

int late_among(const std::vector<WaitingAction>& actions, Day today) {
    return int(std::ranges::count_if(
        actions, [&](const WaitingAction& action) { return is_late(action, today); }));
}

int own_in_all(const Home& home) {
    return home.own.empty() ? 0 : home.own.front().in_all;
}

/// Updates, answers and what else somebody asked for.
int asked_in_all(const Home& home) {
    int all = int(home.updates.size() + home.responses.size());
    for (const auto& fact : home.asked) all += fact.asked;
    return all;
}

int asked_late(const Home& home) {
    int late = 0;
    for (const auto& asked : home.updates) late += asked.answer_by < home.today;
    for (const auto& asked : home.responses) late += asked.due < home.today;
    for (const auto& fact : home.asked) late += fact.late;
    return late;
}

std::string late_part(int things, int late) {
    if (late == 0) return "";
    if (things == 1) return ", and it is late";
    if (things == late) return ", all of them late";
    return fmt::format(", {} of them late", plan::spelled(late));
}

/// "Five things, two of them late."
std::string summary(int things, int late) {
    if (things == 0) return "Nothing waits for you.";
    return fmt::format("{} {}{}.", plan::spelled_first(things), things == 1 ? "thing" : "things",
                       late_part(things, late));
}

Needs own_needs(const Home& home) {
    Needs needs{.heading = "What needs you", .summary = {}, .items = {}};
    add_asked(home, needs.items);
    add_own(home, needs.items);
    needs.summary = summary(own_in_all(home) + asked_in_all(home),
                            late_among(home.own, home.today) + asked_late(home));
    return needs;
}

Needs unit_needs(const Home& home) {
    const auto tally = plan::total(home.groups, home.today);
    const auto tallies = plan::totals_by_plan(home.groups, home.today);
    Needs needs{.heading = "What needs you", .summary = {}, .items = {}};
    add_asked(home, needs.items);
    add_own(home, needs.items);
    add_imports(home, needs.items);
    add_of_plan(home, needs.items);
    add_lists(home, tallies, {Counted::late}, needs.items);
    const auto before_gaps = needs.items.size();
    add_gaps(home, tallies, needs.items);
    const int gaps = int(needs.items.size() - before_gaps);
    const int own_late = late_among(home.own, home.today);
    const int late = std::max(tally.late(), own_late) + asked_late(home);
    needs.summary = summary(own_in_all(home) - own_late + asked_in_all(home) - asked_late(home) +
                                int(home.imports.size()) + late + gaps,
                            late);
    return needs;
}

std::string summary_to_look_at(const Tally& tally) {
    if (tally.late() + tally.soon == 0)
        return "Nothing waits for you. No action is late, and none is due in the next 30 days.";
    return fmt::format("Nothing waits for you. {} late and {} due in the next 30 days.",
                       counted(tally.late(), "action is", "actions are"),
                       counted(tally.soon, "is", "are"));
}

Needs needs_to_look_at(const Home& home) {
    const auto tally = plan::total(home.groups, home.today);
    Needs needs{.heading = "What to look at", .summary = summary_to_look_at(tally), .items = {}};
    if (const int asked = asked_in_all(home)) {
        needs.heading = "What needs you";
        needs.summary = summary(asked, asked_late(home));
        add_asked(home, needs.items);
    }
    add_of_plan(home, needs.items);
    add_lists(home, plan::totals_by_plan(home.groups, home.today), {Counted::late, Counted::soon},
              needs.items);
    return needs;
}

} // namespace

Needs needs_of(const Home& home) {
    if (home.reader.runs_the_plan) return unit_needs(home);
    return home.reader.owns_actions ? own_needs(home) : needs_to_look_at(home);
}

Need when_of(const WaitingAction& action, Day today) {
    Need need{.href = fmt::format("/actions/{}", action.id.view())};
    if (action.status == Status::done) {
        need.when = "Done";
        need.since = "no evidence";
    } else if (is_late(action, today)) {
        need.when = plan::time_left(action.status, action.deadline, today);
        need.since = fmt::format("since {}", spoken(*action.deadline));
        need.is_late = true;
    } else if (const auto step = plan::next_step_to_say(action.status, action.deadline,
                                                        action.next_step, today)) {
        need.when = spoken(*step);
        need.since = "next step, " + how_far_off(*step, today);
    } else if (action.deadline) {
        need.when = spoken(*action.deadline);
        need.since = how_far_off(*action.deadline, today);
    } else {
        need.when = spoken(action.status);
        need.since = action.date_kind == "unknown" ? "no date" : "no end date";
    }
    return need;
}

} // namespace openmasa::home
