#include "core/registers/import.hpp"
#include "command_line/command.hpp"
#include "command_line/input_file.hpp"
#include "core/exchange/word.hpp"
#include "core/registers/local.hpp"
#include "core/registers/report.hpp"
#include "core/settings/settings.hpp"
#include "modules.hpp"
#include "plan/imports/actions.hpp"
#include "plan/imports/report.hpp"
#include "plan/store.hpp"
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct ImportOptions {
    Common common;
    std::string file, plan;
    bool confirm = false;
};

Result<std::optional<plan::PlanId>> chosen_plan(store::Db& db, const Scope& scope,
                                                const ImportOptions& options,
                                                const std::string& title) {
    if (options.plan == "new") return std::optional<plan::PlanId>();
    if (options.plan.empty()) return imports::plan_with_title(db, scope, title);
    const auto id = plan::PlanId::parse(options.plan);
    if (!id || !plan::find_plan(db, scope, *id))
        return invalid("plan", "There is no plan with this id.");
    return id;
}

Result<imports::Preview> look(store::Db& db, const Scope& scope, const ImportOptions& options,
                              const std::string& document, const std::string& name) {
    const auto alone = TRY(imports::preview_against({}, document, name, {}));
    const auto plan = TRY(chosen_plan(db, scope, options, alone.draft.title));
    return imports::preview(db, scope, document, name, plan, {});
}

Result<plan::PlanId> save(store::Db& db, const Scope& scope, const imports::Preview& seen,
                          const std::string& document, const std::string& name) {
    return db.atomically([&]() -> Result<plan::PlanId> {
        imports::Upload upload{.file_name = name, .document = document};
        if (seen.existing.plan) upload.plan = seen.existing.plan->id;
        const auto which = upload.plan ? imports::Which::the_given : imports::Which::a_new_plan;
        const auto id = TRY(imports::upload(db, scope, std::move(upload), which));
        return TRY(
            imports::confirm(db, scope, {.import = id, .state = imports::state_of(seen.existing)}));
    });
}

int print(const ImportOptions& options, const imports::Preview& seen,
          const std::optional<plan::PlanId>& saved) {
    const std::optional<std::string> id = saved ? std::optional(saved->str()) : std::nullopt;
    std::cout << (options.common.json ? imports::report_json(seen, id)
                                      : imports::report_words(seen, id))
              << std::flush;
    return Exit::done;
}

int import_into(store::Db& db, const ImportOptions& options) {
    const auto scope = scope_now();
    const auto document = read_document(options.file, word::largest_file);
    if (!document) return refuse(document.refusal());
    const auto name = std::filesystem::path(options.file).filename().string();
    const auto seen = look(db, scope, options, *document, name);
    if (!seen) return refuse(seen.refusal());
    if (!options.confirm) return print(options, *seen, {});
    const auto saved = save(db, scope, *seen, *document, name);
    return saved ? print(options, *seen, *saved) : refuse(saved.refusal());
}

int import_plan(const ImportOptions& options) {
    if (options.confirm || has_database(options.common.database)) {
        Open open(options.common.database);
        return import_into(open.db, options);
    }
    const auto name = std::filesystem::path(options.file).filename().string();
    const auto document = read_document(options.file, word::largest_file);
    if (!document) return refuse(document.refusal());
    const auto seen = imports::preview_against({}, *document, name, {});
    return seen ? print(options, *seen, {}) : refuse(seen.refusal());
}

// ---------------------------------------------------------------------------------- registers

struct RowsOptions {
    Common common;
    std::string file, policy = "stop";
    bool confirm = false;
};

int print(const RowsOptions& options, const registers::Preview& seen, bool saved) {
    std::cout << (options.common.json ? registers::report_json(seen, saved)
                                      : registers::report_words(seen, saved))
              << std::flush;
    return Exit::done;
}

/// What may not be saved is shown, too: the reasons stand beside the rows.
int save_rows(store::Db& db, const Scope& scope, const RowsOptions& options,
              const registers::Preview& seen) {
    const bool refused =
        seen.policy == registers::Policy::stop && seen.count(registers::Fate::refused) > 0;
    if (!seen.may_be_saved())
        return print(options, seen, false), refused ? Exit::refused : Exit::done;
    const auto saved = db.atomically([&] { return registers::save(db, scope, seen, seen.state); });
    return saved ? print(options, seen, true) : refuse(saved.refusal());
}

int import_rows(const registers::Register& which, const RowsOptions& options) {
    auto policy = registers::Policy::stop;
    if (!registers::from_text(options.policy, policy)) {
        std::cerr << "Write --policy stop, skip or update.\n";
        return Exit::usage;
    }
    const auto document = read_document(options.file, sheet::largest_file);
    if (!document) return refuse(document.refusal());
    const auto sheet = sheet::read_sheet(*document);
    if (!sheet) return refuse(sheet.refusal());
    Open open(options.common.database);
    auto scope = scope_now();
    scope.words = terms::Words(current_settings(open.db)->local_words, scope.today);
    const registers::LocalRegister local(which, scope.words);
    const auto seen = registers::look(open.db, scope, *local, *sheet, policy);
    if (!seen) return refuse(seen.refusal());
    return options.confirm ? save_rows(open.db, scope, options, *seen)
                           : print(options, *seen, false);
}

void add_register(Command& command, const registers::Register& which, Chosen& chosen) {
    auto* one = command.add_subcommand(
        std::string(which.kind),
        fmt::format("{} from Excel, CSV or JSON", terms::Words().say(which.title)));
    auto options = std::make_shared<RowsOptions>();
    add_database_option(*one, options->common);
    add_json_option(*one, options->common);
    one->add_option("file", options->file, "The file with the rows")->required();
    one->add_flag("--confirm", options->confirm, "Save it: all of it, or nothing");
    one->add_option("--policy", options->policy,
                    "If a row is refused: stop; skip it; or update: the same, and nothing new")
        ->capture_default_str();
    one->callback([&which, options, &chosen] {
        chosen = [&which, options] { return import_rows(which, *options); };
    });
}

} // namespace

void add_import(Command& app, Chosen& chosen) {
    auto* command =
        app.add_subcommand("import", "Read records from a file: look first, save with --confirm");
    command->require_subcommand();
    auto* plan = command->add_subcommand("plan", "A plan from Word (.docx)");
    auto options = std::make_shared<ImportOptions>();
    add_database_option(*plan, options->common);
    add_json_option(*plan, options->common);
    plan->add_option("file", options->file, "The Word file")->required();
    plan->add_flag("--confirm", options->confirm, "Save it: all of it, or nothing");
    plan->add_option("--plan", options->plan,
                     "The id of the plan it is a new edition of, or \"new\"; else by its title");
    plan->callback([options, &chosen] { chosen = [options] { return import_plan(*options); }; });
    for (const auto* which : registers_of_the_program())
        if (which->save) add_register(*command, *which, chosen);
    add_import_bank_holidays(*command, chosen);
    add_import_figures(*command, chosen);
}

} // namespace openmasa::command_line
