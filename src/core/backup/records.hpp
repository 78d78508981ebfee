#pragma once
// How rows stand in a backup, one record after the other:
//   'H' version (number), moment, count and names of the migrations that gave the tables their
//   shape 'T' name, count and (name, kind) of the columns: the rows that follow are of this table
//   'R' as many values as the table has columns
//   'E' count of tables and (name, count of rows): the end, and that nothing is missing
// A number is 8 bytes, little-endian; text is its length as a number and its bytes; a value is a
// letter ('n' nothing, 'i' number, 't' text or bytes) and what it says.
#include "store/tables.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::backup {

struct Head {
    Moment made_at{};
    std::vector<std::string> migrations;
};

class RecordWriter {
public:
    using Sink = std::function<void(std::string_view)>;
    explicit RecordWriter(Sink sink) : sink_(std::move(sink)) {}
    void head(const Head& head);
    void table(const store::Table& table);
    void row(const store::Row& row);
    void end(const std::vector<std::pair<std::string, std::int64_t>>& counts);

private:
    void number(std::int64_t value);
    void text(std::string_view value);

    Sink sink_;
};

/// Throws std::runtime_error for what RecordWriter never wrote.
class RecordReader {
public:
    /// Gives exactly so many bytes; fewer only at the end.
    using Source = std::function<std::string_view(std::size_t)>;
    explicit RecordReader(Source source) : source_(std::move(source)) {}

    Head head();
    enum class Next { table, row, end };
    /// What comes; the matching function below reads it.
    Next next();
    store::Table table();
    store::Row row(std::size_t columns);
    std::vector<std::pair<std::string, std::int64_t>> end();

private:
    std::string_view exactly(std::size_t count);
    char letter();
    std::int64_t number();
    std::size_t count();
    std::string text();
    store::Value value();

    Source source_;
};

} // namespace openmasa::backup
