#include "core/audit/audit.hpp"
#include "core/audit/downloads.hpp"
#include "core/audit/inspection.hpp"
#include "core/audit/log_columns.hpp"
#include "core/audit/log_views.hpp"
#include "core/audit/module.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>

namespace openmasa::audit {
namespace {

/// A spreadsheet takes no more in one go, and neither does our memory; days narrow it down.
constexpr int most_rows_in_csv = 50'000;
constexpr int most_checkpoints = 100;
/// The whole chain goes into the ZIP, and an answer is held in memory: beyond this the command line
/// writes it to a file.
constexpr std::int64_t most_entries_in_zip = 200'000;

/// A file under a name that nobody guesses, gone at the end.
class TemporaryFile {
public:
    explicit TemporaryFile(const Scope& scope)
        : path_(std::filesystem::temp_directory_path() /
                ("openmasa-" + scope.new_id<DownloadId>().str())) {}
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }
    std::string content() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::string path_;
};

LogPage read_page(Context& context, LogFilter filter, std::string address) {
    LogPage page{.acts = read_log(context.db, filter, acts_a_page),
                 .filter = std::move(filter),
                 .owners = owner_names(context.db, context.words),
                 .address = std::move(address),
                 .may_read_audit = context.scope.may(Permission::read_audit)};
    page.has_older = page.acts.size() > std::size_t(acts_a_page);
    if (page.has_older) page.acts.pop_back();
    return page;
}

const pages::Crumb to_log{"Audit log", "/audit"};

http::Response show_log(Context& context) {
    const LogChoices choices{.people = list_people(context.db),
                             .verbs = list_verbs(context.db),
                             .kinds = list_kinds(context.db)};
    const auto page = read_page(context, read_log_filter(context.form), "/audit");
    return reply(context, {.title = "Audit log", .main = whole_log_view(page, choices)});
}

http::Response show_record(Context& context) {
    const std::string kind(context.captured("kind")), id(context.captured("id"));
    LogFilter filter{
        .record_kind = kind, .record_id = id, .before = read_log_filter(context.form).before};
    auto log = read_page(context, filter, fmt::format("/audit/records/{}/{}", kind, id));
    if (log.acts.empty() && !filter.before) return reply_not_found(context);
    const auto name = name_of_record(kind, newest_content(context.db, kind, id), context.words);
    const RecordPage page{.name = name, .own_address = address_of(kind, id), .log = std::move(log)};
    return reply(
        context,
        {.title = "Everything done to " + name, .crumbs = {to_log}, .main = record_view(page)});
}

http::Response show_person(Context& context) {
    const auto id = context.id<PersonId>();
    const auto known_as = id ? name_of_person(context.db, *id) : std::nullopt;
    if (!known_as) return reply_not_found(context);
    auto filter = read_log_filter(context.form);
    filter.person = id;
    auto page = read_page(context, filter, "/audit/people/" + id->str());
    page.names_people = false;
    return reply(context, {.title = "What " + *known_as + " has done",
                           .crumbs = {to_log},
                           .main = person_view(*known_as, page)});
}

http::Response show_own(Context& context) {
    LogFilter filter{.person = context.scope.person,
                     .before = read_log_filter(context.form).before};
    auto page = read_page(context, filter, "/account/activity");
    page.names_people = false;
    return reply(context, {.title = "What you have done",
                           .crumbs = {{"Your account", "/account"}},
                           .main = person_view("", page)});
}

http::Response download_log(Context& context) {
    const auto filter = read_log_filter(context.form);
    const auto owners = owner_names(context.db, context.words);
    std::string csv;
    std::int64_t rows = 0;
    append_log_head(csv);
    each_logged(context.db, filter, most_rows_in_csv, [&](LoggedAct&& act) {
        append_log_line(csv, act, owners);
        ++rows;
    });
    record_download(context.db, context.scope,
                    {.verb = "audit.downloaded", .filter = to_query(filter), .rows = rows});
    return reply_download(std::move(csv), "text/csv; charset=utf-8",
                          fmt::format("audit-{}.csv", iso(context.scope.today)));
}

http::Response show_checkpoints(Context& context) {
    CheckpointsPage page{.newest = list_checkpoints(context.db, most_checkpoints)};
    if (!page.newest.empty()) page.fingerprint = fingerprint(page.newest.front().public_key);
    return reply(context,
                 {.title = "Checkpoints", .crumbs = {to_log}, .main = checkpoints_view(page)});
}

http::Response download_checkpoint(Context& context) {
    const auto number = context.captured("entry");
    std::int64_t sequence = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), sequence);
    const bool is_number = read.ec == std::errc() && read.ptr == number.data() + number.size();
    const auto found = is_number ? find_checkpoint(context.db, sequence) : std::nullopt;
    if (!found) return reply_not_found(context);
    record_download(context.db, context.scope,
                    {.verb = "checkpoint.downloaded", .filter = std::string(number), .rows = 1});
    return reply_download(checkpoint_text(*found), "text/plain; charset=utf-8",
                          fmt::format("checkpoint-{}.txt", sequence));
}

http::Response show_inspection(Context& context) {
    const InspectionPage page{.people = list_people(context.db),
                              .is_too_long = newest_number(context.db) > most_entries_in_zip};
    return reply(
        context,
        {.title = "Download for an inspector", .crumbs = {to_log}, .main = inspection_view(page)});
}

/// One record when the address names it, else what the form has chosen.
LogFilter chosen_for_inspection(const http::Form& query) {
    auto filter = read_log_filter(query);
    filter.before.reset();
    const auto id = query.text("record");
    if (!is_id_text(id)) return filter;
    filter.record_id = id;
    filter.record_kind = std::exchange(filter.kind, {});
    return filter;
}

http::Response download_inspection(Context& context) {
    if (newest_number(context.db) > most_entries_in_zip) return see_other("/audit/inspection");
    const Inspection inspection{.chosen = chosen_for_inspection(context.form),
                                .partnership = context.settings.partnership};
    const TemporaryFile file(context.scope);
    const auto rows = write_inspection(context.db, inspection, file.path());
    record_download(context.db, context.scope,
                    {.verb = "audit.inspected", .filter = context.request.query, .rows = rows});
    return reply_download(file.content(), "application/zip",
                          fmt::format("audit-log-{}.zip", iso(context.scope.today)));
}

constexpr Route routes[] = {
    {Method::Get, "/audit", Permission::read_audit, show_log, Budget{8}},
    {Method::Get, "/audit.csv", Permission::read_audit, download_log, Budget{10}},
    {Method::Get, "/audit/records/{kind}/{id}", Permission::read_audit, show_record, Budget{6}},
    {Method::Get, "/audit/people/{id}", Permission::read_audit, show_person, Budget{6}},
    {Method::Get, "/audit/checkpoints", Permission::read_audit, show_checkpoints, Budget{4}},
    {Method::Get, "/audit/checkpoints/{entry}", Permission::read_audit, download_checkpoint,
     Budget{8}},
    {Method::Get, "/audit/inspection", Permission::read_audit, show_inspection, Budget{5}},
    {Method::Get, "/audit/inspection.zip", Permission::read_audit, download_inspection, Budget{15}},
    {Method::Get, "/account/activity", Permission::own_account, show_own, Budget{5}},
};

} // namespace

Module module() {
    return {.name = "audit", .routes = routes};
}

} // namespace openmasa::audit
