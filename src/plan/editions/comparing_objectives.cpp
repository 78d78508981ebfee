#include "kernel/text.hpp"
#include "plan/editions/comparing.hpp"
#include "plan/editions/following.hpp"
#include "plan/likeness.hpp"
#include <algorithm>
#include <map>

namespace openmasa::editions {
namespace {

using plan::Objective;
using SamePriority = std::function<bool(const plan::SectionId&, const plan::SectionId&)>;

class Pairing {
public:
    Pairing(const Edition& before, const Edition& now, const SamePriority& same)
        : before_(before), now_(now), same_(same) {}

    std::vector<ComparedObjective> run() {
        const auto by_title = [&](const Objective& old, const Objective& one) {
            const bool is_same = plan::normalised(old.title) == plan::normalised(one.title);
            return is_same && same_(old.section, one.section) ? 1.0 : 0.0;
        };
        const auto by_actions = [&](const Objective& old, const Objective& one) {
            return double(actions_between(old, one));
        };
        const auto by_words = [&](const Objective& old, const Objective& one) {
            if (!same_(old.section, one.section)) return 0.0;
            const double likeness = plan::WordSet(old.title).likeness(plan::WordSet(one.title));
            return likeness >= alike ? likeness : 0.0;
        };
        pair(by_title);
        pair(by_actions);
        pair(by_words);
        return all();
    }

private:
    /// Each that is still alone goes with the one that speaks for it most, if any does.
    template<class Strength> void pair(Strength strength) {
        for (const auto& one : now_.objectives) {
            if (before_of_.contains(one.id)) continue;
            const Objective* best = nullptr;
            double most = 0;
            for (const auto& old : before_.objectives) {
                const double speaks = is_taken(old) ? 0 : strength(old, one);
                if (speaks > most) {
                    most = speaks;
                    best = &old;
                }
            }
            if (best) before_of_[one.id] = best;
        }
    }
    bool is_taken(const Objective& old) const {
        return std::ranges::any_of(before_of_,
                                   [&](const auto& pair) { return pair.second == &old; });
    }
    /// How many actions of the older one go on under the newer.
    long actions_between(const Objective& old, const Objective& one) const {
        return std::ranges::count_if(now_.actions, [&](const plan::Action& action) {
            if (action.objective != one.id || !action.follows) return false;
            const auto was = std::ranges::find(before_.actions, *action.follows, &plan::Action::id);
            return was != before_.actions.end() && was->objective == old.id;
        });
    }
    std::vector<ComparedObjective> all() const {
        std::vector<ComparedObjective> made;
        for (const auto& one : now_.objectives) {
            const auto old = before_of_.find(one.id);
            made.push_back({.before = {}, .now = one});
            if (old != before_of_.end()) made.back().before = *old->second;
        }
        for (const auto& old : before_.objectives)
            if (!is_taken(old)) made.push_back({.before = old, .now = {}});
        return made;
    }

    const Edition& before_;
    const Edition& now_;
    const SamePriority& same_;
    std::map<plan::ObjectiveId, const Objective*> before_of_;
};

} // namespace

bool ComparedObjective::is_same() const {
    return before && now && one_line(before->title) == one_line(now->title) &&
           one_line(before->words) == one_line(now->words);
}

std::vector<ComparedObjective> compare_objectives(const Edition& before, const Edition& now,
                                                  const SamePriority& same) {
    return Pairing(before, now, same).run();
}

} // namespace openmasa::editions
