#pragma once
// The lines of a CSV file as views into it: nothing is copied but cells with a doubled quote. Made
// for files of a hundred thousand lines; core/exchange/csv.hpp reads the same text cell by cell.
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

class CellLines {
public:
    /// The text must outlive it, and so must it what it gave. A byte-order mark is left out.
    explicit CellLines(std::string_view text);
    /// The next line's cells; false at the end, and at a quote that does not close. Blank lines are
    /// passed over.
    bool next(std::vector<std::string_view>& cells);
    /// The line of the file where the last one given began, from 1.
    int number() const { return number_; }
    /// How many lines are left at the most, without reading them.
    std::size_t most_left() const;
    bool has_open_quote() const { return open_quote_; }

private:
    std::string_view cell();
    std::string_view quoted();

    std::string_view text_;
    std::size_t at_ = 0;
    int number_ = 0, lines_ = 1;
    bool open_quote_ = false;
    std::deque<std::string> unquoted_;
};

} // namespace openmasa::intelligence
