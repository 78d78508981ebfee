#include "plan/editions/following.hpp"
#include "kernel/text.hpp"
#include "plan/editions/rules.hpp"
#include "plan/likeness.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::editions {

std::string_view to_text(Because because) {
    switch (because) {
    case Because::said: return "said";
    case Because::same_words: return "same words";
    case Because::like_words: return "like words";
    case Because::nothing: break;
    }
    return "";
}

const FollowedPriority* find_pair(const SayFollows& said, const plan::SectionId& before) {
    const auto found = std::ranges::find(said.priorities, before, &FollowedPriority::before);
    return found == said.priorities.end() ? nullptr : &*found;
}
const FollowedAction* find_pair(const SayFollows& said, const plan::ActionId& before) {
    const auto found = std::ranges::find(said.actions, before, &FollowedAction::before);
    return found == said.actions.end() ? nullptr : &*found;
}

namespace {

void add_versions(std::string& state, const Edition& edition) {
    state += fmt::format("{}:{} ", edition.plan.id.view(), edition.plan.version);
    for (const auto& section : edition.sections)
        state += fmt::format("{}:{} ", section.id.view(), section.version);
    for (const auto& action : edition.actions)
        state += fmt::format("{}:{} ", action.id.view(), action.version);
}

} // namespace

std::string state_of(const Edition* before, const Edition& now) {
    std::string state;
    if (before) add_versions(state, *before);
    add_versions(state, now);
    state.pop_back(); // a form is read without spaces at its ends
    return state;
}

std::map<std::string, std::int64_t> versions_in(std::string_view state) {
    std::map<std::string, std::int64_t> versions;
    for (const auto part : split(state, ' '))
        if (const auto colon = part.find(':'); colon != part.npos)
            std::from_chars(part.data() + colon + 1, part.data() + part.size(),
                            versions[std::string(part.substr(0, colon))]);
    return versions;
}

namespace {

/// One of the earlier edition with one of the newer, by their places.
struct Pair {
    double likeness;
    std::size_t before, now;
};

/// The most alike first; each is taken once.
std::vector<Pair> each_once(std::vector<Pair> pairs) {
    std::ranges::stable_sort(pairs, std::greater(), &Pair::likeness);
    std::vector<Pair> taken;
    for (const auto& pair : pairs)
        if (std::ranges::none_of(taken, [&](const Pair& one) {
                return one.before == pair.before || one.now == pair.now;
            }))
            taken.push_back(pair);
    return taken;
}

/// All pairs that are alike; `less` is taken off the likeness of a pair.
template<class Noun, class Words, class Less>
std::vector<Pair> alike_pairs(const std::vector<Noun>& before, const std::vector<Noun>& now,
                              Words words, Less less) {
    std::vector<plan::WordSet> newer;
    for (const auto& one : now) newer.emplace_back(words(one));
    std::vector<Pair> pairs;
    for (std::size_t at = 0; at < before.size(); ++at) {
        const plan::WordSet older(words(before[at]));
        for (std::size_t to = 0; to < now.size(); ++to) {
            const double likeness = older.likeness(newer[to]) - less(before[at], now[to]);
            if (likeness >= alike) pairs.push_back({likeness, at, to});
        }
    }
    return each_once(std::move(pairs));
}

Because reason(bool is_same) {
    return is_same ? Because::same_words : Because::like_words;
}

void propose_priorities(SayFollows& said, const Edition& before, const Edition& now) {
    const auto pairs = alike_pairs(
        before.sections, now.sections, [](const auto& s) { return std::string_view(s.name); },
        [](const auto&, const auto&) { return 0.0; });
    for (const auto& pair : pairs) {
        said.priorities[pair.before].now = now.sections[pair.now].id;
        said.priorities[pair.before].because =
            reason(plan::normalised(before.sections[pair.before].name) ==
                   plan::normalised(now.sections[pair.now].name));
    }
}

void propose_actions(SayFollows& said, const Edition& before, const Edition& now) {
    const auto elsewhere = [&](const plan::Action& old, const plan::Action& action) {
        const auto* priority = find_pair(said, old.section);
        return priority && priority->now == action.section ? 0.0 : 0.1;
    };
    const auto pairs = alike_pairs(
        before.actions, now.actions, [](const auto& a) { return std::string_view(a.words); },
        elsewhere);
    for (const auto& pair : pairs) {
        const auto &old = before.actions[pair.before], &action = now.actions[pair.now];
        auto& made = said.actions[pair.before];
        made.as = action.reference;
        made.because = reason(plan::normalised(old.words) == plan::normalised(action.words));
    }
}

/// As it stands in the newer edition.
void take_what_was_said(SayFollows& said, const Edition& now) {
    for (auto& pair : said.priorities) {
        const auto next = std::ranges::find(now.sections, pair.before, &plan::Section::follows);
        if (next == now.sections.end()) continue;
        pair.now = next->id;
        pair.because = Because::said;
    }
    for (auto& pair : said.actions) {
        std::vector<std::string> references;
        for (const auto& action : now.actions)
            if (action.follows == pair.before) references.push_back(action.reference);
        pair.as = join(references, ", ");
        if (!references.empty()) pair.because = Because::said;
    }
}

} // namespace

SayFollows proposed_pairs(const Edition& before, const Edition& now) {
    SayFollows said{.plan = now.plan.id, .before = before.plan.id, .state = state_of(&before, now)};
    for (const auto& section : before.sections) said.priorities.push_back({.before = section.id});
    for (const auto& action : before.actions)
        said.actions.push_back({.before = action.id, .why = action.left_behind_why});
    if (now.plan.follows == before.plan.id) {
        take_what_was_said(said, now);
    } else {
        propose_priorities(said, before, now);
        propose_actions(said, before, now);
    }
    return said;
}

std::vector<const plan::Action*> actions_called(const Edition& edition, std::string_view references,
                                                std::vector<std::string>& unknown) {
    std::string commas(references);
    std::ranges::replace(commas, ';', ',');
    std::vector<const plan::Action*> found;
    for (const auto part : split(commas, ',')) {
        const auto reference = one_line(part);
        if (reference.empty()) continue;
        const auto action = std::ranges::find_if(edition.actions, [&](const plan::Action& one) {
            return lower(one.reference) == lower(reference);
        });
        if (action == edition.actions.end())
            unknown.push_back(reference);
        else
            found.push_back(&*action);
    }
    return found;
}

namespace {

class CheckingPairs {
public:
    CheckingPairs(const SayFollows& said, const Edition& before, const Edition& now)
        : said_(said), before_(before), now_(now) {}

    std::vector<Problem> run() {
        for (const auto& section : before_.sections) check(section);
        for (const auto& action : before_.actions) check(action);
        return std::move(problems_);
    }

private:
    void refuse(std::string_view what, std::string_view id, std::string words) {
        problems_.push_back({field(what, id), std::move(words)});
    }
    void check(const plan::Section& section) {
        const auto* pair = find_pair(said_, section.id);
        if (!pair || !pair->now) return;
        const auto next = std::ranges::find(now_.sections, *pair->now, &plan::Section::id);
        if (next == now_.sections.end())
            return refuse(goes_on_field, section.id.view(), "Choose one of those that are there.");
        if (const auto [first, is_new] = priorities_.emplace(next->id, section.name); !is_new)
            refuse(goes_on_field, section.id.view(),
                   fmt::format("\u201c{}\u201d goes on from \u201c{}\u201d already.", next->name,
                               first->second));
    }
    void check(const plan::Action& action) {
        const auto* pair = find_pair(said_, action.id);
        const auto id = action.id.view();
        std::vector<std::string> unknown;
        const auto next = actions_called(now_, pair ? pair->as : std::string(), unknown);
        if (!unknown.empty())
            refuse(as_field, id,
                   fmt::format("There is no {} in \u201c{}\u201d.", join(unknown, " and no "),
                               now_.plan.title));
        for (const auto* one : next)
            if (const auto [first, is_new] = actions_.emplace(one->id, action.reference); !is_new)
                refuse(as_field, id,
                       fmt::format("{} carries on {} already.", one->reference, first->second));
        if (next.empty() && unknown.empty()) check_end(action, pair);
    }
    void check_end(const plan::Action& action, const FollowedAction* pair) {
        if (!plan::is_open(action.status)) return;
        const auto why = pair ? trimmed(pair->why) : std::string_view();
        if (why.empty() && !(pair && pair->is_done))
            refuse(left_why_field, action.id.view(),
                   fmt::format("Say what became of {}.", action.reference));
        if (why.size() > longest_said)
            refuse(left_why_field, action.id.view(),
                   fmt::format("This is too long: at most {} characters.", longest_said));
    }

    static constexpr std::size_t longest_said = 4000;
    const SayFollows& said_;
    const Edition &before_, &now_;
    /// What carries something on already, and what.
    std::map<plan::SectionId, std::string> priorities_;
    std::map<plan::ActionId, std::string> actions_;
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> problems_with(const SayFollows& said, const Edition& before,
                                   const Edition& now) {
    return CheckingPairs(said, before, now).run();
}

} // namespace openmasa::editions
