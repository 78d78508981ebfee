#pragma once
// Every table of a database with its rows, whatever they mean: for copying all of it from one
// database to another, of either engine. Nothing else reads rows without knowing what they are.
#include "store/db.hpp"
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace openmasa::store {

struct Column {
    std::string name;
    Kind kind;
};

struct Table {
    std::string name;
    std::vector<Column> columns;
};

/// Nothing, a whole number, or text or bytes as its column's kind says.
using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Value>;

class Tables {
public:
    explicit Tables(Db& db) : db_(db) {}
    /// All of them; one that points to another comes after it.
    std::vector<Table> list();
    /// Every row, in the order of the first column.
    void each(const Table& table, const std::function<void(const Row&)>& take);
    /// Inside db.atomically() only. The row has the table's columns.
    void add(const Table& table, const Row& row);
    /// Takes out what a migration put in. A table that is empty is left alone: one that may only
    /// grow refuses the mere wish. Inside db.atomically() only.
    void clear(const Table& table);

private:
    Db& db_;
};

} // namespace openmasa::store
