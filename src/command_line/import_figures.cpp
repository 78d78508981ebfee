// openmasa import figures FILE: figures of indicators, what they mean, and areas.
#include "command_line/command.hpp"
#include "command_line/input_file.hpp"
#include "intelligence/loads/actions.hpp"
#include "intelligence/loads/report.hpp"
#include <filesystem>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

namespace figures = openmasa::intelligence;

struct FiguresOptions {
    Common common;
    std::string file;
    bool confirm = false, revisions = false;
};

int print(const FiguresOptions& options, const figures::Preview& seen, bool saved) {
    std::cout << (options.common.json ? figures::report_json(seen, saved)
                                      : figures::report_words(seen, saved))
              << std::flush;
    return Exit::done;
}

int import_figures(const FiguresOptions& options) {
    const auto document = read_document(options.file, figures::largest_file);
    if (!document) return refuse(document.refusal());
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto name = std::filesystem::path(options.file).filename().string();
    const auto seen = figures::look(open.db, scope, *document, name);
    if (!seen) return refuse(seen.refusal());
    open.db.finish();
    if (!options.confirm || !seen->may_be_saved()) return print(options, *seen, false);
    const auto revisions =
        options.revisions ? figures::Revisions::accept : figures::Revisions::refuse;
    const auto saved = open.db.atomically(
        [&] { return figures::load_now(open.db, scope, name, *document, *seen, revisions); });
    if (saved) return print(options, *seen, true);
    print(options, *seen, false);
    return refuse(saved.refusal());
}

struct AreaOptions {
    Common common;
    std::string code;
};

int choose_area(const AreaOptions& options) {
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto chosen =
        open.db.atomically([&] { return figures::choose_our_area(open.db, scope, options.code); });
    if (!chosen) return refuse(chosen.refusal());
    const auto book = figures::AreaBook::read(open.db);
    std::cout << "The partnership is for " << book.ours()->name << ".\n";
    return Exit::done;
}

} // namespace

void add_import_figures(Command& import, Chosen& chosen) {
    auto* command = import.add_subcommand(
        "figures", "Figures of indicators, from CSV: DfE, Fingertips; their definitions and areas");
    auto options = std::make_shared<FiguresOptions>();
    add_database_option(*command, options->common);
    add_json_option(*command, options->common);
    command->add_option("file", options->file, "The CSV file as it was published")->required();
    command->add_flag("--confirm", options->confirm, "Save it: all of it, or nothing");
    command->add_flag("--revisions", options->revisions,
                      "Let figures that differ take the place of those that are there");
    command->callback(
        [options, &chosen] { chosen = [options] { return import_figures(*options); }; });
    auto* area = import.add_subcommand("our-area", "Which area the partnership is for");
    auto area_options = std::make_shared<AreaOptions>();
    add_database_option(*area, area_options->common);
    area->add_option("code", area_options->code, "Its code: E10000020, or DfE's 926")->required();
    area->callback([area_options, &chosen] {
        chosen = [area_options] { return choose_area(*area_options); };
    });
}

} // namespace openmasa::command_line
