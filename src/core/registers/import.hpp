#pragma once
// Rows of a file held against a register: what saving each of them would do, and why some cannot be
// saved. Nothing is saved before a person has seen it; then all of it is, in one transaction.
#include "core/exchange/sheet.hpp"
#include "core/registers/file_columns.hpp"
#include "core/registers/register.hpp"

namespace openmasa::registers {

/// What becomes of a row. `gone` are rows of the register that the file does not have: they stay.
enum class Fate { added, changed, same, refused, gone };
/// "new", "changed", "same", "refused", "gone".
std::string_view to_text(Fate fate);

/// Chosen before anybody looks.
enum class Policy {
    stop,   // one refused row, and nothing can be saved
    skip,   // refused rows are left out
    update, // the same, and a row that is not there yet is refused: nothing new comes in
};
std::string_view to_text(Policy policy);
bool from_text(std::string_view text, Policy& policy);

struct Change {
    std::string_view label;
    std::string was, now;
};

struct JudgedRow {
    /// In the file.
    int number = 0;
    Fate fate = Fate::same;
    /// What its key columns say: "Norfolk Constabulary".
    std::string name;
    Proposed proposed;
    std::vector<Change> changes;
    /// Everything that is wrong; the field is the column's label.
    std::vector<Problem> problems;
    std::optional<RowRemark> remark{};
};

struct Preview {
    const Register& which;
    Policy policy;
    std::vector<JudgedRow> rows;
    /// The names of what the file does not have.
    std::vector<std::string> gone;
    std::vector<std::string> remarks;
    /// Stands for everything that the rows were compared with: another one now means that the
    /// register was changed in between.
    std::string state;

    int count(Fate fate) const;
    /// Whether the policy lets it be saved, and there is something to save.
    bool may_be_saved() const;
};

/// Refuses a file without a column that tells which row is meant, and a person who may not import.
Result<Preview> look(store::Db& db, const Scope& scope, const Register& which,
                     const sheet::Sheet& sheet, const FileColumns& columns, Policy policy);
/// By its columns' names, and as files like it were read before.
Result<Preview> look(store::Db& db, const Scope& scope, const Register& which,
                     const sheet::Sheet& sheet, Policy policy);

/// Saves what the preview shows: new and changed rows, each as its own form would, with its audit
/// entry. Refuses when the policy does, and when the register is no longer in `state`. Inside
/// atomically().
Result<Done> save(store::Db& db, const Scope& scope, const Preview& preview,
                  std::string_view state);

} // namespace openmasa::registers
