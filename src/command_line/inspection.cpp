#include "core/audit/inspection.hpp"
#include "command_line/command.hpp"
#include "core/audit/daily_checkpoints.hpp"
#include "core/audit/downloads.hpp"
#include "core/settings/settings.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct InspectionOptions {
    Common common;
    std::string output, person, record, from, to;
};

/// "action/01k..."
Result<Done> read_record(const std::string& text, audit::LogFilter& filter) {
    const auto slash = text.find('/');
    if (slash == text.npos)
        return invalid("record", fmt::format("\"{}\" is no record. Write KIND/ID, for example "
                                             "action/01k00000000000000000000000.",
                                             text));
    filter.record_kind = text.substr(0, slash);
    filter.record_id = text.substr(slash + 1);
    return Done{};
}

Result<std::optional<Day>> read_day(const std::string& text) {
    if (text.empty()) return std::optional<Day>();
    const auto day = day_from_iso(text);
    if (!day) return invalid("day", fmt::format("\"{}\" is no day. Write 2026-01-31.", text));
    return day;
}

Result<audit::LogFilter> chosen_by(const InspectionOptions& options) {
    audit::LogFilter filter{.from = TRY(read_day(options.from)), .to = TRY(read_day(options.to))};
    if (!options.record.empty()) TRY(read_record(options.record, filter));
    if (options.person.empty()) return filter;
    filter.person = PersonId::parse(options.person);
    if (!filter.person)
        return invalid("person",
                       fmt::format("\"{}\" is no person's id. It stands in the address of "
                                   "their page in the audit log.",
                                   options.person));
    return filter;
}

int inspection(const InspectionOptions& options) {
    const auto chosen = chosen_by(options);
    if (!chosen) return refuse(chosen.refusal());
    Open open(options.common.database);
    const auto scope = scope_now();
    const auto key =
        audit::open_signing_key(open.db, scope, audit::signing_key_path(options.common.database));
    const auto signed_now = audit::make_checkpoint(open.db, key, scope.now);
    if (!signed_now) std::cerr << signed_now.refusal().problems.front().words << "\n";
    const auto partnership = read_settings(open.db).partnership;
    const auto rows = audit::write_inspection(
        open.db, {.chosen = *chosen, .partnership = partnership, .public_key = key.public_key()},
        options.output);
    audit::record_download(
        open.db, scope,
        {.verb = "audit.inspected",
         .filter = options.record.empty() ? audit::to_query(*chosen) : "record=" + options.record,
         .rows = rows});
    std::cout << fmt::format("{}: {} entries with their proof.\n", options.output, rows);
    return Exit::done;
}

} // namespace

void add_inspection(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand(
        "inspection", "Write a part of the audit log with its proof, for an inspector");
    auto options = std::make_shared<InspectionOptions>();
    add_database_option(*command, options->common);
    command->add_option("--out", options->output, "The ZIP file to write")->required();
    command->add_option("--person", options->person, "Only what this person did: their id");
    command->add_option("--record", options->record, "Only what was done to this record: KIND/ID");
    command->add_option("--from", options->from, "From this day (2026-01-31)");
    command->add_option("--to", options->to, "Up to and with this day");
    command->callback([options, &chosen] { chosen = [options] { return inspection(*options); }; });
}

} // namespace openmasa::command_line
