#pragma once
// Rows of the example's files, each taken on its own day.
#include "command_line/example.hpp"
#include "core/access/scope.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <functional>
#include <string>
#include <string_view>

namespace openmasa::command_line {

/// The whole of a file; a fault where it cannot be read.
std::string read_whole_file(const std::string& path);

/// A row of one of the example's files.
struct Entry {
    const csv::Table& table;
    std::size_t row;
    std::string_view file;

    std::string text(std::string_view column) const;
    Refusal names_nothing(std::string_view what) const;
};

/// The same scope at ten in the morning of the row's day, or now where that is still to come.
Result<Scope> on_its_day(Scope scope, const Entry& entry, std::string_view column = "date");

/// Calls `take` with each row of a file, all in one transaction. No file: no rows.
Result<Done> each_row(store::Db& db, const Example& example, const std::string& file,
                      const std::function<Result<Done>(const Entry&)>& take);

/// Whoever of the example people holds that office writes in their own name.
Scope as_office(store::Db& db, Scope scope, std::string_view office);

} // namespace openmasa::command_line
