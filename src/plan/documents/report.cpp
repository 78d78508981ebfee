#include "plan/documents/report.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

constexpr std::size_t longest_words = 260;

std::string in_brief(std::string_view words) {
    return shortened(one_line(words), longest_words);
}

/// Whose it is stands above all of them when it is the owner of the priority; who leads it does
/// not.
std::string owner_to_say(const ReportFacts& facts, const plan::Action& action) {
    const bool is_theirs = action.owner_name == facts.section.owner_name;
    auto owner = is_theirs ? std::string() : action.owner_name.value_or("");
    if (!action.lead_name) return owner;
    return owner.empty() ? *action.lead_name : fmt::format("{}, {}", owner, *action.lead_name);
}

ReportItem item_of(const ReportFacts& facts, const plan::Action& action, std::string says) {
    return {.action = action.id,
            .reference = action.reference,
            .title = one_line(action.title),
            .says = std::move(says),
            .owner = owner_to_say(facts, action)};
}

/// Cut to what is shown, counted as it was.
ReportPart part(std::string heading, std::string nothing, std::vector<ReportItem> items) {
    const auto in_all = int(items.size());
    if (in_all > most_in_part) items.resize(most_in_part);
    return {std::move(heading), std::move(nothing), std::move(items), in_all};
}

// --- what was done ------------------------------------------------------------------------------

/// Its newest words since the day, and what shows it; nothing where nothing was recorded.
std::optional<ReportItem> done_since(const ReportFacts& facts, const plan::Action& action) {
    auto item = item_of(facts, action, {});
    bool any = false, finished = false;
    for (const auto& one : facts.progress) {
        if (one.action != action.id) continue;
        finished =
            finished || (one.status == plan::Status::done && one.before != plan::Status::done);
        if (!any && !one.words.empty()) item.more.push_back(in_brief(one.words));
        any = true;
    }
    for (const auto& one : facts.evidence)
        if (one.action == action.id) item.more.push_back("Evidence: " + in_brief(one.title));
    if (!any && item.more.empty()) return std::nullopt;
    const bool is_done = finished && action.status == plan::Status::done;
    item.says = is_done && action.evidence == 0 ? "Done, no evidence yet"
                : is_done                       ? "Done"
                                                : std::string(spoken(action.status));
    return item;
}

/// What was finished comes first.
ReportPart what_was_done(const ReportFacts& facts) {
    std::vector<ReportItem> items;
    for (const auto& action : facts.actions)
        if (auto item = done_since(facts, action)) items.push_back(std::move(*item));
    std::stable_partition(items.begin(), items.end(),
                          [](const ReportItem& item) { return item.says.starts_with("Done"); });
    return part(fmt::format("What was done since {}", spoken(facts.since)),
                "Nothing was recorded in this time.", std::move(items));
}

// --- what is late or at risk --------------------------------------------------------------------

std::string why_of(const ReportFacts& facts, const plan::Action& action) {
    if (action.status == plan::Status::blocked && !action.stopped_why.empty())
        return "Blocked: " + in_brief(action.stopped_why);
    const auto said = std::ranges::find(facts.last_words, action.id, &LastWords::action);
    if (said == facts.last_words.end()) return "Nobody has said why.";
    return fmt::format("{}: {}", spoken(said->day), in_brief(said->words));
}

/// "53 days late", "Blocked, 9 days left", "At risk".
std::string trouble_of(const ReportFacts& facts, const plan::Action& action) {
    const auto left = plan::time_left(action.status, action.deadline, facts.today);
    if (standing(action, facts.today) == ui::Standing::late) return left;
    const std::string status(spoken(action.status));
    return left.empty() ? status : status + ", " + left;
}

/// Late ones first, the longest late at the top; then those blocked or at risk.
ReportPart what_is_late(const ReportFacts& facts) {
    std::vector<const plan::Action*> troubled;
    for (const auto& action : facts.actions) {
        const auto stands = standing(action, facts.today);
        if (stands == ui::Standing::late || stands == ui::Standing::blocked ||
            stands == ui::Standing::at_risk)
            troubled.push_back(&action);
    }
    const auto order = [&](const plan::Action* action) {
        const bool late = standing(*action, facts.today) == ui::Standing::late;
        return std::pair(!late, action->deadline.value_or(Day::max()));
    };
    std::ranges::stable_sort(troubled, {}, order);
    std::vector<ReportItem> items;
    for (const auto* action : troubled) {
        items.push_back(item_of(facts, *action, trouble_of(facts, *action)));
        items.back().more.push_back(why_of(facts, *action));
    }
    return part("Late, blocked or at risk", "Nothing is late, blocked or at risk.",
                std::move(items));
}

// --- what comes next ----------------------------------------------------------------------------

struct Coming {
    Day day;
    ReportItem item;
};

void add_coming(const ReportFacts& facts, const plan::Action& action, Day day,
                const std::string& step, std::vector<Coming>& coming) {
    if (day < facts.today || day > facts.today + std::chrono::days{days_ahead}) return;
    auto item = item_of(facts, action, "by " + spoken(day));
    if (!step.empty()) item.more.push_back(in_brief(step));
    coming.push_back({day, std::move(item)});
}

ReportPart what_comes_next(const ReportFacts& facts) {
    std::vector<Coming> coming;
    for (const auto& action : facts.actions) {
        if (!plan::is_open(action.status)) continue;
        bool has_steps = false;
        for (const auto& step : facts.steps) {
            if (step.action != action.id || step.done_on || !step.latest) continue;
            has_steps = true;
            add_coming(facts, action, *step.latest, step.words, coming);
        }
        if (!has_steps && action.deadline) add_coming(facts, action, *action.deadline, {}, coming);
    }
    std::ranges::stable_sort(coming, {}, &Coming::day);
    std::vector<ReportItem> items;
    for (auto& one : coming) items.push_back(std::move(one.item));
    return part(fmt::format("Next, until {}", spoken(facts.today + std::chrono::days{days_ahead})),
                "Nothing has a date in this time.", std::move(items));
}

// --- what needs a decision ----------------------------------------------------------------------

bool was_stopped(const ReportFacts& facts, const plan::Action& action) {
    return action.status == plan::Status::stopped &&
           std::ranges::any_of(facts.progress, [&](const ReportedProgress& one) {
               return one.action == action.id && one.status == plan::Status::stopped &&
                      one.before != plan::Status::stopped;
           });
}

ReportPart what_needs_a_decision(const ReportFacts& facts) {
    std::vector<ReportItem> items;
    for (const auto& action : facts.actions) {
        std::vector<std::string> asks;
        if (plan::is_open(action.status) && !action.owner) asks.emplace_back("who leads it");
        if (plan::is_open(action.status) && action.target.words.empty())
            asks.emplace_back("by when it is to be done");
        if (action.status == plan::Status::blocked) asks.emplace_back("what lets it go on");
        if (was_stopped(facts, action)) asks.emplace_back("whether it may stop");
        if (asks.empty()) continue;
        items.push_back(item_of(facts, action, "Decide " + join(asks, " and ")));
        if (!action.stopped_why.empty())
            items.back().more.push_back(
                fmt::format("{}: {}", spoken(action.status), in_brief(action.stopped_why)));
    }
    return part("For decision", "Every open action has an owner and a date.", std::move(items));
}

} // namespace

std::vector<ReportPart> parts_of(const ReportFacts& facts) {
    return {what_was_done(facts), what_is_late(facts), what_comes_next(facts),
            what_needs_a_decision(facts)};
}

Day usual_since(Day today) {
    return plan::quarter_before(today);
}

} // namespace openmasa::plan_documents
