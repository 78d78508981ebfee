#pragma once
// Which records can be restricted, or have a role held on them, and which tables hang on them.
// Each area declares its own in its module (core/routing/route.hpp); what is not declared cannot
// be restricted, and is never hidden.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::restriction {

/// A record as a page about its restriction names it.
struct Described {
    std::string id, reference, title, address;
    /// Who answers for it, where somebody does.
    std::optional<OwnerId> owner{};
    /// Its kind, where it was found among several.
    std::string_view kind{};
};

struct Kind {
    /// As the audit log says it: "action". Its rows stand in the table of that
    /// name, under "id".
    std::string_view kind;
    /// For people: "Action".
    std::string_view called;
    /// Through the lens, like every read: nothing for a record that the handle
    /// does not show.
    std::optional<Described> (*describe)(store::Db& db, std::string_view id);
    /// The ids of the records that hang on it; unset where none can.
    std::vector<std::string> (*parts)(store::Db& db, std::string_view id);
    /// By what people say aloud: every record that has that reference, or that something with that
    /// reference hangs on.
    std::vector<Described> (*find)(store::Db& db, std::string_view reference);
    /// What it stands in: whoever reads it alone sees what that is called, and no more.
    std::vector<Record> (*within)(store::Db& db, std::string_view id) = nullptr;
    /// False for what is too much to hide: roles are held on it, and that is all.
    bool can_be_restricted = true;
};

/// Rows of `table` are hidden with the row of `parent` that `column` names.
struct Hangs {
    std::string_view table, column, parent;
};
/// Rows of `table` say by `kind_column` and `id_column` what they are about.
struct About {
    std::string_view table, kind_column, id_column;
};

/// Rows of `table` are seen only where `test` holds, while something of `kind`
/// is hidden. In it, t is the row and {person} who reads.
struct Also {
    std::string_view table, kind, test;
};

/// What an area declares.
struct Kinds {
    std::span<const Kind> kinds;
    /// A parent stands before what hangs on it.
    std::span<const Hangs> hangs;
    std::span<const About> about;
    std::span<const Also> also;
};

/// Those of all areas.
using AllKinds = std::vector<Kinds>;
const Kind* find_kind(const AllKinds& all, std::string_view kind);

/// "Action VA 3"; "Action" alone when this handle does not show that record.
std::string name_of(store::Db& db, const AllKinds& all, const Record& record,
                    const terms::Words& words);

/// The record that people call so ("VA 3"), or whose page has that address ("/objectives/01k..."):
/// of several the one that hangs on the others. Through the lens, like every read.
std::optional<Described> find_called(store::Db& db, const AllKinds& all, std::string_view words);

} // namespace openmasa::restriction
