#include "plan/verify.hpp"
#include "command_line/command.hpp"
#include "core/accounts/account_history.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/person_details.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/clocks/added_rules.hpp"
#include "core/clocks/clock_store.hpp"
#include "core/files/attachment.hpp"
#include "core/signoff/store.hpp"
#include "core/terms/store.hpp"
#include "core/thread/links.hpp"
#include "core/views/store.hpp"
#include "kernel/json.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/agencies/succession_store.hpp"
#include "partnership/directory/entry_store.hpp"
#include "partnership/directory/mailing_list_store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/terms_signing.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/office_store.hpp"
#include "partnership/suitability/declaration.hpp"
#include "plan/retention/verify.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
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

struct VerifyOptions {
    Common common;
    /// Files that somebody has kept.
    std::vector<std::string> checkpoints;
};

Result<audit::Checkpoint> read_kept(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return invalid("checkpoint", fmt::format("There is no file at {}.", path));
    auto read = audit::read_checkpoint(std::string{std::istreambuf_iterator<char>(file), {}});
    if (!read)
        return invalid("checkpoint",
                       fmt::format("{}: {}", path, read.refusal().problems.front().words));
    return read;
}

Result<std::vector<audit::Checkpoint>> read_all_kept(const std::vector<std::string>& paths) {
    std::vector<audit::Checkpoint> kept;
    for (const auto& path : paths) kept.push_back(TRY(read_kept(path)));
    return kept;
}

/// The chain against the kept checkpoints and those in the database, whose key must be ours or that
/// of a kept one.
audit::Verdict verdict_on_log(Open& open, const std::string& address,
                              const std::vector<audit::Checkpoint>& kept) {
    std::vector<std::string> keys, faults;
    if (auto own = audit::public_key_at(audit::signing_key_path(address)))
        keys.push_back(std::move(*own));
    for (const auto& checkpoint : kept) keys.push_back(checkpoint.public_key);
    auto marks = audit::marks_kept_here(open.db, keys, faults);
    const auto checked = marks.size() + kept.size();
    std::ranges::move(audit::marks_of(kept), std::back_inserter(marks));
    auto verdict = audit::verify(open.db, std::move(marks));
    verdict.checkpoints = static_cast<std::int64_t>(checked);
    std::ranges::move(faults, std::back_inserter(verdict.faults));
    return verdict;
}

struct Verdict : audit::Verdict {
    std::int64_t files = 0;
};

/// An area that keeps records adds its own check here.
Verdict verdict_on(Open& open, const std::string& address,
                   const std::vector<audit::Checkpoint>& kept) {
    Verdict verdict{verdict_on_log(open, address, kept)};
    const files::Storage storage(files::storage_folder(address));
    verdict.files = files::verify(open.db, storage, verdict.faults);
    add_check(accounts::verify, open.db, verdict);
    add_check(accounts::verify_details, open.db, verdict);
    add_check(accounts::verify_identities, open.db, verdict);
    add_check(plan::verify, open.db, verdict);
    add_check(agencies::verify, open.db, verdict);
    add_check(agencies::verify_successions, open.db, verdict);
    add_check(suitability::verify_declarations, open.db, verdict);
    add_check(partnership::verify_offices, open.db, verdict);
    add_check(directory::verify_entries, open.db, verdict);
    add_check(directory::verify_mailing_lists, open.db, verdict);
    add_check(partnership::verify_groups, open.db, verdict);
    add_check(groups::verify_signed_terms, open.db, verdict);
    add_check(retention::verify, open.db, verdict);
    add_check(signoff::verify, open.db, verdict);
    add_check(partnership::verify_masa, open.db, verdict);
    add_check(masa::verify_comments, open.db, verdict);
    add_check(updates::verify, open.db, verdict);
    add_check(terms::verify, open.db, verdict);
    add_check(clocks::verify, open.db, verdict);
    add_check(clocks::verify_added_rules, open.db, verdict);
    add_check(thread::verify, open.db, verdict);
    add_check(views::verify, open.db, verdict);
    for (const auto& words : open.database.damage())
        verdict.faults.push_back("The database is damaged: " + words);
    return verdict;
}

/// Which audit entries are at fault.
void print_places(JsonWriter& json, const std::vector<audit::ChainFault>& placed) {
    json.key("audit_entries_at_fault").begin_array();
    for (const auto& fault : placed)
        json.begin_object().pair("first", fault.first).pair("last", fault.last).end_object();
    json.end_array();
}

void print_json(const Verdict& verdict) {
    JsonWriter json;
    json.begin_object().pair("sound", verdict.faults.empty());
    json.pair("audit_entries", verdict.entries).pair("versions", verdict.versions);
    json.pair("records", verdict.records).pair("contributions", verdict.contributions);
    json.pair("files", verdict.files);
    json.pair("checkpoints", verdict.checkpoints);
    json.key("notes").begin_array();
    for (const auto& note : verdict.notes) json.value(note);
    json.end_array();
    json.key("faults").begin_array();
    for (const auto& fault : verdict.faults) json.value(fault);
    json.end_array();
    print_places(json, verdict.placed);
    json.end_object();
    std::cout << json.text() << "\n";
}

void print_sound(const Verdict& verdict, store::Engine engine) {
    std::cout << fmt::format(
        R"(Sound: nothing was found that was changed behind the program. What was checked:
  {}
  {}: each is as it was written, and none between two is missing
  {}: the log up to it is what was signed
  {} in the history: as written, by whom and when
  {} as the newest version says: plans, priorities, objectives, actions
    with their steps, notes and places, agencies and their successions, offices, groups, entries
    of the directory, mailing lists, the arrangements with their signatures and comments, terms, clocks and
    their rules, links of the golden thread, and accounts with their roles
  {}: each word for word as its version says
  {} beside the database: each there, and as it was when it was kept
)",
        engine == store::Engine::sqlite
            ? "the file, by SQLite's own checks"
            : "the tables: each row that points to another finds it, and the indexes are valid",
        counted(verdict.entries, "audit entry", "audit entries"),
        counted(verdict.checkpoints, "checkpoint"), counted(verdict.versions, "version"),
        counted(verdict.records, "record"),
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
    for (const auto& note : verdict.notes) std::cout << note << "\n";
    verdict.faults.empty() ? print_sound(verdict, engine) : print_faults(verdict.faults);
}

int run(const VerifyOptions& options) {
    const auto kept = read_all_kept(options.checkpoints);
    if (!kept) return refuse(kept.refusal());
    Open open(options.common.database);
    const auto verdict = verdict_on(open, options.common.database, *kept);
    options.common.json ? print_json(verdict) : print_words(verdict, open.db.engine());
    return verdict.faults.empty() ? Exit::done : Exit::refused;
}

} // namespace

void add_verify(Command& app, Chosen& chosen) {
    auto* verify = app.add_subcommand(
        "verify", "Check that the file is whole and nothing was changed behind the program");
    auto options = std::make_shared<VerifyOptions>();
    add_database_option(*verify, options->common);
    add_json_option(*verify, options->common);
    verify->add_option("--checkpoint", options->checkpoints,
                       "A checkpoint that somebody has kept; may be repeated");
    verify->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

} // namespace openmasa::command_line
