#pragma once
// Which rows belong together: rows to actions, actions to objectives, objectives to sections.
// The rules are those of published plans; where a row can be read in two ways, what a person chose
// holds, and the choice is remembered as a joint.
#include "plan/imports/rows.hpp"

namespace openmasa::imports {

/// A row in few words, as a doubt shows it.
struct RowInBrief {
    Place place;
    std::string title, date;
};

/// A place where two or more rows were taken together or apart, and could be read the other way.
struct Joint {
    Doubt::Kind kind = Doubt::Kind::goes_on_from_above;
    std::string id;
    std::size_t section = 0;
    /// The action above, and the rows in question.
    RowInBrief above;
    std::vector<RowInBrief> rows;
    int chosen = 0;
};

struct ActionRows {
    std::vector<PlanRow> rows;
    /// A person said that the rows are steps with dates of their own.
    bool rows_are_steps = false;
    /// Where the document says it apart from the words; else it is taken from them.
    std::string title{};
};

struct ObjectiveRows {
    std::vector<word::Line> words;
    /// It was named above its rows, not in a cell of its own.
    bool is_heading = false;
    std::vector<ActionRows> actions{};
    /// Where the document says it apart from the words; else it is taken from them.
    std::string title{};
};

struct SectionRows {
    /// Its objectives are empty; they are the ones below.
    Section head;
    bool name_is_guessed = false;
    int first_table = 0;
    std::vector<ObjectiveRows> objectives;
};

struct Grouped {
    std::vector<SectionRows> sections;
    std::vector<Joint> joints;
};

struct TableInItsPlace {
    PlanTable table;
    Setting setting;
};

Grouped group(std::vector<TableInItsPlace> tables, const Choices& choices);

/// The option that a person chose for a doubt, of so many; the first if none was.
int chosen(const Choices& choices, std::string_view id, int options);

} // namespace openmasa::imports
