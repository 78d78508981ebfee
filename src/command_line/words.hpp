#pragma once
// The words of a command, as a person types them: its options, its arguments, its sub-commands.
// CLI11 reads them, behind words.cpp: it is slow to compile.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace openmasa::command_line {

/// One option, or one argument.
class Option {
public:
    explicit Option(CLI::Option& inside) : inside_(inside) {}
    Option* required();
    /// --help shows what it is when it is not given.
    Option* capture_default_str();
    Option* within(int least, int most);

private:
    CLI::Option& inside_;
};

class Command {
public:
    explicit Command(CLI::App& inside) : inside_(inside) {}
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    Command* add_subcommand(const std::string& name, const std::string& what);
    /// One of its sub-commands must be named.
    void require_subcommand();
    /// `names` begin with dashes for an option, and do not for an argument; what is given goes
    /// `into` a variable that lives until the words were read.
    Option* add_option(const std::string& names, std::string& into, const std::string& what);
    Option* add_option(const std::string& names, unsigned& into, const std::string& what);
    /// May be given several times.
    Option* add_option(const std::string& names, std::vector<std::string>& into,
                       const std::string& what);
    void add_flag(const std::string& names, bool& into, const std::string& what);
    /// Called when the command was named and its words are right.
    void callback(const std::function<void()>& take);

private:
    CLI::App& inside_;
    Option* keep(CLI::Option& option);
    std::vector<std::unique_ptr<Command>> commands_;
    std::vector<std::unique_ptr<Option>> options_;
};

struct Program {
    std::string name, what, version;
};
/// Reads the words that a program was started with; `fill` adds its commands. Gives nothing when
/// all was understood, else the exit code, after it printed help, the version or what is wrong.
std::optional<int> read_words(const Program& program, int count, char** words,
                              const std::function<void(Command&)>& fill);

} // namespace openmasa::command_line
