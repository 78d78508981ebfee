#include "plan/imports/matching.hpp"
#include "kernel/text.hpp"
#include "plan/likeness.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::imports {
namespace {

struct Pair {
    double likeness;
    int match, existing;
};

/// Every pairing step takes what is still free on both sides.
class Pairing {
public:
    Pairing(const Draft& draft, const Existing& existing, const Choices& choices,
            Comparison& result)
        : draft_(draft), existing_(existing), choices_(choices), result_(result),
          taken_(existing.actions.size()) {
        for (int s = 0; s < static_cast<int>(draft.sections.size()); ++s)
            for (int o = 0; o < static_cast<int>(draft.sections[s].objectives.size()); ++o)
                for (int a = 0;
                     a < static_cast<int>(draft.sections[s].objectives[o].actions.size()); ++a)
                    result.matches.push_back({.spot = Match::Spot{s, o, a}});
    }
    void run() {
        by_reference();
        by_same_words(true);
        by_same_words(false);
        by_similar_words();
        add_gone();
    }

private:
    const Action& drafted(int match) const {
        return action_at(draft_, *result_.matches[match].spot);
    }
    bool free(int match) const { return !result_.matches[match].existing; }
    bool same_section(int match, int existing) const {
        const auto section = result_.sections[result_.matches[match].spot->section];
        return section && existing_.sections[*section].id == existing_.actions[existing].section;
    }
    void pair(int match, int existing, double likeness) {
        result_.matches[match].existing = existing;
        result_.matches[match].likeness = likeness;
        taken_[existing] = true;
    }
    void by_reference();
    void by_same_words(bool within_section);
    void by_similar_words();
    std::vector<Pair> similar_pairs();
    void add_gone();

    const Draft& draft_;
    const Existing& existing_;
    const Choices& choices_;
    Comparison& result_;
    std::vector<bool> taken_;
};

void match_sections(const Draft& draft, const Existing& existing, Comparison& result);
void find_changes(const Draft& draft, const Existing& existing, Comparison& result);

} // namespace

std::string_view name(Fate fate) {
    switch (fate) {
    case Fate::added: return "new";
    case Fate::changed: return "changed";
    case Fate::same: return "same";
    case Fate::gone: return "gone";
    }
    return {};
}

int Comparison::count(Fate fate) const {
    return static_cast<int>(std::ranges::count(matches, fate, &Match::fate));
}

std::string match_choice(const plan::Action& existing) {
    return fmt::format("same-as-{}", existing.id.view());
}

const Action& action_at(const Draft& draft, const Match::Spot& spot) {
    return draft.sections[spot.section].objectives[spot.objective].actions[spot.action];
}

Comparison compare(const Draft& draft, const Existing& existing, const Choices& choices) {
    Comparison result;
    match_sections(draft, existing, result);
    Pairing(draft, existing, choices, result).run();
    find_changes(draft, existing, result);
    return result;
}

namespace {

void Pairing::by_reference() {
    for (int match = 0; match < static_cast<int>(result_.matches.size()); ++match) {
        const auto& reference = drafted(match).reference;
        if (reference.empty()) continue;
        for (int at = 0; at < static_cast<int>(existing_.actions.size()); ++at)
            if (!taken_[at] && free(match) && existing_.actions[at].reference == reference)
                pair(match, at, 1);
    }
}

void Pairing::by_same_words(bool within_section) {
    for (int match = 0; match < static_cast<int>(result_.matches.size()); ++match) {
        if (!free(match)) continue;
        const auto words = one_line(drafted(match).text);
        for (int at = 0; at < static_cast<int>(existing_.actions.size()) && free(match); ++at) {
            if (taken_[at] || (within_section && !same_section(match, at))) continue;
            if (one_line(existing_.actions[at].words) == words) pair(match, at, 1);
        }
    }
}

std::vector<Pair> Pairing::similar_pairs() {
    std::vector<plan::WordSet> old;
    for (const auto& action : existing_.actions) old.emplace_back(action.words);
    std::vector<Pair> pairs;
    for (int match = 0; match < static_cast<int>(result_.matches.size()); ++match) {
        if (!free(match)) continue;
        const plan::WordSet words(drafted(match).text);
        for (int at = 0; at < static_cast<int>(old.size()); ++at) {
            if (taken_[at]) continue;
            const double likeness = words.likeness(old[at]) - (same_section(match, at) ? 0 : 0.1);
            if (likeness >= similar) pairs.push_back({likeness, match, at});
        }
    }
    std::ranges::stable_sort(pairs, std::greater(), &Pair::likeness);
    return pairs;
}

void Pairing::by_similar_words() {
    for (const auto& [likeness, match, at] : similar_pairs()) {
        if (!free(match) || taken_[at]) continue;
        const auto choice = choices_.find(match_choice(existing_.actions[at]));
        if (choice != choices_.end() && choice->second == 1) {
            result_.matches[match].refused = at;
            continue;
        }
        pair(match, at, likeness);
    }
}

void Pairing::add_gone() {
    for (int at = 0; at < static_cast<int>(existing_.actions.size()); ++at)
        if (!taken_[at] && !existing_.actions[at].withdrawn)
            result_.matches.push_back({.fate = Fate::gone, .existing = at});
}

template<class Old, class Test>
std::optional<int> find_free(const std::vector<Old>& old, std::vector<bool>& taken, Test test) {
    for (int at = 0; at < static_cast<int>(old.size()); ++at) {
        if (taken[at] || !test(old[at])) continue;
        taken[at] = true;
        return at;
    }
    return std::nullopt;
}

void match_objectives(const Section& section, const std::optional<plan::SectionId>& old_section,
                      const Existing& existing, std::vector<std::optional<int>>& found) {
    std::vector<bool> taken(existing.objectives.size());
    const auto in_section = [&](const plan::Objective& o) {
        return old_section && o.section == *old_section;
    };
    found.resize(section.objectives.size());
    // Of two with one title, one of them withdrawn, the document means the other.
    for (const bool withdrawn : {false, true})
        for (std::size_t at = 0; at < found.size(); ++at)
            if (!found[at])
                found[at] = find_free(existing.objectives, taken, [&](const plan::Objective& o) {
                    return in_section(o) && o.withdrawn == withdrawn &&
                           one_line(o.title) == one_line(section.objectives[at].title);
                });
    for (std::size_t at = 0; at < found.size(); ++at)
        if (!found[at])
            found[at] = find_free(existing.objectives, taken, [&](const plan::Objective& o) {
                return in_section(o) && plan::WordSet(o.words).likeness(
                                            plan::WordSet(section.objectives[at].text)) >= similar;
            });
}

void match_sections(const Draft& draft, const Existing& existing, Comparison& result) {
    std::vector<bool> taken(existing.sections.size());
    result.sections.resize(draft.sections.size());
    result.objectives.resize(draft.sections.size());
    const auto search = [&](auto test) {
        for (std::size_t at = 0; at < draft.sections.size(); ++at)
            if (!result.sections[at])
                result.sections[at] =
                    find_free(existing.sections, taken,
                              [&](const plan::Section& s) { return test(s, draft.sections[at]); });
    };
    for (const bool withdrawn : {false, true})
        search([&](const plan::Section& s, const Section& d) {
            return s.withdrawn == withdrawn && lower(s.name) == lower(d.name);
        });
    search([](const plan::Section& s, const Section& d) {
        return s.code == plan::section_code(d.name);
    });
    for (std::size_t at = 0; at < draft.sections.size(); ++at) {
        const auto old = result.sections[at];
        match_objectives(draft.sections[at],
                         old ? std::optional(existing.sections[*old].id) : std::nullopt, existing,
                         result.objectives[at]);
    }
}

std::vector<Change> changes_of(const Draft& draft, const Match& match, const plan::Action& old,
                               const Comparison& result, const Existing& existing) {
    std::vector<Change> changes;
    const auto note = [&](std::string_view name, const std::string& was, const std::string& now) {
        if (one_line(was) != one_line(now)) changes.push_back({std::string(name), was, now});
    };
    const auto& action = action_at(draft, *match.spot);
    note("Action", old.words, action.text);
    note("Target date", old.target.words, action.date_words);
    if (!action.owner.empty()) note("Owner", old.owner_name.value_or(""), action.owner);
    const auto section = result.sections[match.spot->section];
    if (!section || existing.sections[*section].id != old.section) {
        const auto was = std::ranges::find(existing.sections, old.section, &plan::Section::id);
        note("Priority", was == existing.sections.end() ? "" : was->name,
             draft.sections[match.spot->section].name);
    }
    if (old.withdrawn) changes.push_back({"Withdrawn", old.withdrawn_why, ""});
    return changes;
}

void find_changes(const Draft& draft, const Existing& existing, Comparison& result) {
    for (auto& match : result.matches) {
        if (!match.spot || !match.existing) continue;
        match.changes =
            changes_of(draft, match, existing.actions[*match.existing], result, existing);
        match.fate = match.changes.empty() ? Fate::same : Fate::changed;
    }
}

} // namespace
} // namespace openmasa::imports
