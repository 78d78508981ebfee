#pragma once
// Whom to ask about what, and when to remind; nothing but values in and out.
#include "kernel/bank_holidays.hpp"
#include "kernel/result.hpp"
#include "plan/updates/updates.hpp"

namespace openmasa::updates {

inline constexpr int working_days_to_answer = 10, working_days_before = 2;
/// Due within so many days: its owner is asked unless somebody takes the tick away.
inline constexpr int due_within_days = 60;
inline constexpr int longest_days_to_answer = 60;
inline constexpr std::size_t longest_words = 1000;

/// What somebody chose, as it was typed; `owners` are ids.
struct Choice {
    std::vector<std::string> owners;
    std::string which = "open", since{}, by{}, answer_by{};
};
/// Nobody chosen yet: the days that most people want.
Choice usual_choice(Day today, const BankHolidays& holidays);

/// An owner with what could be asked of them.
struct Candidate {
    OwnerId owner;
    std::string name;
    int open = 0, silent = 0, late = 0;
    /// Something is silent or due soon.
    bool is_ticked = false;
};
/// In the order of the actions.
std::vector<Candidate> candidates(const std::vector<OpenAction>& actions, Day today);

/// Fields "owner", "which", "since", "by" and "answer_by". Days may be typed in any way that one
/// day can be said; answers are wanted after today, within sixty days.
std::vector<Problem> problems_with(const Choice& choice, Day today);
/// Those that a choice without problems means.
std::vector<OpenAction> chosen(std::vector<OpenAction> actions, const Choice& choice);
/// Of a choice without problems.
Day answer_by(const Choice& choice);

/// Which reminder counts today: two working days before the day, and once when it has passed.
enum class Stage { none, soon, late };
Stage stage_of(const Request& request, Day today, const BankHolidays& holidays);
/// "soon", for the database.
std::string_view to_text(Stage stage);

/// How long a link works that is given today: four weeks after the day, and within what links may.
int days_of_link(Day answer_by, Day today);

/// The most urgent first: late by how long, then by what is due next; priorities by their most
/// urgent action.
void put_urgent_first(std::vector<Asked>& asked, Day today);
/// The day on which it is due next: of several its next step's.
std::optional<Day> due_day(const Asked& asked);
bool is_late(const Asked& asked, Day today);

} // namespace openmasa::updates
