// Which edition a plan follows, for plans that are both there: look first, save with --confirm.
#include "command_line/command.hpp"
#include "command_line/which_plan.hpp"
#include "plan/editions/follows_file.hpp"
#include "plan/editions/say_follows.hpp"
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace openmasa::command_line {
namespace {

struct Options {
    Common common;
    std::string plan, before, pairs;
    bool confirm = false;
};

Result<csv::Table> read_pairs(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return invalid("pairs", fmt::format("{} cannot be read.", path));
    return csv::Table::read(std::string{std::istreambuf_iterator<char>(file), {}});
}

/// As proposed, or as the file says it.
Result<editions::SayFollows> said_by(const Options& options, const editions::Edition& before,
                                     const editions::Edition& now) {
    auto said = editions::proposed_pairs(before, now);
    if (options.pairs.empty()) return said;
    const auto file = TRY(read_pairs(options.pairs));
    return editions::with_file(std::move(said), file, before, now);
}

int save(store::Db& db, const Scope& scope, const editions::SayFollows& said) {
    const auto saved = db.atomically([&] { return editions::say_follows(db, scope, said); });
    if (!saved) return refuse(saved.refusal());
    std::cout << "Saved.\n";
    return Exit::done;
}

int save_none(store::Db& db, const Scope& scope, const plan::Plan& plan) {
    const auto now = editions::read_edition(db, scope, plan.id);
    if (!now) return refuse(not_found());
    return save(db, scope, {.plan = plan.id, .state = editions::state_of(nullptr, *now)});
}

int say_before(const Options& options, store::Db& db, const Scope& scope, const plan::Plan& plan) {
    const auto earlier = find_plan(db, scope, options.before, "--before");
    if (!earlier) return refuse(earlier.refusal());
    const auto before = editions::read_edition(db, scope, earlier->id);
    const auto now = editions::read_edition(db, scope, plan.id);
    if (!before || !now) return refuse(not_found());
    const auto said = said_by(options, *before, *now);
    if (!said) return refuse(said.refusal());
    if (options.confirm) return save(db, scope, *said);
    write_output("", editions::to_csv(*said, *before, *now));
    return Exit::done;
}

int follow(const Options& options) {
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto plan = find_plan(open.db, scope, options.plan);
    if (!plan) return refuse(plan.refusal());
    if (options.before != "none") return say_before(options, open.db, scope, *plan);
    if (options.confirm) return save_none(open.db, scope, *plan);
    std::cout << "It would follow no edition. Save it with --confirm.\n";
    return Exit::done;
}

} // namespace

void add_follow(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand(
        "follow", "Say which edition a plan follows: look first, save with --confirm");
    auto options = std::make_shared<Options>();
    add_database_option(*command, options->common);
    command->add_option("--plan", options->plan,
                        "The newer one: its reference (P-2026-001) or its title");
    command
        ->add_option("--before", options->before,
                     "The edition before, by its reference or its title, or \"none\"")
        ->required();
    command->add_option("--pairs", options->pairs,
                        "A CSV file of what goes on as what, as this command writes it");
    command->add_flag("--confirm", options->confirm, "Save it: all of it, or nothing");
    command->callback([options, &chosen] { chosen = [options] { return follow(*options); }; });
}

} // namespace openmasa::command_line
