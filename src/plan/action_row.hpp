#pragma once
// Actions as rows of a table: title and reference, owner, target date in the plan's words with its
// meaning, status, evidence. The list, a priority and an objective show the same row.
//     begin_action_table(page, {.caption = "Actions of this objective"});
//     for (...) append_action_row(page, line);
//     end_action_table(page);
#include "plan/plan.hpp"
#include "web/html.hpp"
#include "web/ui/marks.hpp"
#include <string>
#include <string_view>

namespace openmasa::plan {

/// One row. The views need to live only until it is appended.
struct ActionLine {
    ActionId id;
    std::string_view reference, title;
    /// Left out where the table stands under its objective.
    std::string_view objective;
    /// Empty: no owner.
    std::string_view owner;
    /// The target date as written, our reading of it, and which kind that is ("unknown": no date).
    std::string_view date_words, date_meaning, date_kind;
    /// By when its next open step is due; nothing where that is not to be said (plan/rules.hpp).
    std::optional<Day> next_step;
    /// time_left() of plan/rules.hpp, until the next step or the whole: "9 days left", "53 days
    /// late", or empty.
    std::string time_left;
    /// As it was set: beside "Late" it is said, too.
    Status status{};
    ui::Standing standing{};
    int evidence = 0;
    int steps = 0, steps_done = 0;
    /// Themes and FLOURISH domains: "Neglect, Learning".
    std::string tags{};
    /// "Restricted", where it is.
    Html tag{};
    /// Where it is known the owner's name leads to what it owes (plan/owner_link.hpp).
    std::optional<OwnerId> owner_id{};
};

/// The words of a column's head; a list that sorts puts a link in.
struct ActionTable {
    /// Read out, not shown.
    std::string_view caption;
    Html action = html("Action"), owner = html("Owner"), date = html("Target date"),
         status = html("Status"), evidence = html("Evidence");
};
void begin_action_table(Html& to, const ActionTable& table);
void end_action_table(Html& to);

/// A heading inside the table, before the rows of a priority or an objective. Rows that are under
/// no heading need begin_action_group() without one.
struct ActionGroup {
    Html name;
    std::string_view remark;
};
void begin_action_group(Html& to, const ActionGroup& group);
void begin_action_group(Html& to);
void end_action_group(Html& to);

/// "1 of 3 steps done, next by 31 Jan 2027", "all 2 steps done".
void append_steps(Html& to, int steps, int done, std::optional<Day> next);

void append_action_row(Html& to, const ActionLine& line);

} // namespace openmasa::plan
