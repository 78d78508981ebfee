#pragma once
// Rows of as many columns as the statement gives, each as text: for lists whose columns are
// described somewhere else.
//     db.each(query, [](std::vector<std::string>&& row) { ... });
#include "store/statement.hpp"
#include <string>
#include <vector>

namespace openmasa::store {

inline void read_fields(Statement& statement, int& column, std::vector<std::string>& into) {
    while (column < statement.columns()) into.emplace_back(statement.text(column++));
}

} // namespace openmasa::store
