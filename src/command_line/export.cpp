#include "command_line/command.hpp"
#include "core/audit/downloads.hpp"
#include "core/registers/as_at.hpp"
#include "core/registers/download.hpp"
#include "core/registers/local.hpp"
#include "core/registers/rows.hpp"
#include "core/registers/rows_out.hpp"
#include "core/settings/settings.hpp"
#include "kernel/text.hpp"
#include "modules.hpp"
#include "web/http/spool.hpp"
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct ExportOptions {
    Common common;
    std::string format = "csv", output, columns, as_at;
    bool as_known_then = false;
};

/// Where the pieces go: a file, or the standard output.
class Output {
public:
    explicit Output(const std::string& path) : path_(path) {
        if (to_file()) file_.open(path, std::ios::binary | std::ios::trunc);
    }
    void write(std::string_view piece) { stream() << piece; }
    /// Throws unless all of it was written.
    void end() {
        stream().flush();
        if (to_file()) file_.close();
        if (stream()) return;
        throw std::runtime_error(to_file() ? fmt::format("{} could not be written", path_)
                                           : "the output could not be written");
    }

private:
    bool to_file() const { return !path_.empty() && path_ != "-"; }
    std::ostream& stream() {
        if (to_file()) return file_;
        return std::cout;
    }
    std::string path_;
    std::ofstream file_;
};

/// False for a day that is none or has not been.
bool is_past_or_none(const std::string& as_at) {
    if (as_at.empty()) return true;
    const auto day = day_from_iso(as_at);
    return day && *day <= scope_now().today;
}

/// As it is now, or as its history says that it was.
registers::EachRow rows_of(const registers::Register& which, const ExportOptions& options,
                           store::Db& db, const Scope& scope) {
    if (!options.as_at.empty() && registers::is_from_versions(which, options.as_known_then))
        return registers::rows_from_history(db, which, scope.today);
    return registers::all_rows(db, scope, which);
}

/// What was asked for, as the log keeps it.
std::string filter_of(const ExportOptions& options) {
    std::vector<std::string> parts;
    if (!options.columns.empty()) parts.push_back("columns=" + options.columns);
    if (!options.as_at.empty()) parts.push_back("as-at=" + options.as_at);
    if (!options.as_at.empty() && options.as_known_then) parts.emplace_back("known=then");
    return join(parts, "&");
}

/// Puts the whole file together, however large, in the words of its partnership, and writes in the
/// log that it is taken away: only then does its first byte go anywhere.
http::Response made(const registers::Register& which, const ExportOptions& options,
                    registers::Format format) {
    Open open(options.common.database);
    auto scope = scope_now();
    const registers::LocalRegister local(
        which, terms::Words(current_settings(open.db)->local_words, scope.today));
    auto reading = scope;
    if (const auto day = day_from_iso(options.as_at)) {
        open.db.look_through(
            looking_back_at(modules(), {.day = *day, .as_known_then = options.as_known_then}));
        reading.today = *day;
        reading.looking_back = true;
        reading.as_known_then = options.as_known_then;
    }
    http::Spool spool;
    std::int64_t rows = 0;
    registers::write_rows(
        format, registers::outgoing(*local, options.columns),
        [&](const registers::TakeRow& take) {
            rows_of(which, options, open.db, reading)([&](const registers::Cells& row) {
                ++rows;
                take(row);
            });
        },
        [&](std::string_view piece) { spool.add(piece); });
    audit::record_download(
        open.db, scope,
        {.verb = registers::downloaded(which), .filter = filter_of(options), .rows = rows});
    http::Response file;
    spool.move_into(file);
    return file;
}

void write(const http::Response& file, Output& output) {
    constexpr std::size_t piece = 64 * 1024;
    output.write(file.body);
    for (std::size_t at = 0; file.file && at < file.file->size(); at += piece)
        output.write(file.file->read(at, piece));
}

int export_rows(const registers::Register& which, const ExportOptions& options) {
    registers::Format format{};
    const bool is_template = options.format == "template";
    if (!is_template && !registers::from_text(options.format, format)) {
        std::cerr << "Write --format csv, json, xlsx or template.\n";
        return Exit::usage;
    }
    if (!is_past_or_none(options.as_at)) {
        std::cerr << "Write --as-at as a day that has been, YYYY-MM-DD.\n";
        return Exit::usage;
    }
    if (!options.as_at.empty() && !which.looks_back && which.history_kind.empty()) {
        std::cerr << fmt::format("{}: only known as they are now, without --as-at.\n",
                                 terms::Words().say(which.title));
        return Exit::usage;
    }
    // An empty spreadsheet to fill in belongs to no database: it speaks the program's own words.
    if (is_template) {
        Output output(options.output);
        const registers::LocalRegister own(which, {});
        registers::write_template(registers::outgoing(*own, options.columns),
                                  [&](std::string_view piece) { output.write(piece); });
        output.end();
        return Exit::done;
    }
    const auto file = made(which, options, format);
    Output output(options.output);
    write(file, output);
    output.end();
    return Exit::done;
}

void add_register(Command& command, const registers::Register& which, Chosen& chosen) {
    auto* one = command.add_subcommand(
        std::string(which.kind), fmt::format("The register: {}", terms::Words().say(which.title)));
    auto options = std::make_shared<ExportOptions>();
    add_database_option(*one, options->common);
    one->add_option("--format", options->format,
                    "csv, json, xlsx, or template (a spreadsheet to fill in)")
        ->capture_default_str();
    one->add_option("--columns", options->columns,
                    "Only these columns, in this order: reference,owner");
    one->add_option("-o,--out,--output", options->output,
                    "The file to write; otherwise the standard output");
    one->add_option("--as-at", options->as_at,
                    "As it was true on this day (YYYY-MM-DD), as it is known now");
    one->add_flag("--known-then", options->as_known_then,
                  "Without what was recorded after that day");
    one->callback([&which, options, &chosen] {
        chosen = [&which, options] { return export_rows(which, *options); };
    });
}

} // namespace

void add_export(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand("export", "Write records for use elsewhere");
    command->require_subcommand();
    for (const auto* which : registers_of_the_program()) add_register(*command, *which, chosen);
    add_export_plan(*command, chosen);
}

} // namespace openmasa::command_line
