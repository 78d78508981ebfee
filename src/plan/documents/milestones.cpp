#include "plan/documents/milestones.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan_documents {
namespace {

using documents::CalendarEvent;

/// "Autumn 2026: 1 Sep to 30 Nov 2026"; the words alone where the reading adds nothing.
std::string date_in_words(const std::string& words, const std::string& meaning) {
    const std::string said = plan::lines_joined(words);
    return meaning.empty() || meaning == said ? said : fmt::format("{}: {}", said, meaning);
}

class Events {
public:
    explicit Events(const Milestones& from) : from_(from) {}
    void add(const plan::Action& action) {
        if (!plan::is_open(action.status)) return;
        if (add_steps(action)) return;
        if (action.deadline)
            add_deadline(action, *action.deadline);
        else if (action.target.earliest)
            add(action, action.id.str(), *action.target.earliest, "Begins: " + action.title);
    }
    std::vector<CalendarEvent> take() { return std::move(events_); }

private:
    CalendarEvent& add(const plan::Action& action, const std::string& id, Day day,
                       const std::string& what) {
        events_.push_back({.uid = id + "@openmasa",
                           .day = day,
                           .summary = fmt::format("{} {}", action.reference, one_line(what)),
                           .description = description(action),
                           .changed_at = action.updated_at,
                           .version = action.version});
        if (!from_.site.empty())
            events_.back().address = fmt::format("{}/actions/{}", from_.site, action.id.view());
        return events_.back();
    }
    bool add_steps(const plan::Action& action);
    void add_deadline(const plan::Action& action, Day deadline);
    std::string description(const plan::Action& action) const;

    const Milestones& from_;
    std::vector<CalendarEvent> events_;
};

std::string Events::description(const plan::Action& action) const {
    std::vector<std::string> lines{date_in_words(action.target.words, action.target.meaning),
                                   "Owner: " + action.owner_name.value_or("none"),
                                   fmt::format("Status: {}", spoken(action.status))};
    const auto section =
        std::ranges::find(from_.document.sections, action.section, &plan::Section::id);
    if (section != from_.document.sections.end()) lines.push_back(section->name);
    return join(lines, "\n");
}

/// Each step that is not done and has a day; false when there is none, and the action stands for
/// itself.
bool Events::add_steps(const plan::Action& action) {
    int number = 0;
    bool added = false;
    for (const auto& step : from_.steps) {
        if (step.action != action.id) continue;
        ++number;
        const auto day = step.latest ? step.latest : step.earliest;
        if (step.done_on || !day) continue;
        const auto what =
            step.words.empty() ? fmt::format("{} (step {})", action.title, number) : step.words;
        auto& event = add(action, step.id.str(), *day, what);
        event.description = fmt::format("Step {} of {}: {}\n{}\n{}", number, action.steps,
                                        date_in_words(step.date_words, step.date_meaning),
                                        action.title, event.description);
        added = true;
    }
    return added;
}

void Events::add_deadline(const plan::Action& action, Day deadline) {
    auto& event = add(action, action.id.str(), deadline, action.title);
    const auto& target = action.target;
    const bool recurs =
        target.kind == name(TargetDate::Kind::recurring) && target.period != Period{};
    if (!recurs || (target.latest && *target.latest <= deadline)) return;
    event.period = target.period;
    event.until = target.latest;
}

} // namespace

documents::Calendar calendar_of(const Milestones& milestones) {
    Events events(milestones);
    for (const auto& action : milestones.document.actions) events.add(action);
    return {.name = milestones.document.plan.title,
            .description = "Open actions, each on the last day that its date can mean; steps on "
                           "their own. What is finished is not in it.",
            .events = events.take()};
}

} // namespace openmasa::plan_documents
