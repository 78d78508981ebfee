#include "core/registers/file_columns.hpp"
#include "core/routing/version_read.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

using store::None;
using store::Query;

/// One column of a file as it is called there, and what it was said to hold: the key of a column of
/// the register, or nothing for one that is left out. Without a name: what stands in every row.
struct Said {
    std::string called, column, every;
};

constexpr Query<Said(std::string_view)> list_said{"import_columns.list", R"sql(
    SELECT called, column_key, every FROM import_column WHERE kind = $1
    ORDER BY called, column_key)sql"};
constexpr Query<None(std::string_view, std::string_view)> forget_said{
    "import_columns.forget", "DELETE FROM import_column WHERE kind = $1 AND called = $2"};
constexpr Query<None(std::string_view, std::string_view, std::string_view, std::string_view)>
    add_said{"import_columns.add", R"sql(
    INSERT INTO import_column (kind, called, column_key, every) VALUES ($1, $2, $3, $4))sql"};

std::string loosely(std::string_view name) {
    auto loose = lower(one_line(name));
    std::ranges::replace(loose, '_', ' ');
    return loose;
}

/// The register's columns that are called so.
std::optional<std::size_t> column_called(const Register& which, const std::string& called) {
    if (called.empty()) return std::nullopt;
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& one = which.columns[at];
        if (called == loosely(one.key) || called == loosely(one.label) ||
            called == loosely(one.own_label))
            return at;
    }
    return std::nullopt;
}

bool may_be_set(const Column& column) {
    return column.use == Use::key || column.use == Use::given;
}

bool is_used(const FileColumns& columns, std::size_t of_file) {
    return std::ranges::any_of(columns.from,
                               [&](const From& from) { return from.column == of_file; });
}

} // namespace

std::string_view FileColumns::cell(const sheet::Row& row, std::size_t column) const {
    const auto& its = from.at(column);
    const auto text = its.column ? trimmed(row.cells.at(*its.column)) : std::string_view();
    return text.empty() ? std::string_view(its.every) : text;
}

namespace {

/// Whether the program made it, or somebody who knows its columns.
bool is_own(const Register& which, const sheet::Sheet& sheet) {
    bool own = true;
    for (const auto& name : sheet.names) {
        const auto its = column_called(which, loosely(name));
        if (its && which.columns[*its].use == Use::id) return true;
        own &= its.has_value() || name.empty();
    }
    return own;
}

/// What was said of a column that is called so; empty where nothing was.
std::vector<std::size_t> said_of(const Register& which, const std::vector<Said>& all,
                                 const std::string& called, bool& is_left_out) {
    std::vector<std::size_t> columns;
    for (const auto& one : all) {
        if (called.empty() || one.called != called) continue;
        const auto its = place_of(which.columns, one.column);
        if (its < which.columns.size()) columns.push_back(its);
        is_left_out |= one.column.empty();
    }
    return columns;
}

} // namespace

FileColumns columns_of(store::Db& db, const Register& which, const sheet::Sheet& sheet) {
    FileColumns columns{.from = std::vector<From>(which.columns.size())};
    const auto said = db.all(list_said, which.kind);
    const bool own = is_own(which, sheet);
    for (std::size_t at = 0; at < sheet.names.size(); ++at) {
        const auto called = loosely(sheet.names[at]);
        const auto by_name = column_called(which, called);
        bool is_left_out = false;
        auto its = said_of(which, said, called, is_left_out);
        if (by_name && (own || (its.empty() && !is_left_out))) its = {*by_name};
        for (const auto one : its)
            if (!columns.from[one].column) columns.from[one].column = at;
    }
    return columns;
}

std::vector<std::size_t> keys_missing(const Register& which, const FileColumns& columns) {
    std::vector<std::size_t> missing;
    for (std::size_t at = 0; at < which.columns.size(); ++at) {
        const auto& column = which.columns[at];
        const bool is_there = columns.from[at].is_there();
        if (column.use == Use::id && is_there) return {};
        const auto made_of = place_of(which.columns, column.made_of);
        const bool is_made = made_of < which.columns.size() && columns.from[made_of].is_there();
        if (column.use == Use::key && !is_there && !is_made) missing.push_back(at);
    }
    return missing;
}

std::vector<std::size_t> left_out(const sheet::Sheet& sheet, const FileColumns& columns) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < sheet.names.size(); ++at)
        if (!sheet.names[at].empty() && !is_used(columns, at)) out.push_back(at);
    return out;
}

bool has_to_be_asked(store::Db& db, const Register& which, const sheet::Sheet& sheet,
                     const FileColumns& columns) {
    if (!keys_missing(which, columns).empty()) return true;
    bool lacks = false;
    for (std::size_t at = 0; at < which.columns.size(); ++at)
        lacks |= may_be_set(which.columns[at]) && !columns.from[at].is_there();
    if (!lacks) return false;
    std::set<std::string> known;
    for (const auto& one : db.all(list_said, which.kind)) known.insert(one.called);
    for (const auto at : left_out(sheet, columns)) {
        const auto called = loosely(sheet.names[at]);
        if (!known.contains(called) && !column_called(which, called)) return true;
    }
    return false;
}

void remember(store::Db& db, const Register& which, const sheet::Sheet& sheet,
              const FileColumns& columns) {
    std::set<std::string> done;
    for (std::size_t at = 0; at < sheet.names.size(); ++at) {
        const auto called = loosely(sheet.names[at]);
        if (called.empty() || !done.insert(called).second) continue;
        db.run(forget_said, which.kind, called);
        if (!is_used(columns, at)) db.run(add_said, which.kind, called, "", "");
        for (std::size_t its = 0; its < columns.from.size(); ++its)
            if (columns.from[its].column == at)
                db.run(add_said, which.kind, called, which.columns[its].key, "");
    }
    db.run(forget_said, which.kind, "");
    for (std::size_t its = 0; its < columns.from.size(); ++its)
        if (const auto& every = columns.from[its].every; !every.empty())
            db.run(add_said, which.kind, "", which.columns[its].key, every);
}

std::vector<std::string> remembered_values(store::Db& db, const Register& which) {
    std::vector<std::string> values(which.columns.size());
    for (auto& one : db.all(list_said, which.kind))
        if (const auto at = place_of(which.columns, one.column);
            one.called.empty() && at < values.size())
            values[at] = std::move(one.every);
    return values;
}

std::string record_of(const Register& which, const FileColumns& columns) {
    std::string lines;
    for (std::size_t at = 0; at < columns.from.size(); ++at)
        if (const auto& from = columns.from[at]; from.is_there())
            lines += fmt::format("{}\t{}\t{}\n", which.columns[at].key,
                                 from.column ? std::to_string(*from.column) : std::string(),
                                 one_line(from.every));
    return lines;
}

std::optional<FileColumns> columns_from_record(const Register& which, const sheet::Sheet& sheet,
                                               std::string_view record) {
    if (record.empty()) return std::nullopt;
    FileColumns columns{.from = std::vector<From>(which.columns.size())};
    for (const auto line : split(record, '\n')) {
        if (line.empty()) continue;
        const auto parts = split(line, '\t');
        if (parts.size() != 3) return std::nullopt;
        const auto at = place_of(which.columns, parts[0]);
        if (at == columns.from.size()) return std::nullopt;
        columns.from[at].every = parts[2];
        if (parts[1].empty()) continue;
        const auto of_file = static_cast<std::size_t>(whole_number(parts[1]));
        if (of_file >= sheet.names.size()) return std::nullopt;
        columns.from[at].column = of_file;
    }
    return columns;
}

} // namespace openmasa::registers
