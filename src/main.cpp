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

void add_all(cli::Command& app, cli::Chosen& chosen) {
    for (const auto add :
         {cli::add_init, cli::add_serve, cli::add_import, cli::add_export, cli::add_follow,
          cli::add_explain, cli::add_user, cli::add_verify, cli::add_doctor, cli::add_checkpoint,
          cli::add_inspection, cli::add_backup, cli::add_stats})
        add(app, chosen);
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
    cli::Chosen chosen;
    const auto ended =
        cli::read_words({.name = "openmasa",
                         .what = "OpenMASA: runs a local safeguarding children partnership.",
                         .version = OPENMASA_VERSION},
                        count, words, [&](cli::Command& app) { add_all(app, chosen); });
    return ended ? *ended : run(chosen);
}
