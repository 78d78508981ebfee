#pragma once
// Forward-only changes of the database's shape, each a file in its feature's migrations/ folder,
// carried inside the program and applied in the order of their dated names.
#include "kernel/day.hpp"
#include <functional>
#include <span>
#include <string_view>

namespace openmasa::store {

class Db;

struct Migration {
    std::string_view name; // "2026-11-21-plan"
    std::string_view sql;
};

/// All of them, sorted; made by cmake/embed.mjs.
std::span<const Migration> embedded_migrations();

/// Applies what is missing, each in its own transaction; gives how many. Throws store::Fault when
/// the database has a migration that this program does not know (a newer program made it).
/// `on_statement` is told after each statement, before the migration that it is of is kept.
using OnStatement = std::function<void()>;
int migrate(Db& db, std::span<const Migration> migrations, Moment now,
            const OnStatement& on_statement = {});

} // namespace openmasa::store
