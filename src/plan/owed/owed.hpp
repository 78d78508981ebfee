#pragma once
// What an agency, a group or an office owes and owns.
#include "core/access/owner.hpp"
#include "plan/plan.hpp"
#include "plan/tally.hpp"
#include "web/listing/paging.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::owed {

/// Which of an owner's actions a page shows.
enum class Shown { open, late, soon, at_risk, undated, without_update, finished, unproven };
inline constexpr std::array all_shown = {Shown::open,     Shown::late,    Shown::soon,
                                         Shown::at_risk,  Shown::undated, Shown::without_update,
                                         Shown::finished, Shown::unproven};
/// "late", for addresses; nothing for what is open, which is shown unless something else is asked.
std::string_view to_text(Shown shown);
/// What an address asks for; what is open when it makes no sense.
Shown shown_called(std::string_view text);

/// One action, as far as it is counted.
struct CountedAction {
    plan::PlanId plan;
    plan::Status status{};
    std::optional<Day> deadline, next_step;
    int evidence = 0;
    bool undated = false;
    /// Its last update, or its adoption.
    Day last_news{};
    /// From when it is done; nothing when it is not, or when nobody recorded it.
    std::optional<Day> done_on;
};

/// Of the actions whose date fell in the last year.
struct Timeliness {
    int on_time = 0, late = 0, still_open = 0;
    /// Done, and nobody recorded when.
    int unknown = 0;
    int all() const { return on_time + late + still_open + unknown; }
    bool operator==(const Timeliness&) const = default;
};

struct Owed {
    /// By Shown.
    std::array<int, all_shown.size()> counts{};
    Timeliness timeliness;

    int of(Shown shown) const { return counts[static_cast<std::size_t>(shown)]; }
};
struct OwedInPlan {
    plan::PlanId plan;
    Owed owed;
};

/// An action as a row shows it, and as a download has it.
struct OwedAction {
    plan::ActionId id;
    std::string plan, priority, reference, title, date_words, date_kind, date_meaning;
    std::optional<Day> deadline, next_step;
    plan::Status status{};
    int steps = 0, steps_done = 0, evidence = 0;
    std::optional<Day> last_update, done_on;
};

struct OwnedPriority {
    plan::SectionId id;
    std::string name;
    plan::PlanId plan_id;
    std::string plan;
};

/// Which rows of an owner.
struct Selection {
    OwnerId owner;
    /// Unset: of all plans.
    std::optional<plan::PlanId> plan{};
    Shown shown = Shown::open;
};

} // namespace openmasa::owed
