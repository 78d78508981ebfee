// A whole plan as a document, rather than a register's rows.
#include "command_line/command.hpp"
#include "command_line/which_plan.hpp"
#include "core/audit/downloads.hpp"
#include "core/settings/settings.hpp"
#include "modules.hpp"
#include "plan/documents/store.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct Options {
    Common common;
    std::string format, plan, output, as_at;
};

/// A kind of document: its command, its only format, and how it is made and logged.
struct Document {
    std::string_view command, about, format, verb;
    std::string (*make)(store::Db& db, const Scope& scope, const Settings& settings,
                        const plan::Plan& plan);
};

int export_document(const Document& which, const Options& options) {
    if (options.format != which.format) {
        std::cerr << fmt::format("Write --format {}.\n", which.format);
        return Exit::usage;
    }
    const auto day = day_from_iso(options.as_at);
    if (!options.as_at.empty() && (!day || *day > scope_now().today)) {
        std::cerr << "Write --as-at as a day that has been, YYYY-MM-DD.\n";
        return Exit::usage;
    }
    Open open(options.common.database);
    auto scope = scope_now();
    const auto settings = current_settings(open.db);
    scope.words = terms::Words(settings->local_words, scope.today);
    if (day) {
        open.db.look_through(looking_back_at(modules(), {.day = *day}));
        scope.today = *day;
    }
    const auto plan = find_plan(open.db, scope, options.plan);
    if (!plan) return refuse(plan.refusal());
    const auto bytes = which.make(open.db, scope, *settings, *plan);
    audit::record_taken(open.db, scope, which.verb, "plan", plan->id.view());
    write_output(options.output, bytes);
    return Exit::done;
}

std::string word_of(store::Db& db, const Scope& scope, const Settings& settings,
                    const plan::Plan& plan) {
    return documents::write_word(plan_documents::plan_as_word(
        plan_documents::read_plan_document(db, scope, settings, plan)));
}

std::string calendar_file(store::Db& db, const Scope& scope, const Settings& settings,
                          const plan::Plan& plan) {
    return documents::write_calendar(
        plan_documents::calendar_of(plan_documents::read_milestones(db, scope, settings, plan)));
}

constexpr Document all_documents[] = {
    {"plan", "A plan as a Word document, which can be imported again", "docx",
     "plan.document_taken", word_of},
    {"milestones", "The dates of a plan's open actions, for a calendar program", "ics",
     "plan.calendar_taken", calendar_file},
};

void add_document(Command& command, const Document& which, Chosen& chosen) {
    auto* one = command.add_subcommand(std::string(which.command), std::string(which.about));
    auto options = std::make_shared<Options>();
    options->format = which.format;
    add_database_option(*one, options->common);
    one->add_option("--format", options->format, std::string(which.format))->capture_default_str();
    one->add_option("--plan", options->plan,
                    "Its reference (P-2026-001) or its title; otherwise the plan that runs");
    one->add_option("-o,--out,--output", options->output,
                    "The file to write; otherwise the standard output");
    one->add_option("--as-at", options->as_at,
                    "As it was true on this day (YYYY-MM-DD), as it is known now");
    one->callback([&which, options, &chosen] {
        chosen = [&which, options] { return export_document(which, *options); };
    });
}

} // namespace

void add_export_plan(Command& command, Chosen& chosen) {
    for (const auto& which : all_documents) add_document(command, which, chosen);
}

} // namespace openmasa::command_line
