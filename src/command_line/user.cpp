#include "command_line/command.hpp"
#include "core/access/store.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/two_step.hpp"
#include "kernel/json.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace openmasa::command_line {
namespace {

struct UserOptions {
    Common common;
    std::string email, name, role, address = "http://127.0.0.1:8080";
    std::vector<std::string> owners;
    std::string seat_of;
    bool new_owner = false;
};
using Options = std::shared_ptr<UserOptions>;

std::string link_of(const UserOptions& options, const accounts::Invited& invited) {
    return fmt::format("{}/welcome/{}", options.address, invited.secret);
}

int print_link(const UserOptions& options, const std::string& email,
               const Result<accounts::Invited>& invited) {
    if (!invited) return refuse(invited.refusal());
    const auto link = link_of(options, *invited);
    if (options.common.json) {
        JsonWriter json;
        json.begin_object().pair("email", email).pair("link", link).end_object();
        std::cout << json.text() << "\n";
    } else {
        std::cout << fmt::format(
            "{} signs in by opening this link once, within 7 days, and choosing a password:\n  {}\n",
            email, link);
    }
    return Exit::done;
}

std::string roles_of(Open& open, const accounts::Account& account) {
    std::vector<std::string> roles;
    for (const auto& held : access::holdings_of(open.db, account.person, scope_now().today)) {
        std::string role(spoken(held.role));
        if (std::ranges::count(roles, role) == 0) roles.push_back(role);
    }
    const auto owners = access::owners_of(open.db, account.person);
    return roles.empty()    ? "no role"
           : owners.empty() ? join(roles, ", ")
                            : fmt::format("{}: {}", join(roles, ", "), owners);
}

std::string role_names() {
    std::string names;
    for (const auto one : all_roles) names += fmt::format("{}, ", to_text(one));
    std::ranges::replace(names, '_', '-');
    return names + "none";
}

/// What the options ask for; nothing when the role is none of those there are.
std::optional<accounts::AddUser> command_of(const UserOptions& options) {
    accounts::AddUser command{.known_as = options.name,
                              .email = options.email,
                              .owners = options.owners,
                              .without_role = options.role == "none",
                              .new_owners = options.new_owner || !options.seat_of.empty(),
                              .seat_of = options.seat_of};
    if (command.without_role || from_text(options.role, command.role)) return command;
    std::cerr << fmt::format("The role is one of {}.\n", role_names());
    return std::nullopt;
}

int add(const UserOptions& options) {
    const auto command = command_of(options);
    if (!command) return Exit::usage;
    Open open(options.common.database);
    return print_link(options, lower(options.email),
                      accounts::add_user(open.db, scope_now(), *command));
}

int role(const UserOptions& options) {
    const auto command = command_of(options);
    if (!command) return Exit::usage;
    Open open(options.common.database);
    const auto changed = accounts::change_role(open.db, scope_now(), *command);
    if (!changed) return refuse(changed.refusal());
    std::cout << fmt::format("From today {} is: {}\n", lower(options.email),
                             roles_of(open, *accounts::find_account(open.db, options.email)));
    return Exit::done;
}

int link(const UserOptions& options) {
    Open open(options.common.database);
    return print_link(options, lower(options.email),
                      accounts::invite_again(open.db, scope_now(), options.email));
}

int links(const UserOptions& options) {
    Open open(options.common.database);
    for (const auto& account : accounts::list_accounts(open.db)) {
        if (account.ended || !account.password_hash.empty()) continue;
        const auto invited = accounts::invite_again(open.db, scope_now(), account.email);
        if (!invited) return refuse(invited.refusal());
        std::cout << fmt::format("  {}\n    {}\n", account.known_as, link_of(options, *invited));
    }
    return Exit::done;
}

std::string_view state_of(const accounts::Account& account) {
    if (account.ended) return "ended";
    return account.password_hash.empty() ? "has not chosen a password" : "open";
}

int list(const UserOptions& options) {
    Open open(options.common.database);
    JsonWriter json;
    json.begin_array();
    for (const auto& account : accounts::list_accounts(open.db)) {
        const auto roles = roles_of(open, account);
        json.begin_object()
            .pair("email", account.email)
            .pair("name", account.known_as)
            .pair("roles", roles);
        json.pair("state", state_of(account)).end_object();
        if (!options.common.json)
            std::cout << fmt::format("{}\n  {} ({}), {}\n", account.email, account.known_as, roles,
                                     state_of(account));
    }
    json.end_array();
    if (options.common.json) std::cout << json.text() << "\n";
    return Exit::done;
}

int end(const UserOptions& options) {
    Open open(options.common.database);
    const auto ended = accounts::end_user(open.db, scope_now(), options.email);
    if (!ended) return refuse(ended.refusal());
    std::cout << fmt::format("{} can no longer sign in; open sessions are ended.\n",
                             lower(options.email));
    return Exit::done;
}

/// For somebody who lost their telephone and every code to recover with.
int end_second_step(const UserOptions& options) {
    Open open(options.common.database);
    const auto ended = open.db.atomically([&]() -> Result<Done> {
        const auto account = accounts::find_account(open.db, options.email);
        if (!account || account->ended) return not_found();
        return accounts::end_two_step(open.db, scope_now(), account->id);
    });
    if (!ended) return refuse(ended.refusal());
    std::cout << fmt::format("{} signs in with a password alone until they set up a second step.\n",
                             lower(options.email));
    return Exit::done;
}

/// One sub-command of `user`, with the options that all of them take.
Command& verb(Command& user, const char* name, const char* what, const Options& options,
              Chosen& chosen, int (*run)(const UserOptions&)) {
    auto* command = user.add_subcommand(name, what);
    add_database_option(*command, options->common);
    add_json_option(*command, options->common);
    command->add_option("--address", options->address,
                        "Where people reach the program; links start with it");
    command->callback(
        [options, run, &chosen] { chosen = [options, run] { return run(*options); }; });
    return *command;
}

void take_role(Command& command, const Options& options) {
    command.add_option("--role", options->role, role_names())->required();
    command.add_option("--for", options->owners,
                       "For a role within an agency or a group: which; may be repeated");
    command.add_flag("--new-owner", options->new_owner,
                     "The group or agency has no actions yet: make it");
    command.add_option("--seat-of", options->seat_of,
                       "What --for names is a new seat in this group");
}

} // namespace

void add_user(Command& app, Chosen& chosen) {
    auto* user = app.add_subcommand("user", "People who may sign in");
    user->require_subcommand();
    const auto options = std::make_shared<UserOptions>();
    auto& adding =
        verb(*user, "add", "Make an account and print its one-time link", options, chosen, add);
    adding.add_option("email", options->email, "Their e-mail address")->required();
    adding.add_option("--name", options->name, "The office or name to show")->required();
    take_role(adding, options);
    auto& changing =
        verb(*user, "role", "Give somebody another role from today on, in place of what they have",
             options, chosen, role);
    changing.add_option("email", options->email, "Their e-mail address")->required();
    take_role(changing, options);
    auto& linking = verb(*user, "link", "Print a new one-time link (a forgotten password)", options,
                         chosen, link);
    linking.add_option("email", options->email, "Their e-mail address")->required();
    verb(*user, "links", "Print a new one-time link for everybody who has not chosen a password",
         options, chosen, links);
    verb(*user, "list", "Who has an account, and what they may do", options, chosen, list);
    auto& ending = verb(*user, "end", "End an account and its sessions", options, chosen, end);
    ending.add_option("email", options->email, "Their e-mail address")->required();
    auto& helping = verb(*user, "second-step-off",
                         "Turn off the second step of somebody who lost their telephone", options,
                         chosen, end_second_step);
    helping.add_option("email", options->email, "Their e-mail address")->required();
}

} // namespace openmasa::command_line
