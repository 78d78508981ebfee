#pragma once
// A plan as it was understood from a document, before anything is saved: its words, our reading of
// them, and where the reading is doubtful.
#include "kernel/target_date.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::imports {

/// Where in the document it stands; tables and rows count from 1.
struct Place {
    int table = 0, first_row = 0, last_row = 0;
    bool operator==(const Place&) const = default;
};

/// What a status column says, in the product's own states.
enum class Status { not_started, in_progress, at_risk, blocked, done, stopped };

/// A cell of a column that a plan has no place for.
struct Note {
    std::string header, words;
};

/// One of several dated things to do within an action.
struct Step {
    std::string words;
    TargetDate target;
};

struct Action {
    /// The document's own, "1.2"; empty if it has none.
    std::string reference;
    /// One line. The text is the whole, bullets as lines that start with "• ".
    std::string title, text;
    std::string owner;
    /// The date as written, also when a person chose to leave it out of `target`.
    std::string date_words;
    TargetDate target;
    std::vector<Step> steps;
    std::string status_words;
    std::optional<Status> status;
    std::string progress;
    std::vector<Note> notes;
    Place place;
    /// Ids of the doubts about it.
    std::vector<std::string> doubts;
};

struct Objective {
    std::string title, text;
    std::vector<Action> actions;
};

struct Section {
    std::string name;
    /// What stood behind the name in brackets: "as of June 2025".
    std::string remark;
    /// False for what a partnership does whatever its priorities are.
    bool is_priority = true;
    std::string owner, chair;
    /// The lines under "What difference will we see?".
    std::vector<std::string> difference;
    std::vector<Objective> objectives;
};

struct Doubt {
    enum class Kind {
        dates_do_not_match,
        bullet_rows_with_dates,
        goes_on_from_above,
        nearly_the_same,
        date_not_understood,
        heading_guessed
    };
    /// Words of the document; the marked ones are what the doubt is about.
    struct Fragment {
        std::string words;
        bool marked = false;
    };
    struct Evidence {
        std::string label;
        std::vector<Fragment> fragments;
    };
    struct Option {
        std::string label, meaning;
    };

    /// The same for the same document, whatever was chosen: "t3r16-dates".
    std::string id;
    Kind kind = Kind::dates_do_not_match;
    Place place;
    /// "Families First, table 3, rows 5 to 7".
    std::string where;
    std::string headline;
    std::vector<Evidence> evidence;
    /// Empty when there is nothing to choose and a person should only know.
    std::vector<Option> options;
    int chosen = 0;
    /// Where in the draft; -1 when it is about no objective or action, or that was left out.
    int section = 0, objective = -1, action = -1;
};

struct Draft {
    std::string title;
    /// "2025-26"; empty when the document does not say.
    std::string period;
    /// "Last review: Dec 2025".
    std::string edition;
    std::vector<Section> sections;
    /// Those with a choice first, then in the document's order.
    std::vector<Doubt> doubts;
    /// Tables that hold the plan and all their rows; tables that hold something else.
    int tables = 0, rows = 0, other_tables = 0;
};

/// For a doubt's id, the number of the option that a person chose.
using Choices = std::map<std::string, int, std::less<>>;

struct Counts {
    int sections = 0, priorities = 0, without_owner = 0, objectives = 0, actions = 0;
    /// Actions with nothing in the place of the date; doubts with a choice.
    int without_date = 0, doubtful = 0;
};
Counts count(const Draft& draft);

/// The meaning of a date with its day named, also where the words name it: "by 30 Sep 2026".
std::string in_full(const TargetDate& target);

/// "not started", "in progress", "at risk", "blocked", "done", "stopped".
std::string_view name(Status status);
/// "dates_do_not_match", ... as in the enum.
std::string_view name(Doubt::Kind kind);

} // namespace openmasa::imports
