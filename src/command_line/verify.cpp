#include "command_line/command.hpp"
#include "core/audit/audit.hpp"
#include "kernel/json.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

audit::Verdict verdict_on(Open& open) {
    auto verdict = audit::verify(open.db);
    for (const auto& words : open.database.damage())
        verdict.faults.push_back("The file is damaged: " + words);
    return verdict;
}

void print_json(const audit::Verdict& verdict) {
    JsonWriter json;
    json.begin_object().pair("sound", verdict.faults.empty());
    json.pair("audit_entries", verdict.entries).pair("versions", verdict.versions);
    json.key("faults").begin_array();
    for (const auto& fault : verdict.faults) json.value(fault);
    json.end_array().end_object();
    std::cout << json.text() << "\n";
}

void print_words(const audit::Verdict& verdict) {
    for (const auto& fault : verdict.faults) std::cout << fault << "\n";
    if (verdict.faults.empty())
        std::cout << fmt::format(
            "Sound: {} audit entries and {} versions are as they were written.\n", verdict.entries,
            verdict.versions);
    else
        std::cout << fmt::format("Not sound: {} faults.\n", verdict.faults.size());
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
            const auto verdict = verdict_on(open);
            common->json ? print_json(verdict) : print_words(verdict);
            return verdict.faults.empty() ? Exit::done : Exit::refused;
        };
    });
}

} // namespace openmasa::command_line
