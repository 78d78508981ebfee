#pragma once
// Files of rows that were uploaded: kept as they were read, from the upload until they are saved or
// left, and after.
#include "core/registers/import.hpp"

namespace openmasa::registers {

struct RegisterImportKind;
using RegisterImportId = Id<RegisterImportKind>;

struct Upload {
    RegisterImportId id;
    std::string file_name;
    Moment at{};
    Policy policy = Policy::stop;
    sheet::Sheet sheet;
    /// As somebody said, or by their names.
    FileColumns columns;
    bool saved = false;
    /// Set once somebody decided not to save it; it may still be saved.
    bool left = false;
};

/// Reads the file and keeps it. Inside atomically(); leaves an audit entry. Refuses what
/// read_sheet() refuses; which column is which may have to be asked before it can be looked at
/// (file_columns.hpp).
Result<RegisterImportId> upload(store::Db& db, const Scope& scope, const Register& which,
                                std::string_view file_name, std::string_view bytes, Policy policy);
/// The same for rows that the program put together: a change of many rows, or taking one back.
Result<RegisterImportId> keep(store::Db& db, const Scope& scope, const Register& which,
                              std::string_view name, const sheet::Sheet& sheet, Policy policy);
/// Which of the file's columns holds what, as somebody says; the next file with these columns is
/// read in the same way. Refuses columns by which rows cannot be told apart, each under its key.
/// Inside atomically(); leaves an audit entry.
Result<Done> match_columns(store::Db& db, const Scope& scope, const Register& which,
                           const RegisterImportId& id, const FileColumns& columns);
/// Only for somebody who may import into that register.
std::optional<Upload> find_upload(store::Db& db, const Scope& scope, const Register& which,
                                  const RegisterImportId& id);
/// Saves what the person saw. Inside atomically().
Result<Preview> confirm(store::Db& db, const Scope& scope, const Register& which,
                        const RegisterImportId& id, std::string_view state);
/// Rows that put back what a saved import changed, to be looked at and saved like any other; those
/// that somebody changed since are refused there. What was new stays. Inside atomically().
Result<RegisterImportId> take_back(store::Db& db, const Scope& scope, const Register& which,
                                   const RegisterImportId& id);
Result<Done> leave(store::Db& db, const Scope& scope, const Register& which,
                   const RegisterImportId& id);

/// One that was saved, for the list of them.
struct SavedImport {
    RegisterImportId id;
    std::string file_name;
    Moment saved_at{};
    std::string who;
    /// Whether it changed anything that can be put back.
    bool changed = false;
};
/// The newest first, at most 200.
std::vector<SavedImport> saved_imports(store::Db& db, const Scope& scope, const Register& which);

} // namespace openmasa::registers
