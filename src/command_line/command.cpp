#include "command_line/command.hpp"
#include "core/access/secret.hpp"
#include "kernel/moved_clock.hpp"
#include "plan/carry_over.hpp"
#include "store/migrations.hpp"
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace openmasa::command_line {

void add_database_option(Command& command, Common& common) {
    const char* environment = std::getenv("OPENMASA_DATABASE");
    common.database = environment ? environment : "sqlite:data/openmasa.db";
    command
        .add_option("--database", common.database,
                    "Where the records are: sqlite:PATH or postgresql://USER@HOST/NAME")
        ->capture_default_str();
}

void add_json_option(Command& command, Common& common) {
    command.add_flag("--json", common.json, "Answer in JSON, for scripts");
}

bool has_database(const std::string& address) {
    constexpr std::string_view file = "sqlite:";
    return !address.starts_with(file) || std::filesystem::exists(address.substr(file.size()));
}

namespace {

Moment machine_now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// How far the rehearsed day is from the one on which the process began.
std::chrono::hours to_rehearsed_day() {
    const auto day = rehearsed_day();
    return day ? time_to(*day, machine_now()) : std::chrono::hours{0};
}

} // namespace

std::optional<Day> rehearsed_day() {
    const char* environment = std::getenv("OPENMASA_TODAY");
    return environment ? day_from_iso(environment) : std::nullopt;
}

Moment clock_now() {
    static const auto away = to_rehearsed_day();
    return machine_now() + away;
}

Scope scope_now() {
    return openmasa::command_line_scope(clock_now(), system_randomness());
}

int refuse(const Refusal& refusal) {
    if (refusal.problems.empty()) std::cerr << "There is no such thing.\n";
    for (const auto& problem : refusal.problems)
        std::cerr << terms::Words().say(problem.words) << "\n";
    return Exit::refused;
}

void write_output(const std::string& path, const std::string& content) {
    if (path.empty() || path == "-") {
        std::cout << content << std::flush;
        if (!std::cout) throw std::runtime_error("the output could not be written");
        return;
    }
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    if (!file) throw std::runtime_error(fmt::format("{} could not be written", path));
}

int bring_up_to_date(store::Db& db) {
    const int applied = store::migrate(db, store::embedded_migrations(), clock_now());
    plan::carry_over(db, scope_now());
    return applied;
}

Open::Open(const std::string& address)
    : database(address, store::Database::Opening::existing), db(database) {
    bring_up_to_date(db);
    db.finish(); // a handle that goes on reading keeps the write-ahead log from being checkpointed
}

} // namespace openmasa::command_line
