// The command line. Every command is in src/command_line/; the pages are in src/modules.cpp.
#include "command_line/command.hpp"
#include "store/fault.hpp"
#include <iostream>
#include <sys/stat.h>

namespace cli = openmasa::command_line;

namespace {

using openmasa::store::Fault;

/// What to do about it; what was found stands behind.
std::string_view advice(Fault::Kind kind) {
    switch (kind) {
    case Fault::Kind::full: return "The disk is full; nothing was saved. Make room and try again. ";
    case Fault::Kind::conflict:
    case Fault::Kind::busy: return "The records are in use; nothing was saved. Try again. ";
    case Fault::Kind::read_only: return "The records cannot be opened for writing. ";
    case Fault::Kind::away: return "The database cannot be reached. ";
    case Fault::Kind::damaged:
        return "This is no database of OpenMASA, or it is damaged: go back to a copy. ";
    case Fault::Kind::constraint:
    case Fault::Kind::unsuitable:
    case Fault::Kind::other: break;
    }
    return "";
}

int run(const cli::Chosen& chosen) {
    try {
        return chosen();
    } catch (const Fault& fault) {
        std::cerr << advice(fault.kind()) << fault.what() << "\n";
        if (fault.kind() == Fault::Kind::unsuitable) return cli::Exit::refused;
    } catch (const std::exception& fault) {
        std::cerr << "Something went wrong: " << fault.what() << "\n";
    }
    return cli::Exit::fault;
}

} // namespace

int main(int count, char** words) {
    umask(077); // what this program writes is for its own user alone
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
    cli::add_doctor(app, chosen);
    cli::add_checkpoint(app, chosen);
    cli::add_inspection(app, chosen);
    cli::add_backup(app, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::Exit::done : cli::Exit::usage;
    }
    return run(chosen);
}
