#pragma once
// Reads a plan's table row by row: which words stand under which heading, with merged cells
// resolved. Decides nothing about which rows belong together.
#include "plan/imports/draft.hpp"
#include "plan/imports/headings.hpp"
#include "plan/imports/table_columns.hpp"

namespace openmasa::imports {

struct PlanRow {
    int table = 0, number = 0;
    /// One line of words across the whole table, which heads the rows below it.
    std::string banner;
    std::vector<word::Line> objective, action;
    /// The action above reaches down over this row.
    bool action_merged = false;
    std::string reference, owner, date, status, progress;
    /// The date is that of the row above, whose cell reaches down.
    bool date_merged = false;
    /// The colour behind the status.
    std::string status_fill;
    std::vector<Note> notes;

    bool starts_with_bullet() const {
        return !action.empty() && action.front().mark == word::Mark::bullet;
    }
    bool has_own_date() const { return !date.empty() && !date_merged; }
};

struct PlanTable {
    int number = 0;
    std::vector<Column> columns;
    /// What the table says of its section above the headings; empty where it does not.
    std::string section_name;
    Officers officers;
    std::vector<std::string> difference;
    std::vector<PlanRow> rows;
};

/// Nothing if it is no plan's table. `carried_on` are the columns of the table just above, which a
/// table without headings may carry on; nullptr if there is none.
std::optional<PlanTable> read_plan_table(const word::Table& table, int number,
                                         const std::vector<Column>* carried_on);

} // namespace openmasa::imports
