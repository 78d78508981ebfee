#pragma once
// Which column of a file holds which column of a register: by its name, as it was said of a file
// like it before, or as a person says now.
#include "core/exchange/sheet.hpp"
#include "core/registers/register.hpp"
#include <optional>
#include <set>

namespace openmasa::registers {

/// Where one column of a register comes from.
struct From {
    /// Which of the file's columns; unset where the file has none.
    std::optional<std::size_t> column{};
    /// What a row says where the file has nothing there: canonical text.
    std::string every{};

    bool is_there() const { return column.has_value() || !every.empty(); }
    friend bool operator==(const From&, const From&) = default;
};

/// In the order of the register's columns.
struct FileColumns {
    std::vector<From> from;

    /// What a row of the file says of a column of the register, without the spaces around it.
    std::string_view cell(const sheet::Row& row, std::size_t column) const;
    friend bool operator==(const FileColumns&, const FileColumns&) = default;
};

/// Those that are called as the register's, whatever letters, and those that were matched when a
/// file like this one was read before. What was said before goes first, but for a file that the
/// program made itself: one with ids, or with no column that is not the register's.
FileColumns columns_of(store::Db& db, const Register& which, const sheet::Sheet& sheet);

/// The register's columns without which no row can be told from another; empty when it can.
std::vector<std::size_t> keys_missing(const Register& which, const FileColumns& columns);
/// The file's columns that are left out, without those that have no name.
std::vector<std::size_t> left_out(const sheet::Sheet& sheet, const FileColumns& columns);
/// Whether somebody has to say which column is which: what tells the rows apart is missing, or the
/// file has columns that nobody has said anything of while the register's are missing.
bool has_to_be_asked(store::Db& db, const Register& which, const sheet::Sheet& sheet,
                     const FileColumns& columns);

/// So that the next file with these columns is read in the same way. Inside atomically().
void remember(store::Db& db, const Register& which, const sheet::Sheet& sheet,
              const FileColumns& columns);
/// What was said to stand where the file has nothing, by the columns' keys: to be offered again.
std::vector<std::string> remembered_values(store::Db& db, const Register& which);

/// As it is kept with an upload, and back; nothing for what was not written so.
std::string record_of(const Register& which, const FileColumns& columns);
std::optional<FileColumns> columns_from_record(const Register& which, const sheet::Sheet& sheet,
                                               std::string_view record);

} // namespace openmasa::registers
