#pragma once
// What the first page is made of.
#include "core/access/owner.hpp"
#include "core/routing/facts.hpp"
#include "plan/open_responses.hpp"
#include "plan/open_updates.hpp"
#include "plan/plan.hpp"
#include "plan/tally.hpp"
#include <string>
#include <vector>

namespace openmasa::home {

/// An action that may wait for somebody.
struct WaitingAction {
    plan::ActionId id;
    plan::PlanId plan;
    std::string title, section;
    std::optional<OwnerId> owner;
    /// Empty when nobody owns it.
    std::string owner_name;
    std::string date_words, date_kind;
    /// The last day of all, and that of the next step that is not done.
    std::optional<Day> deadline, next_step;
    plan::Status status{};
    int evidence = 0;
    std::optional<Day> last_update;
    /// Of one's own: how many such actions there are; the list may hold fewer.
    int in_all = 0;
};

/// A document that was uploaded and not yet saved into a plan.
struct WaitingImport {
    plan::ImportId id;
    std::string file_name, who;
    Moment at{};
};

/// What somebody did: recorded progress, added evidence, saved an edition of a plan.
enum class News { progress, evidence, edition };
std::string_view to_text(News news);
bool from_text(std::string_view text, News& news);

struct Change {
    News what{};
    /// The action's, or the plan's when it is an edition.
    std::string id, title;
    std::string who;
    /// For progress only.
    plan::Status before{}, status{};
    /// What was written, the reason of a stop, the evidence's title, the edition's file.
    std::string words;
    Moment at{};
};

/// Who is reading, as far as it decides what waits for them.
struct Reader {
    bool owns_actions = false;
    bool runs_the_plan = false;
};

struct Home {
    Day today{};
    Reader reader{};
    terms::Words words{};
    std::vector<WaitingAction> own{};
    std::vector<WaitingImport> imports{};
    /// Requests for updates that the reader still owes answers to.
    std::vector<plan::OpenUpdate> updates{};
    /// Answers to recommendations that the reader still owes.
    std::vector<plan::OpenResponse> responses{};
    /// What other areas ask of the reader.
    std::vector<FirstPageFact> asked{};
    /// Late ones for the business unit; late and due soon for a reader.
    std::vector<WaitingAction> of_plan{};
    /// The plans that run (plan/running.hpp): all that waits or changed is theirs. The first is the
    /// one whose figures the page shows.
    std::vector<plan::Plan> plans{};
    /// Of the first plan.
    std::vector<plan::Section> sections{};
    /// Of all of `plans`.
    std::vector<plan::TallyGroup> groups{};
    /// Of the last two weeks, the newest first; one more than most_changes when there are more.
    std::vector<Change> changes{};
    /// The agencies, groups and offices within which the reader holds a role.
    std::vector<access::Owner> acts_for{};
};

/// One line of "What needs you".
struct Need {
    std::string href, what{}, why{};
    /// "53 days late", and "since 30 Nov 2025"; both may be empty.
    std::string when{}, since{};
    bool is_late = false;
    /// A link to a list of which only the beginning is on this page.
    bool leads_to_more = false;
};

struct Needs {
    std::string heading, summary;
    std::vector<Need> items;
};

inline constexpr int most_own = 20;
inline constexpr int most_late = 5;
inline constexpr int most_to_look_at = 10;
inline constexpr int most_imports = 3;
inline constexpr int most_changes = 8;
inline constexpr int most_also_running = 4;
/// Of so many plans it is said one by one what waits in them; of more, together.
inline constexpr std::size_t most_plans_by_name = 5;
inline constexpr int days_of_changes = 14;

} // namespace openmasa::home
