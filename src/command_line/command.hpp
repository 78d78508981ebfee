#pragma once
// What every command shares: which database, how it answers, and exit codes that can be trusted.
#include "command_line/words.hpp"
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <functional>
#include <string>

namespace openmasa::command_line {

/// 0 done; 1 refused, with a sentence on the error stream; 2 the command's words are off; 3 a fault
/// of the machine or the database.
enum Exit { done = 0, refused = 1, usage = 2, fault = 3 };

/// The options that commands take alike.
struct Common {
    std::string database;
    bool json = false;
};

/// Adds --database (default: $OPENMASA_DATABASE, else sqlite:data/openmasa.db).
void add_database_option(Command& command, Common& common);
void add_json_option(Command& command, Common& common);

/// A command: its options are filled, then `run` gives the exit code. Registers itself in `app`;
/// `chosen` is set to what to run when the command was named.
using Chosen = std::function<int()>;
void add_checkpoint(Command& app, Chosen& chosen);
void add_inspection(Command& app, Chosen& chosen);
void add_init(Command& app, Chosen& chosen);
void add_serve(Command& app, Chosen& chosen);
void add_import(Command& app, Chosen& chosen);
/// `openmasa import bank-holidays FILE`; stands under `import`.
void add_import_bank_holidays(Command& import, Chosen& chosen);
/// `openmasa import figures FILE`, `openmasa import our-area CODE`; stand under `import`.
void add_import_figures(Command& import, Chosen& chosen);
void add_export(Command& app, Chosen& chosen);
/// `openmasa export plan`, `openmasa export milestones`; stand under `export`.
void add_export_plan(Command& command, Chosen& chosen);
/// `openmasa follow`: which edition a plan follows.
void add_follow(Command& app, Chosen& chosen);
void add_explain(Command& app, Chosen& chosen);
void add_user(Command& app, Chosen& chosen);
void add_verify(Command& app, Chosen& chosen);
void add_doctor(Command& app, Chosen& chosen);
void add_backup(Command& app, Chosen& chosen);
/// `openmasa stats METHOD FILE`: the methods of kernel/statistics over a CSV file.
void add_stats(Command& app, Chosen& chosen);

/// Whether there is one at this address: a look at a file, or an explanation, needs none.
bool has_database(const std::string& address);
/// The day that every command takes for today, at the machine's time of day, where OPENMASA_TODAY
/// says one: to rehearse, and to test.
std::optional<Day> rehearsed_day();
/// Now, by the machine's clock; on the rehearsed day, if there is one.
Moment clock_now();
/// The command line's own scope, now.
Scope scope_now();
/// Prints each problem on the error stream; gives Exit::refused.
int refuse(const Refusal& refusal);
/// Writes to a file, or to the standard output when `path` is empty or "-". Throws on a write
/// error.
void write_output(const std::string& path, const std::string& content);

/// Applies the migrations that are missing, and what the program itself does after them; gives how
/// many there were.
int bring_up_to_date(store::Db& db);

/// An open database with its shape brought up to date, and a handle to it.
struct Open {
    explicit Open(const std::string& address);
    store::Database database;
    store::Db db;
};

} // namespace openmasa::command_line
