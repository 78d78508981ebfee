#pragma once
// How rows stand in a backup, one record after the other:
//   'H' version (number), moment, count and names of the migrations that gave the tables their
//   shape 'T' name, count and (name, kind) of the columns: the rows that follow are of this table
//   'R' as many values as the table has columns
//   'F' digest, size and so many bytes: a file that rows name by its digest
//   'M' digest: a file that rows name and that was not there as its digest says
//   'E' count of tables and (name, count of rows), count of files: the end, and that nothing is
//   missing
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
    /// Then its bytes, by piece().
    void file(std::string_view digest, std::uint64_t size);
    void piece(std::string_view bytes) { sink_(bytes); }
    void missing(std::string_view digest);
    void end(const std::vector<std::pair<std::string, std::int64_t>>& counts, std::int64_t files);

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
    enum class Next { table, row, file, missing, end };
    /// What comes; the matching function below reads it.
    Next next();
    store::Table table();
    store::Row row(std::size_t columns);
    struct FileHead {
        std::string digest;
        std::int64_t size = 0;
    };
    FileHead file();
    /// The bytes that follow file(), piece by piece.
    void content(const FileHead& head, const std::function<void(std::string_view)>& take);
    std::string missing();
    struct End {
        std::vector<std::pair<std::string, std::int64_t>> rows;
        std::int64_t files = 0;
    };
    End end();

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
