#include "core/health/doctor.hpp"
#include "command_line/command.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/backup/copy.hpp"
#include "core/documents/pdf.hpp"
#include "core/files/attachment.hpp"
#include "core/jobs/store.hpp"
#include "core/notices/store.hpp"
#include "core/settings/settings.hpp"
#include "kernel/json.hpp"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <sys/vfs.h>

namespace openmasa::command_line {
namespace {

namespace files = std::filesystem;

std::uint64_t bytes_of(const files::path& path) {
    std::error_code none;
    const auto size = files::file_size(path, none);
    return none ? 0 : size;
}

bool is_open_to_others(const files::path& path) {
    constexpr auto others = files::perms::others_read | files::perms::group_read;
    std::error_code none;
    const auto rights = files::status(path, none).permissions();
    return !none && (rights & others) != files::perms::none;
}

/// Source: statfs(2), "Filesystem types"; the magic numbers of linux/magic.h and the SMB2 client.
bool is_on_network(const files::path& folder) {
    constexpr std::int64_t nfs = 0x6969, smb = 0x517B, smb2 = 0xFE534D42, cifs = 0xFF534D42;
    struct statfs about {};
    if (statfs(folder.c_str(), &about) != 0) return false;
    const std::int64_t kind = static_cast<std::uint32_t>(about.f_type);
    return kind == nfs || kind == smb || kind == smb2 || kind == cifs;
}

void look_at_machine(const files::path& file, health::Facts& facts) {
    const auto folder = files::absolute(file).parent_path();
    const auto log = file.string() + "-wal";
    facts.records_bytes = bytes_of(file);
    facts.log_bytes = bytes_of(log);
    std::error_code none;
    facts.free_bytes = files::space(folder, none).available;
    facts.open_to_others = is_open_to_others(file) || is_open_to_others(log);
    facts.on_network = is_on_network(folder);
}

/// The nearest folder above that is there, when this one is not: its disk is where it would be.
std::uint64_t room_at(files::path path) {
    std::error_code none;
    while (!files::exists(path, none) && path.has_relative_path()) path = path.parent_path();
    const auto space = files::space(path, none);
    return none ? 0 : space.available;
}

void look_at_files(store::Db& db, const std::string& database, health::Facts& facts) {
    const auto folder = files::absolute(openmasa::files::storage_folder(database));
    std::error_code none;
    facts.files = openmasa::files::count(db);
    facts.files_folder = folder.string();
    facts.has_files_folder = files::is_directory(folder, none);
    facts.room_for_files = room_at(folder);
}

void look_at_work(store::Db& db, health::Facts& facts) {
    const auto since = facts.now - health::lately;
    const auto work = jobs::trouble(db, since, facts.now - health::patience);
    facts.failed_work = work.failed;
    facts.undone_work = work.undone;
    const auto server = notices::mail_server(db);
    facts.dead_mails = notices::count_dead(db, since);
    facts.mail_host = server.host;
    facts.mail_failing_since = server.failing_since;
}

void look_at_checkpoints(store::Db& db, const std::string& database, health::Facts& facts) {
    const auto newest = audit::newest_checkpoint(db);
    if (!newest) return;
    facts.newest_checkpoint = moment_from_iso(newest->made_at);
    const auto key = audit::public_key_at(audit::signing_key_path(database));
    facts.signed_elsewhere = key && *key != newest->public_key;
}

void look_at_records(store::Db& db, health::Facts& facts) {
    facts.newest_entry = audit::newest_entry(db);
    facts.newest_backup = backup::newest(db);
    facts.is_example = read_settings(db).example;
    for (const auto& account : accounts::list_accounts(db)) {
        if (account.ended) continue;
        const auto held = access::holdings_of(db, account.person, london_day(facts.now));
        const bool keeps = std::ranges::any_of(held, [](const Holding& one) {
            return reach(one.role, Permission::edit_plan) == Reach::everywhere;
        });
        ++facts.accounts;
        facts.keepers += keeps;
    }
}

health::Facts facts_of(Open& open, const std::string& database) {
    health::Facts facts;
    facts.now = clock_now();
    facts.damage = open.database.damage();
    facts.file = open.database.file();
    facts.why_no_pdf = documents::why_no_pdf();
    if (!facts.file.empty()) look_at_machine(facts.file, facts);
    if (!facts.damage.empty()) return facts;
    look_at_records(open.db, facts);
    look_at_checkpoints(open.db, database, facts);
    look_at_files(open.db, database, facts);
    look_at_work(open.db, facts);
    return facts;
}

void print_json(const std::vector<health::Finding>& findings) {
    JsonWriter json;
    json.begin_array();
    for (const auto& finding : findings)
        json.begin_object()
            .pair("finding", spoken(finding.grade))
            .pair("words", std::string_view(finding.words))
            .end_object();
    std::cout << json.end_array().text() << "\n";
}

void print_words(const std::vector<health::Finding>& findings) {
    for (const auto& finding : findings)
        std::cout << fmt::format("{:<13} {}\n", spoken(finding.grade), finding.words);
}

int examine(const Common& common) {
    Open open(common.database);
    const auto findings = health::examine(facts_of(open, common.database));
    common.json ? print_json(findings) : print_words(findings);
    return health::worst(findings) == health::Grade::trouble ? Exit::refused : Exit::done;
}

} // namespace

void add_doctor(Command& app, Chosen& chosen) {
    auto* doctor = app.add_subcommand("doctor", "Say how the records and this machine are");
    auto common = std::make_shared<Common>();
    add_database_option(*doctor, *common);
    add_json_option(*doctor, *common);
    doctor->callback([common, &chosen] { chosen = [common] { return examine(*common); }; });
}

} // namespace openmasa::command_line
