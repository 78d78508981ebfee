#include "command_line/example.hpp"
#include "command_line/command.hpp"
#include "command_line/example_offices.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/person_register.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "core/settings/settings.hpp"
#include "core/terms/actions.hpp"
#include "core/terms/register.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/offices/register.hpp"
#include "plan/actions/actions.hpp"
#include "plan/imports/actions.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>

namespace openmasa::command_line {
namespace {

constexpr auto plan_file = "business-plan-2026-27.docx";

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path));
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The same scope on another day, at ten in the morning.
Scope on(Scope scope, Day day) {
    scope.now = day + std::chrono::hours{10};
    scope.today = day;
    return scope;
}

Result<Done> add_people(store::Db& db, const Scope& scope, const Example& example) {
    const auto people = TRY(csv::Table::read(read_file(example.folder + "/people.csv")));
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

Result<plan::PlanId> add_plan(store::Db& db, const Scope& scope, const Example& example) {
    return db.atomically([&]() -> Result<plan::PlanId> {
        imports::Upload upload{.file_name = plan_file,
                               .document = read_file(example.folder + "/" + plan_file)};
        const auto id =
            TRY(imports::upload(db, scope, std::move(upload), imports::Which::a_new_plan));
        return TRY(imports::confirm(db, scope, {.import = id, .state = imports::state_of({})}));
    });
}

/// Whoever of the example people holds that office writes in their own name.
Scope as_office(store::Db& db, Scope scope, std::string_view office) {
    for (const auto& account : accounts::list_accounts(db))
        if (account.known_as == office) scope.person = account.person;
    return scope;
}

std::vector<plan::StepId> first_steps(const std::vector<plan::Step>& steps,
                                      std::string_view count) {
    std::size_t done = 0;
    std::from_chars(count.data(), count.data() + count.size(), done);
    std::vector<plan::StepId> ids;
    for (std::size_t at = 0; at < std::min(done, steps.size()); ++at) ids.push_back(steps[at].id);
    return ids;
}

struct Entry {
    const csv::Table& table;
    std::size_t row;
    std::string text(std::string_view column) const { return std::string(table.cell(row, column)); }
};

Result<Done> record(store::Db& db, const Scope& scope, const plan::Action& action,
                    const Entry& entry) {
    plan::Status status{};
    if (from_text(entry.text("status"), status)) {
        plan::RecordProgress progress{
            .action = action.id, .version = action.version, .status = status};
        progress.words = entry.text("words");
        if (status == plan::Status::stopped) progress.stopped_why = progress.words;
        progress.steps_done = first_steps(plan::steps_of(db, action.id), entry.text("steps_done"));
        TRY(plan::record_progress(db, scope, progress));
    }
    if (!entry.text("evidence_title").empty())
        TRY(plan::add_evidence(db, scope,
                               plan::AddEvidence{.action = action.id,
                                                 .title = entry.text("evidence_title"),
                                                 .words = entry.text("evidence_words"),
                                                 .link = entry.text("evidence_link")}));
    return Done{};
}

Result<Done> add_progress(store::Db& db, const Scope& scope, const plan::PlanId& id,
                          const Example& example) {
    const auto table = TRY(csv::Table::read(read_file(example.folder + "/progress.csv")));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const Entry entry{table, row};
            const auto day = day_from_iso(entry.text("date"));
            const auto actions = plan::all_actions_of(db, id);
            const auto found =
                std::ranges::find(actions, entry.text("reference"), &plan::Action::reference);
            if (!day || found == actions.end())
                return invalid("progress",
                               fmt::format("progress.csv: row {} names no action or day", row + 2));
            TRY(record(db,
                       as_office(db, on(scope, std::min(*day, scope.today)), entry.text("office")),
                       *found, entry));
        }
        return Done{};
    });
}

/// The rows of `agencies.csv` for the register of agencies, as anybody would import them.
Result<Done> add_rows(store::Db& db, const Scope& scope, const Example& example,
                      const registers::Register& which, std::string_view named = {}) {
    const auto file = fmt::format("{}/{}.csv", example.folder, named.empty() ? which.kind : named);
    const auto sheet = TRY(sheet::read_sheet(read_file(file)));
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

Result<Done> add_all(store::Db& db, const Scope& scope, const Example& example) {
    TRY(add_people(db, scope, example));
    TRY(add_terms(db, scope, example));
    TRY(add_rows(db, scope, example, agencies::agency_register));
    TRY(add_rows(db, scope, example, accounts::person_register, "known-people"));
    TRY(add_rows(db, scope, example, offices::office_register));
    TRY(add_holders(db, scope, read_file(example.folder + "/holders.csv")));
    const auto plan = TRY(add_plan(db, on(scope, std::min(day(2026, 6, 1), scope.today)), example));
    TRY(add_progress(db, scope, plan, example));
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
