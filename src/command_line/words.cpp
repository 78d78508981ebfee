#include "command_line/words.hpp"
#include "command_line/command.hpp"
#include <CLI/CLI.hpp>

namespace openmasa::command_line {

Option* Option::required() {
    inside_.required();
    return this;
}

Option* Option::capture_default_str() {
    inside_.capture_default_str();
    return this;
}

Option* Option::within(int least, int most) {
    inside_.check(CLI::Range(least, most));
    return this;
}

Command* Command::add_subcommand(const std::string& name, const std::string& what) {
    return commands_.emplace_back(std::make_unique<Command>(*inside_.add_subcommand(name, what)))
        .get();
}

void Command::require_subcommand() {
    inside_.require_subcommand(1);
}

Option* Command::add_option(const std::string& names, std::string& into, const std::string& what) {
    return keep(*inside_.add_option(names, into, what));
}

Option* Command::add_option(const std::string& names, unsigned& into, const std::string& what) {
    return keep(*inside_.add_option(names, into, what));
}

Option* Command::add_option(const std::string& names, std::vector<std::string>& into,
                            const std::string& what) {
    return keep(*inside_.add_option(names, into, what));
}

Option* Command::keep(CLI::Option& option) {
    return options_.emplace_back(std::make_unique<Option>(option)).get();
}

void Command::add_flag(const std::string& names, bool& into, const std::string& what) {
    inside_.add_flag(names, into, what);
}

void Command::callback(const std::function<void()>& take) {
    inside_.callback(take);
}

std::optional<int> read_words(const Program& program, int count, char** words,
                              const std::function<void(Command&)>& fill) {
    CLI::App app(program.what, program.name);
    app.set_version_flag("--version", program.name + " " + program.version);
    Command command(app);
    command.require_subcommand();
    fill(command);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Exit::done : Exit::usage;
    }
    return std::nullopt;
}

} // namespace openmasa::command_line
