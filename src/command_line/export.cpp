#include "command_line/command.hpp"
#include "plan/actions/download.hpp"
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct ExportOptions {
    Common common;
    std::string format = "csv", output;
};

int export_actions(const ExportOptions& options) {
    listing::Format format{};
    if (!from_text(options.format, format)) {
        std::cerr << "Write --format csv or --format json.\n";
        return Exit::usage;
    }
    Open open(options.common.database);
    write_output(options.output, plan::actions_as(format, open.db, scope_now(), {}, {}));
    return Exit::done;
}

} // namespace

void add_export(CLI::App& app, Chosen& chosen) {
    auto* command = app.add_subcommand("export", "Write records for use elsewhere");
    command->require_subcommand(1);
    auto* actions =
        command->add_subcommand("actions", "Every action of every plan that is not withdrawn");
    auto options = std::make_shared<ExportOptions>();
    add_database_option(*actions, options->common);
    actions->add_option("--format", options->format, "csv or json")->capture_default_str();
    actions->add_option("-o,--output", options->output,
                        "The file to write; otherwise the standard output");
    actions->callback(
        [options, &chosen] { chosen = [options] { return export_actions(*options); }; });
}

} // namespace openmasa::command_line
