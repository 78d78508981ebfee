#include "command_line/command.hpp"
#include "command_line/example.hpp"
#include "core/access/secret.hpp"
#include "core/audit/daily_checkpoints.hpp"
#include "core/settings/settings.hpp"
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct InitOptions {
    Common common;
    std::string partnership;
    bool example = false;
    std::string from = OPENMASA_EXAMPLE;
    std::string address = "http://127.0.0.1:8080";
};

void make_folder_for(const std::string& database) {
    if (!database.starts_with("sqlite:")) return;
    const auto path = std::filesystem::path(database.substr(database.find(':') + 1)).parent_path();
    if (!path.empty()) std::filesystem::create_directories(path);
}

int init(const InitOptions& options) {
    make_folder_for(options.common.database);
    store::Database database(options.common.database, store::Database::Opening::create);
    store::Db db(database);
    const int applied = bring_up_to_date(db);
    std::cout << (applied
                      ? fmt::format("{} is ready.\n", database.place())
                      : fmt::format("{} is there already, and up to date.\n", database.place()));
    (void)audit::open_signing_key(db, scope_now(),
                                  audit::signing_key_path(options.common.database));
    auto settings = read_settings(db);
    if (!options.partnership.empty()) settings.partnership = options.partnership;
    if (options.example)
        return add_example(db, scope_now(), {.folder = options.from, .address = options.address});
    const auto saved = db.atomically([&]() -> Result<Done> {
        save_settings(db, scope_now(), settings);
        return Done{};
    });
    return saved ? Exit::done : refuse(saved.refusal());
}

} // namespace

void add_init(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand("init", "Make a database, or bring one up to date");
    auto options = std::make_shared<InitOptions>();
    add_database_option(*command, options->common);
    command->add_option("--partnership", options->partnership, "The partnership's name");
    command->add_flag("--example", options->example,
                      "With the example partnership, to look around in");
    command->add_option("--example-from", options->from, "The folder with the example's files")
        ->capture_default_str();
    command->add_option("--address", options->address,
                        "Where people reach the program; links start with it");
    command->callback([options, &chosen] { chosen = [options] { return init(*options); }; });
}

} // namespace openmasa::command_line
