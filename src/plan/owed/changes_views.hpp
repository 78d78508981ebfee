#pragma once
// The pages of changes. Ready data only.
#include "core/terms/words.hpp"
#include "plan/owed/changes.hpp"
#include "web/html.hpp"

namespace openmasa::owed {

/// Rows of one priority on the page of a whole plan; its own page has them all.
inline constexpr int most_of_section = 25;

struct ChangesPage {
    terms::Words words{};
    /// "/plans/01k.../changes".
    std::string address;
    /// The day that is shown as today.
    Day today{};
    Since since;
    std::string typed;
    std::optional<Move> move;
    /// When a document was last saved into the plan.
    std::optional<Day> last_edition;
    /// Before and after only those that were asked for are left.
    MoveCounts counts{};
    int all = 0;
    std::vector<ChangedAction> actions;
    /// "Restricted", in the order of the actions.
    std::vector<Html> tags;
    std::vector<ChangedSection> changed;
    /// In the plan's order, under whose names the actions stand.
    std::vector<plan::Section> sections;
    /// Set on the page of one priority.
    std::optional<listing::Paging> paging;
};
/// "38 actions changed since 1 September 2026."
Html changes_sentence(const ChangesPage& page);
/// Presets, the day, counts, and what changed.
Html changes_view(const ChangesPage& page);
/// What is said of one action, a sentence each.
std::vector<Html> sentences_of(const ChangedAction& action);

} // namespace openmasa::owed
