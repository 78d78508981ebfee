#include "command_line/command.hpp"
#include "core/backup/copy.hpp"
#include "core/files/storage.hpp"
#include "kernel/json.hpp"
#include "kernel/text.hpp"
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct BackupOptions {
    Common common;
    std::string file;
    std::string passphrase_file;
};

constexpr std::size_t shortest_passphrase = 12;

/// From the file named, else from the environment: never from the command's words, which other
/// users of the machine can read.
Result<std::string> read_passphrase(const BackupOptions& options) {
    const char* given = std::getenv("OPENMASA_BACKUP_PASSPHRASE");
    std::string passphrase = given ? given : "";
    if (!options.passphrase_file.empty()) {
        std::ifstream file(options.passphrase_file);
        if (!std::getline(file, passphrase))
            return invalid("", fmt::format("{} cannot be read.", options.passphrase_file));
    }
    if (passphrase.size() < shortest_passphrase)
        return invalid("", fmt::format("Say the passphrase (at least {} characters) with "
                                       "--passphrase-file FILE or in OPENMASA_BACKUP_PASSPHRASE.",
                                       shortest_passphrase));
    return passphrase;
}

void print(const backup::Holds& holds, const std::string& said, bool json) {
    if (!json) {
        std::cout << said << "\n";
        return;
    }
    JsonWriter writer;
    writer.begin_object().pair("made_at", std::string_view(iso(holds.made_at)));
    writer.pair("rows", holds.all()).key("tables").begin_object();
    for (const auto& [name, count] : holds.rows) writer.pair(name, count);
    writer.end_object().pair("files", holds.files).pair("file_bytes", holds.file_bytes);
    writer.key("missing_files").begin_array();
    for (const auto& digest : holds.missing) writer.value(digest);
    std::cout << writer.end_array().end_object().text() << "\n";
}

std::string counts(const backup::Holds& holds) {
    return counted(holds.all(), "row of", "rows of") + " " +
           counted(std::int64_t(holds.rows.size()), "table") + " and " +
           counted(holds.files, "file");
}

/// What is there is kept; whoever reads exit codes learns that it is not all.
int say_what_is_missing(const backup::Holds& holds) {
    if (holds.missing.empty()) return Exit::done;
    std::cerr << fmt::format(
        "Not in it: {} that the records name, missing or changed in the folder "
        "of files. openmasa verify says which.\n",
        counted(std::int64_t(holds.missing.size()), "file"));
    return Exit::refused;
}

files::Storage storage_of(const BackupOptions& options) {
    return files::Storage(files::storage_folder(options.common.database));
}

int make_backup(const BackupOptions& options) {
    const auto passphrase = read_passphrase(options);
    if (!passphrase) return refuse(passphrase.refusal());
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto holds =
        backup::write(open.db, storage_of(options), options.file, *passphrase, scope.now);
    const auto noted = open.db.atomically([&]() -> Result<Done> {
        backup::note(open.db, scope);
        return Done{};
    });
    if (!noted) return refuse(noted.refusal());
    print(holds,
          fmt::format("{} holds {}, and was read again after it was written. Keep the passphrase "
                      "somewhere else: without it nobody can open this file.",
                      options.file, counts(holds)),
          options.common.json);
    return say_what_is_missing(holds);
}

int check_backup(const BackupOptions& options) {
    const auto passphrase = read_passphrase(options);
    if (!passphrase) return refuse(passphrase.refusal());
    const auto holds = backup::check(options.file, *passphrase);
    if (!holds) return refuse(holds.refusal());
    print(*holds,
          fmt::format("{} is whole: {}, as they were at {}.", options.file, counts(*holds),
                      spoken(holds->made_at)),
          options.common.json);
    return say_what_is_missing(*holds);
}

int restore_backup(const BackupOptions& options) {
    const auto passphrase = read_passphrase(options);
    if (!passphrase) return refuse(passphrase.refusal());
    store::Database database(options.common.database, store::Database::Opening::create);
    store::Db db(database);
    const auto holds =
        backup::restore(options.file, *passphrase, db, storage_of(options), clock_now());
    if (!holds) return refuse(holds.refusal());
    print(*holds,
          fmt::format("{} holds {} again, as they were at {}. Ask it whether it is sound, then let "
                      "the program use it:\n  openmasa verify --database ADDRESS\n"
                      "  openmasa serve --database ADDRESS",
                      database.place(), counts(*holds), spoken(holds->made_at)),
          options.common.json);
    return say_what_is_missing(*holds);
}

using Run = int (*)(const BackupOptions&);

void add(Command& app, Chosen& chosen, const char* name, const char* what, Run run) {
    auto* command = app.add_subcommand(name, what);
    auto options = std::make_shared<BackupOptions>();
    add_database_option(*command, options->common);
    add_json_option(*command, options->common);
    command->add_option("file", options->file, "The backup")->required();
    command->add_option("--passphrase-file", options->passphrase_file,
                        "A file whose first line is the passphrase");
    command->callback([options, run, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace

void add_backup(Command& app, Chosen& chosen) {
    add(app, chosen, "backup", "Write all records and files to one sealed file, while people work",
        make_backup);
    add(app, chosen, "check-backup", "Read a backup from beginning to end", check_backup);
    add(app, chosen, "restore", "Fill a new database from a backup", restore_backup);
}

} // namespace openmasa::command_line
