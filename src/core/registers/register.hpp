#pragma once
// A register: a list that people keep. Its description gives the downloads, the template, the
// import on a page and on the command line; an area describes each of its registers once.
#include "core/access/scope.hpp"
#include "core/history/content.hpp"
#include "core/registers/source.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::registers {

struct Register;

/// A view that everybody finds above the list: "Statutory partners", by what its address says.
struct FixedView {
    std::string_view name, query;
};

/// A row of a file as it would be saved: what the file says, and the register's own for the rest.
struct Proposed {
    const Register& which;
    /// Of the row that is there; empty for a new one.
    std::string id;
    /// The version that the row has now; 0 for a new one and where there are no versions.
    std::int64_t version = 0;
    /// As the register has it; empty for a new one.
    Cells before;
    Cells cells;

    bool is_new() const { return id.empty(); }
    const std::string& operator[](std::string_view key) const;
    bool changes(std::string_view key) const;
};

/// What somebody should know of a new row of a file before it is saved: "Says much the same as" a
/// row that is there, which stands at `address`.
struct RowRemark {
    std::string words, name, address;
};

struct Register {
    /// In addresses and commands: "actions".
    std::string_view kind;
    std::string_view title;
    /// What one row is: "action".
    std::string_view one;
    /// "actions" in a sentence.
    std::string_view many;
    /// Who may download it, and who may import.
    Permission read;
    Permission change;
    /// The page that shows it.
    std::string_view address;
    std::span<const Column> columns;
    /// Whether an import may bring new rows; else `why_not_new` says where they come from.
    bool may_add = true;
    std::string_view why_not_new{};
    /// Where its rows stand; read them with all_rows() and its like (rows.hpp).
    const Source* source = nullptr;
    /// Without a source: hands over every row that this person may see, in an order that stays.
    void (*each)(store::Db&, const Scope&, const TakeRow&) = nullptr;
    /// What a column that refers to something may name.
    std::vector<std::string> (*names)(store::Db&, const Scope&, std::string_view key) = nullptr;
    /// What is wrong with a row that is new or changed, beyond what its columns say; the field is
    /// the column's key. Reads only.
    std::vector<Problem> (*problems)(store::Db&, const Scope&, const Proposed&) = nullptr;
    /// What is to be known of rows that are new: one remark each, or nothing. Reads only.
    std::vector<std::optional<RowRemark>> (*remarks)(store::Db&, const Scope&,
                                                     std::span<const Cells> rows) = nullptr;
    /// Saves a row that is new or changed, with its audit entry. Inside atomically().
    Result<Done> (*save)(store::Db&, const Scope&, const Proposed&) = nullptr;
    /// Where the page of a row is; empty where it has none.
    std::string (*page_of)(const Cells&) = nullptr;
    std::span<const FixedView> views{};
    /// Whether its tables are seen as they were through a lens that looks back.
    bool looks_back = false;
    /// Otherwise, what the history calls a row: it is then put together from its versions
    /// (as_at.hpp), whose words go by the columns' keys.
    std::string_view history_kind{};
    /// What a version says in other words than the columns' keys, or what depends on the day.
    void (*read_version)(const history::Content&, Day day, Cells& into) = nullptr;
    /// Hands over every row as it was, where its own versions do not say all of it.
    void (*each_then)(store::Db&, Day day, const TakeRow&) = nullptr;
};

} // namespace openmasa::registers
