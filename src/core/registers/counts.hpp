#pragma once
// How many rows a register has, by the values of the columns that filter: what its page says above
// the list, of all rows, from one reading of the database that is remembered until anything
// changes.
#include "core/registers/rows.hpp"
#include <memory>

namespace openmasa::registers {

/// A value that a column that filters has somewhere in the register, and how often.
struct FilterValue {
    std::size_t column;
    std::string value;
    int rows = 0;
};

class Counts {
public:
    /// Of rows as rows_alike() gives them.
    Counts(const Register& which, const EachRow& alike);

    int all() const;
    /// How many rows the selection lets through, its words left aside.
    int chosen(const Selection& selection) const;
    /// By column, then by value.
    const std::vector<FilterValue>& values() const { return values_; }

private:
    struct Group {
        Cells values;
        int rows;
    };
    std::vector<FilterValue> values_of_groups() const;
    bool lets_through(const Selection& selection, const Group& group) const;
    std::vector<std::size_t> filters_;
    std::vector<Group> groups_;
    std::vector<FilterValue> values_;
};

/// Counted once for each day and state of the records: every change is an entry in the audit log.
std::shared_ptr<const Counts> counts_of(store::Db& db, const Scope& scope, const Register& which);
/// The same of rows that no table holds.
Counts counted_in(const EachRow& all, const Register& which);

} // namespace openmasa::registers
