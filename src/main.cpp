// The command line. Every command is in src/command_line/; the pages are in src/modules.cpp.
#include "command_line/command.hpp"
#include "store/fault.hpp"
#include <iostream>

namespace cli = openmasa::command_line;

namespace {

int run(const cli::Chosen& chosen) {
    try {
        return chosen();
    } catch (const openmasa::store::Fault& fault) {
        std::cerr << fault.what() << "\n";
    } catch (const std::exception& fault) {
        std::cerr << "Something went wrong: " << fault.what() << "\n";
    }
    return cli::Exit::fault;
}

} // namespace

int main(int count, char** words) {
    CLI::App app("OpenMASA: runs a local safeguarding children partnership.", "openmasa");
    app.require_subcommand(1);
    app.set_version_flag("--version", "openmasa " OPENMASA_VERSION);
    cli::Chosen chosen;
    cli::add_init(app, chosen);
    cli::add_serve(app, chosen);
    cli::add_import(app, chosen);
    cli::add_export(app, chosen);
    cli::add_explain(app, chosen);
    cli::add_user(app, chosen);
    cli::add_verify(app, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::Exit::done : cli::Exit::usage;
    }
    return run(chosen);
}
