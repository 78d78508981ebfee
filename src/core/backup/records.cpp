#include "core/backup/records.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace openmasa::backup {
namespace {

constexpr std::int64_t version = 2;
constexpr std::int64_t piece = 64 * 1024;
/// No name, and no list of them, is longer; a document may be 20 MB.
constexpr std::int64_t most_bytes = 256 << 20, most_things = 100'000;

[[noreturn]] void refuse_form() {
    throw std::runtime_error("the backup holds what no OpenMASA writes");
}

} // namespace

void RecordWriter::number(std::int64_t value) {
    char bytes[8];
    for (int at = 0; at < 8; ++at)
        bytes[at] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * at) & 0xff);
    sink_({bytes, 8});
}

void RecordWriter::text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    sink_(value);
}

void RecordWriter::head(const Head& head) {
    sink_("H");
    number(version);
    text(iso(head.made_at));
    number(static_cast<std::int64_t>(head.migrations.size()));
    for (const auto& name : head.migrations) text(name);
}

void RecordWriter::table(const store::Table& table) {
    sink_("T");
    text(table.name);
    number(static_cast<std::int64_t>(table.columns.size()));
    for (const auto& column : table.columns) {
        text(column.name);
        number(static_cast<std::int64_t>(column.kind));
    }
}

void RecordWriter::row(const store::Row& row) {
    sink_("R");
    for (const auto& value : row) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            sink_("i");
            number(*integer);
        } else if (const auto* words = std::get_if<std::string>(&value)) {
            sink_("t");
            text(*words);
        } else {
            sink_("n");
        }
    }
}

void RecordWriter::file(std::string_view digest, std::uint64_t size) {
    sink_("F");
    text(digest);
    number(static_cast<std::int64_t>(size));
}

void RecordWriter::missing(std::string_view digest) {
    sink_("M");
    text(digest);
}

void RecordWriter::end(const std::vector<std::pair<std::string, std::int64_t>>& counts,
                       std::int64_t files) {
    sink_("E");
    number(static_cast<std::int64_t>(counts.size()));
    for (const auto& [name, count] : counts) {
        text(name);
        number(count);
    }
    number(files);
}

std::string_view RecordReader::exactly(std::size_t count) {
    const auto bytes = source_(count);
    if (bytes.size() != count) refuse_form();
    return bytes;
}

char RecordReader::letter() {
    return exactly(1).front();
}

std::int64_t RecordReader::number() {
    const auto bytes = exactly(8);
    std::uint64_t value = 0;
    for (std::size_t at = 8; at-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at]);
    return static_cast<std::int64_t>(value);
}

std::size_t RecordReader::count() {
    const auto value = number();
    if (value < 0 || value > most_things) refuse_form();
    return static_cast<std::size_t>(value);
}

std::string RecordReader::text() {
    const auto size = number();
    if (size < 0 || size > most_bytes) refuse_form();
    return std::string(exactly(static_cast<std::size_t>(size)));
}

Head RecordReader::head() {
    if (letter() != 'H') refuse_form();
    if (number() != version)
        throw std::runtime_error(
            "the backup was made by another version of OpenMASA: restore it with that");
    const auto made_at = moment_from_iso(text());
    if (!made_at) refuse_form();
    Head head{.made_at = *made_at, .migrations = {}};
    for (auto left = count(); left > 0; --left) head.migrations.push_back(text());
    return head;
}

RecordReader::Next RecordReader::next() {
    switch (letter()) {
    case 'T': return Next::table;
    case 'R': return Next::row;
    case 'F': return Next::file;
    case 'M': return Next::missing;
    case 'E': return Next::end;
    default: refuse_form();
    }
}

store::Table RecordReader::table() {
    store::Table table{.name = text(), .columns = {}};
    for (auto left = count(); left > 0; --left) {
        auto name = text();
        const auto kind = number();
        if (kind < 0 || kind > static_cast<std::int64_t>(store::Kind::bytes)) refuse_form();
        table.columns.push_back({std::move(name), static_cast<store::Kind>(kind)});
    }
    return table;
}

store::Row RecordReader::row(std::size_t columns) {
    store::Row row;
    row.reserve(columns);
    while (row.size() < columns) row.push_back(value());
    return row;
}

store::Value RecordReader::value() {
    switch (letter()) {
    case 'n': return std::monostate();
    case 'i': return number();
    case 't': return text();
    default: refuse_form();
    }
}

RecordReader::FileHead RecordReader::file() {
    FileHead head{.digest = text()};
    head.size = number();
    if (head.size < 0) refuse_form();
    return head;
}

void RecordReader::content(const FileHead& head,
                           const std::function<void(std::string_view)>& take) {
    for (auto left = head.size; left > 0; left -= piece)
        take(exactly(static_cast<std::size_t>(std::min(left, piece))));
}

std::string RecordReader::missing() {
    return text();
}

RecordReader::End RecordReader::end() {
    End end;
    for (auto left = count(); left > 0; --left) {
        auto name = text();
        end.rows.emplace_back(std::move(name), number());
    }
    end.files = number();
    return end;
}

} // namespace openmasa::backup
