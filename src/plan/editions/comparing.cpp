#include "plan/editions/comparing.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::editions {
namespace {

using Reason = NotCarried::Reason;

NotCarried not_carried(const plan::Action& action) {
    if (action.status == plan::Status::done) return {action, Reason::done, {}};
    if (!action.left_behind_why.empty()) return {action, Reason::left, action.left_behind_why};
    if (action.status == plan::Status::stopped)
        return {action, Reason::stopped, action.stopped_why};
    return {action, Reason::unsaid, {}};
}

class Comparing {
public:
    Comparing(Edition before, Edition now) {
        made_.before = std::move(before);
        made_.now = std::move(now);
    }

    Comparison run() {
        for (const auto& section : made_.now.sections) place_new(section);
        for (const auto& section : made_.before.sections) place_old(section);
        for (const auto& action : made_.now.actions) place_new(action);
        for (const auto& action : made_.before.actions) place_old(action);
        place_objectives();
        return std::move(made_);
    }

private:
    void place_new(const plan::Section& section) {
        places_[section.id.str()] = made_.priorities.size();
        made_.priorities.push_back({.before = {}, .now = section});
    }
    /// Beside the one that carries it on, or at the end. Of several that do, the first.
    void place_old(const plan::Section& section) {
        const auto next =
            std::ranges::find(made_.now.sections, section.id, &plan::Section::follows);
        const auto place =
            next == made_.now.sections.end() ? made_.priorities.size() : places_.at(next->id.str());
        places_[section.id.str()] = place;
        if (place == made_.priorities.size()) made_.priorities.push_back({});
        made_.priorities[place].before = section;
    }
    ComparedPriority& place_of(const plan::Action& action) {
        return made_.priorities[places_.at(action.section.str())];
    }

    void place_new(const plan::Action& action) {
        const auto old = std::ranges::find_if(
            made_.before.actions, [&](const auto& one) { return one.id == action.follows; });
        if (old == made_.before.actions.end()) {
            place_of(action).added.push_back(action);
            ++made_.counts.added;
            return;
        }
        auto changes = differences(*old, action);
        ++(changes.empty() ? made_.counts.unchanged : made_.counts.changed);
        place_of(action).carried.push_back({*old, action, std::move(changes)});
    }
    void place_old(const plan::Action& action) {
        const bool goes_on = std::ranges::any_of(
            made_.now.actions, [&](const auto& one) { return one.follows == action.id; });
        if (goes_on) return;
        auto one = not_carried(action);
        ++count_of(one.reason);
        place_of(action).left.push_back(std::move(one));
    }
    void place_objectives() {
        const auto same = [&](const auto& old, const auto& one) {
            return places_.at(old.str()) == places_.at(one.str());
        };
        for (auto& one : compare_objectives(made_.before, made_.now, same)) {
            if (one.is_same()) continue;
            const auto& section = one.now ? one.now->section : one.before->section;
            made_.priorities[places_.at(section.str())].objectives.push_back(std::move(one));
        }
    }
    int& count_of(Reason reason) {
        switch (reason) {
        case Reason::done: return made_.counts.done;
        case Reason::stopped: return made_.counts.stopped;
        case Reason::left: return made_.counts.left;
        case Reason::unsaid: break;
        }
        return made_.counts.unsaid;
    }

    std::string place_name(const Edition& edition, const plan::Action& action) const {
        const auto found = std::ranges::find(edition.sections, action.section, &plan::Section::id);
        return found == edition.sections.end() ? std::string() : found->name;
    }
    bool is_same_place(const plan::Action& old, const plan::Action& action) const {
        return places_.at(old.section.str()) == places_.at(action.section.str());
    }
    std::vector<Difference> differences(const plan::Action& old, const plan::Action& action) const {
        std::vector<Difference> found;
        const auto say = [&](std::string_view what, std::string was, std::string now) {
            if (one_line(was) != one_line(now))
                found.push_back({what, std::move(was), std::move(now)});
        };
        say("Title", old.title, action.title);
        if (one_line(old.words) != one_line(old.title) ||
            one_line(action.words) != one_line(action.title))
            say("In full", old.words, action.words);
        say("Owner", old.owner_name.value_or(""), action.owner_name.value_or(""));
        say("Lead", old.lead_name.value_or(""), action.lead_name.value_or(""));
        say("Target date", old.target.words, action.target.words);
        if (!is_same_place(old, action))
            say("Place", place_name(made_.before, old), place_name(made_.now, action));
        return found;
    }

    Comparison made_;
    /// Where a section of either edition stands among the priorities.
    std::map<std::string, std::size_t> places_;
};

} // namespace

Comparison compare(Edition before, Edition now) {
    return Comparing(std::move(before), std::move(now)).run();
}

std::string spoken(const NotCarried& one) {
    switch (one.reason) {
    case Reason::done: return "Done";
    case Reason::stopped: return one.why.empty() ? "Stopped" : "Stopped: " + one.why;
    case Reason::left: return one.why;
    case Reason::unsaid: break;
    }
    return "Nobody said why";
}

namespace {

std::string said(const std::vector<Difference>& changes) {
    std::vector<std::string> parts;
    for (const auto& change : changes)
        parts.push_back(fmt::format("{}: {} -> {}", change.what,
                                    change.was.empty() ? "nothing" : one_line(change.was),
                                    change.now.empty() ? "nothing" : one_line(change.now)));
    return join(parts, "; ");
}

void append_cells(std::string& csv, const std::vector<std::string_view>& cells) {
    csv::append_line(csv, cells);
}

} // namespace

std::string to_csv(const Comparison& comparison) {
    std::string csv;
    append_cells(csv, {"priority", "what", "before", "now", "title", "changes", "why"});
    for (const auto& priority : comparison.priorities) {
        const auto& name = priority.now ? priority.now->name : priority.before->name;
        for (const auto& one : priority.objectives)
            append_cells(csv, {name,
                               !one.before ? "new objective"
                               : !one.now  ? "objective not carried on"
                                           : "objective changed",
                               "", "", one.now ? one.now->title : one.before->title,
                               one.before && one.now && one.before->title != one.now->title
                                   ? "Before: " + one.before->title
                                   : std::string(),
                               ""});
        for (const auto& one : priority.carried)
            append_cells(csv, {name, one.changes.empty() ? "carried on" : "changed",
                               one.before.reference, one.now.reference, one.now.title,
                               said(one.changes), ""});
        for (const auto& action : priority.added)
            append_cells(csv, {name, "new", "", action.reference, action.title, "", ""});
        for (const auto& one : priority.left)
            append_cells(csv, {name, "not carried on", one.action.reference, "", one.action.title,
                               "", spoken(one)});
    }
    return csv;
}

} // namespace openmasa::editions
