#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "kernel/id_list.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/year/pages.hpp"
#include "plan/year/store.hpp"
#include "plan/year/timeline.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::year {
namespace {

Paper asked_paper(std::string_view text) {
    if (text == "a4") return Paper::a4;
    return text == "a3" ? Paper::a3 : Paper::none;
}

/// Those of one action, which stand together.
std::span<const DatedStep> steps_of(const std::vector<DatedStep>& all, const DatedAction& action) {
    if (action.steps == 0) return {};
    const auto begin = std::ranges::lower_bound(all, action.id, {}, &DatedStep::action);
    const auto end = std::ranges::upper_bound(all, action.id, {}, &DatedStep::action);
    return {begin, end};
}

/// What the actions wait for and is not done yet, by id.
using AllAwaited = std::map<plan::ActionId, plan::Awaited>;

AllAwaited awaited_by(store::Db& db, const std::vector<DatedAction>& actions) {
    std::vector<plan::ActionId> ids;
    for (const auto& action : actions)
        for (auto& id : ids_in<plan::ActionId>(action.waits_for)) ids.push_back(std::move(id));
    AllAwaited all;
    for (auto& one : plan::awaited(db, std::move(ids)))
        if (plan::is_open(one.status)) all.emplace(one.id, std::move(one));
    return all;
}

std::vector<plan::Awaited> awaited_by(const AllAwaited& all, const DatedAction& action) {
    std::vector<plan::Awaited> found;
    if (!plan::is_open(action.status)) return found;
    for (const auto& id : ids_in<plan::ActionId>(action.waits_for))
        if (const auto one = all.find(id); one != all.end()) found.push_back(one->second);
    return found;
}

void place(TimelinePage& page, const Scope& scope, TimelineRow row) {
    row.tag = restriction::tag(scope, "action", row.action.id.view());
    switch (row.lane.where) {
    case Lane::Where::drawn: page.drawn.push_back(std::move(row)); return;
    case Lane::Where::undated: page.undated.push_back(std::move(row)); return;
    case Lane::Where::before: ++page.before; return;
    case Lane::Where::after: ++page.after; return;
    }
}

void read_lanes(Context& context, TimelinePage& page) {
    const auto& plan = page.picture.plan.id;
    const chart::TimeAxis axis(page.window.first, page.window.last());
    auto actions =
        dated_actions(context.db, context.scope, plan, page.picture.filter, most_drawn + 1);
    page.is_cut = actions.size() > most_drawn;
    if (page.is_cut) actions.pop_back();
    const auto steps = dated_steps(context.db, context.scope, plan);
    const auto all_awaited = awaited_by(context.db, actions);
    for (auto& action : actions) {
        auto awaits = awaited_by(all_awaited, action);
        auto lane = lane_of(action, steps_of(steps, action), axis, context.scope.today, awaits);
        place(page, context.scope,
              {.action = std::move(action), .lane = std::move(lane), .awaits = std::move(awaits)});
    }
}

} // namespace

std::string TimelinePage::address(const Window& months, const Filter& filter) const {
    const auto chosen = to_query(filter);
    return with_query(picture.address("timeline"),
                      to_query(months) + (chosen.empty() ? "" : "&") + chosen);
}

http::Response show_timeline(Context& context) {
    auto picture = read_picture(context);
    if (!picture) return reply_not_found(context);
    const auto window = asked_window(context.form, picture->plan.period, context.scope.today);
    TimelinePage page{.picture = std::move(*picture),
                      .window = window,
                      .paper = asked_paper(context.form.text("paper"))};
    page.objectives = plan::objectives_of_plan(context.db, context.scope, page.picture.plan.id);
    read_lanes(context, page);
    return reply(context, {.title = fmt::format("Timeline, {}", page.picture.plan.title),
                           .main = timeline_view(page)});
}

} // namespace openmasa::year
