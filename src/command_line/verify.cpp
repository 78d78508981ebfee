#include "plan/verify.hpp"
#include "command_line/command.hpp"
#include "core/accounts/account_history.hpp"
#include "core/audit/audit.hpp"
#include "core/files/attachment.hpp"
#include "kernel/json.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

/// How many faults are told in words; --json tells all.
constexpr std::size_t most_told = 20;

/// A value that this program never wrote is what the command looks for: one fault among others.
void add_check(void (*check)(store::Db&, audit::Verdict&), store::Db& db, audit::Verdict& verdict) {
    try {
        check(db, verdict);
    } catch (const store::Fault& fault) {
        if (fault.kind() != store::Fault::Kind::damaged) throw;
        verdict.faults.push_back(fmt::format(
            "Not all records could be checked: {}. Somebody changed it behind the program.",
            fault.what()));
    }
}

struct Verdict : audit::Verdict {
    std::int64_t files = 0;
};

/// An area that keeps records adds its own check here.
Verdict verdict_on(Open& open, const files::Storage& storage) {
    Verdict verdict{audit::verify(open.db)};
    verdict.files = files::verify(open.db, storage, verdict.faults);
    add_check(accounts::verify, open.db, verdict);
    add_check(plan::verify, open.db, verdict);
    add_check(agencies::verify, open.db, verdict);
    for (const auto& words : open.database.damage())
        verdict.faults.push_back("The database is damaged: " + words);
    return verdict;
}

void print_json(const Verdict& verdict) {
    JsonWriter json;
    json.begin_object().pair("sound", verdict.faults.empty());
    json.pair("audit_entries", verdict.entries).pair("versions", verdict.versions);
    json.pair("records", verdict.records).pair("contributions", verdict.contributions);
    json.pair("files", verdict.files);
    json.key("faults").begin_array();
    for (const auto& fault : verdict.faults) json.value(fault);
    json.end_array().end_object();
    std::cout << json.text() << "\n";
}

void print_sound(const Verdict& verdict, store::Engine engine) {
    std::cout << fmt::format(
        R"(Sound: nothing was found that was changed behind the program. What was checked:
  {}
  {}: each is as it was written, and none between two is missing
  {} in the history: as written, by whom and when
  {} as the newest version says: plans, priorities, objectives, actions,
    agencies, and accounts with their roles
  {}: each beside its audit entry, by whom and when
  {} beside the database: each there, and as it was when it was kept
)",
        engine == store::Engine::sqlite
            ? "the file, by SQLite's own checks"
            : "the tables: each row that points to another finds it, and the indexes are valid",
        counted(verdict.entries, "audit entry", "audit entries"),
        counted(verdict.versions, "version"), counted(verdict.records, "record"),
        counted(verdict.contributions, "progress or piece of evidence",
                "progresses and pieces of evidence"),
        counted(verdict.files, "file"));
}

void print_faults(const std::vector<std::string>& faults) {
    for (std::size_t at = 0; at < std::min(faults.size(), most_told); ++at)
        std::cout << faults[at] << "\n";
    if (faults.size() > most_told)
        std::cout << fmt::format("And {} more: verify --json tells all of them.\n",
                                 faults.size() - most_told);
    std::cout << fmt::format("Not sound: {}.\n", counted(std::int64_t(faults.size()), "fault"));
}

void print_words(const Verdict& verdict, store::Engine engine) {
    verdict.faults.empty() ? print_sound(verdict, engine) : print_faults(verdict.faults);
}

} // namespace

void add_verify(CLI::App& app, Chosen& chosen) {
    auto* verify = app.add_subcommand(
        "verify", "Check that the file is whole and nothing was changed behind the program");
    auto common = std::make_shared<Common>();
    add_database_option(*verify, *common);
    add_json_option(*verify, *common);
    verify->callback([common, &chosen] {
        chosen = [common]() -> int {
            Open open(common->database);
            const files::Storage storage(files::storage_folder(common->database));
            const auto verdict = verdict_on(open, storage);
            common->json ? print_json(verdict) : print_words(verdict, open.db.engine());
            return verdict.faults.empty() ? Exit::done : Exit::refused;
        };
    });
}

} // namespace openmasa::command_line
