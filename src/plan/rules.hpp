#pragma once
// Decisions about a plan; nothing but values in and out. When an action is overdue is decided in
// kernel/overdue.hpp and nowhere else.
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "web/ui/marks.hpp"
#include <set>

namespace openmasa::plan {

/// What the tag says. Late: not done, not stopped, and overdue. Done without evidence is
/// "unproven".
ui::Standing standing(Status status, std::optional<Day> deadline, int evidence, Day today);
inline ui::Standing standing(const Action& action, Day today) {
    return standing(action.status, action.deadline, action.evidence, today);
}
/// Done and stopped actions are never late and never due.
bool is_open(Status status);
/// Blocked or stopped: somebody says why.
bool needs_reason(Status status);

/// What today means for what is due next: overdue by the deadline alone, soon also when the next
/// open step is due soon or should have been done. `next_step` is the last day of that step.
Due due_next(std::optional<Day> deadline, std::optional<Day> next_step, Day today);
/// The next open step's day, unless nothing but the deadline counts: the action is late or
/// finished.
std::optional<Day> next_step_to_say(Status status, std::optional<Day> deadline,
                                    std::optional<Day> next_step, Day today);
/// The earliest last day of the steps that are not done.
std::optional<Day> next_step_of(const std::vector<Step>& steps);

/// "9 days left", "due today", "53 days late"; empty without a deadline, or when not open.
std::string time_left(Status status, std::optional<Day> deadline, Day today);
/// The same until a step; one that should have been done makes nothing late: "53 days ago".
std::string time_to_step(Status status, Day step, Day today);

/// The lines of a cell as one line: "30 Jun 2026 \u00b7 30 Sep 2026".
std::string lines_joined(std::string_view text);

/// The day from which a recurring action counts: its last update, or its adoption.
std::optional<Day> deadline_of(const TargetDay& target, Day adopted_on,
                               std::optional<Day> last_update);

/// When an action is due, to be said: by its next step where that counts, else by the whole.
struct TimeToSay {
    /// As next_step_to_say().
    std::optional<Day> next_step;
    /// "9 days left", "53 days late"; empty where there is nothing to say.
    std::string left;
};
TimeToSay time_to_say(Status status, std::optional<Day> deadline, std::optional<Day> next_step,
                      Day today);

/// The letters that references of a section start with: "Vulnerable Adolescents: ..." gives "VA".
/// Words in capitals (a partnership's initials) and small words are left out.
std::string section_code(std::string_view name);
/// The first of "VA", "VA2", "VA3" ... that is not taken in its plan.
std::string free_code(const std::string& wanted, const std::set<std::string>& taken);
/// Of an action that comes with none: one more than the highest number behind that code.
std::string next_reference(std::string_view code, const std::set<std::string>& taken);

/// Something in these words was meant as a date and is none; what is plainly no date is not.
bool is_misread(const TargetDate& read);

/// A link somebody gave as evidence: http or https, with a host.
bool is_web_address(std::string_view text);

/// One of the four ways in which the impact of a priority is looked at, and what is said of it.
struct ImpactStatement {
    std::string_view name, words;
};
/// Prevalence, pathways, commissioning, impact and voice: those that say something. They refer to
/// the section.
std::vector<ImpactStatement> impact_statements(const Section& section);

} // namespace openmasa::plan
