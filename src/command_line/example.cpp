#include "command_line/example.hpp"
#include "command_line/command.hpp"
#include "command_line/example_agencies.hpp"
#include "command_line/example_directory.hpp"
#include "command_line/example_groups.hpp"
#include "command_line/example_masa.hpp"
#include "command_line/example_offices.hpp"
#include "command_line/example_plans.hpp"
#include "command_line/example_recommendations.hpp"
#include "command_line/example_responses.hpp"
#include "command_line/example_returns.hpp"
#include "command_line/example_rows.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/person_register.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "core/settings/settings.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/register.hpp"
#include "partnership/groups/register.hpp"
#include "partnership/offices/register.hpp"
#include "partnership/seats/register.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>
#include <iostream>

namespace openmasa::command_line {
namespace {

Result<Done> add_people(store::Db& db, const Scope& scope, const Example& example) {
    const auto people = TRY(csv::Table::read(read_whole_file(example.folder + "/people.csv")));
    std::cout << "Example people, each with a link that works once (choose a password there):\n";
    for (std::size_t at = 0; at < people.rows(); ++at) {
        accounts::AddUser command{.known_as = std::string(people.cell(at, "name")),
                                  .email = std::string(people.cell(at, "email"))};
        command.without_role = !from_text(people.cell(at, "role"), command.role);
        if (const auto owner = people.cell(at, "owner"); !owner.empty())
            command.owners.emplace_back(owner);
        command.new_owners = true; // the plan that names them comes after
        const auto invited = TRY(accounts::add_user(db, scope, command));
        std::cout << fmt::format("  {}\n    {}/welcome/{}\n", command.known_as, example.address,
                                 invited.secret);
    }
    return Done{};
}

/// The rows of `offices.csv` for the register of offices, as anybody would import them.
Result<Done> add_rows(store::Db& db, const Scope& scope, const Example& example,
                      const registers::Register& which, std::string_view named = {}) {
    const auto file = fmt::format("{}/{}.csv", example.folder, named.empty() ? which.kind : named);
    const auto sheet = TRY(sheet::read_sheet(read_whole_file(file)));
    return db.atomically([&]() -> Result<Done> {
        const auto rows = TRY(registers::look(db, scope, which, sheet, registers::Policy::stop));
        TRY(registers::save(db, scope, rows, rows.state));
        return Done{};
    });
}

Result<Done> add_terms(store::Db& db, const Scope& scope, const Example& example) {
    TRY(add_rows(db, scope, example, terms::term_register));
    return db.atomically([&]() -> Result<Done> {
        TRY(terms::add_flourish_domains(db, scope));
        return Done{};
    });
}

Result<Done> add_groups(store::Db& db, const Scope& scope, const Example& example) {
    TRY(add_rows(db, scope, example, accounts::person_register, "group-people"));
    TRY(add_rows(db, scope, example, accounts::person_register, "addresses"));
    TRY(add_rows(db, scope, example, groups::group_register));
    TRY(add_rows(db, scope, example, seats::seat_register));
    TRY(change_groups(db, scope, read_whole_file(example.folder + "/group-changes.csv")));
    return add_mailing_lists(db, scope, read_whole_file(example.folder + "/mailing-lists.csv"));
}

Result<Done> add_all(store::Db& db, const Scope& scope, const Example& example) {
    TRY(add_people(db, scope, example));
    TRY(add_terms(db, scope, example));
    TRY(add_agencies(db, scope, example));
    TRY(add_rows(db, scope, example, accounts::person_register, "known-people"));
    TRY(add_rows(db, scope, example, offices::office_register));
    TRY(add_holders(db, scope, read_whole_file(example.folder + "/holders.csv")));
    TRY(add_groups(db, scope, example));
    TRY(add_arrangements(db, scope, example.folder));
    TRY(add_plans(db, scope, example));
    TRY(add_recommendations(db, scope, example));
    TRY(add_responses(db, scope, example));
    TRY(add_returns(db, scope, example));
    return db.atomically([&]() -> Result<Done> {
        save_settings(
            db, scope,
            {.partnership = "Norfolk Safeguarding Children Partnership", .example = true});
        return Done{};
    });
}

} // namespace

int add_example(store::Db& db, const Scope& scope, const Example& example) {
    if (!plan::list_plans(db, scope).empty()) {
        std::cerr
            << "This database holds a plan already; the example goes only into an empty one.\n";
        return Exit::refused;
    }
    const auto added = add_all(db, scope, example);
    return added ? Exit::done : refuse(added.refusal());
}

} // namespace openmasa::command_line
