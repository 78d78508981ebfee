#pragma once
// The CSV file that a statistical method is worked over: its rows are kept as they stand, and get
// columns at their end.
#include "kernel/result.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::command_line {

/// Places of rows and of columns count from nought; what is said to people counts as a spreadsheet
/// does, the row of names being 1.
class StatsTable {
public:
    /// Refuses what is no CSV with a row of names, a name that two columns have, a quote that does
    /// not close, and a row with more cells than there are names.
    static Result<StatsTable> read(std::string_view bytes);

    std::size_t rows() const { return rows_.size(); }
    std::optional<std::size_t> find(std::string_view name) const;
    /// Refuses a name that the file does not have, with those it has.
    Result<std::size_t> column(std::string_view name) const;
    /// Without white space around it; empty where the row ends before.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// Nothing for an empty cell and for the symbols that stand for a value which is not given (c x
    /// z u k low : NA); refuses what is neither such nor a plain number, and one above 1e15.
    Result<std::optional<double>> number(std::size_t row, std::size_t column) const;
    /// What is wrong in a row, with its number in front.
    Refusal wrong(std::size_t row, std::string_view words) const;

    /// All rows, each followed by what is to be added to it: as many cells as there are names, each
    /// with a comma in front. Lines end as those of the file do.
    std::string with(const std::vector<std::string_view>& names,
                     const std::vector<std::string>& added) const;

private:
    std::string name_given_twice() const;
    struct Row {
        int number;
        std::string as_it_stands;
        std::vector<std::string> cells;
    };
    Row names_;
    std::vector<Row> rows_;
    std::string_view line_end_ = "\n";
};

/// With 15 significant digits; empty for nothing.
std::string digits(const std::optional<double>& value);

} // namespace openmasa::command_line
