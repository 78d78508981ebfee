#include "partnership/passing/actions.hpp"
#include "core/accounts/people_called.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::passing {
namespace {

constexpr store::Query<Leaver(PersonId)> find_person{
    "passing.find_person", "SELECT id, known_as FROM person WHERE id = $1"};

bool something_passes(const partnership::Agreement& agreement) {
    return std::ranges::any_of(agreement.choices, [](const partnership::DutyChoice& choice) {
        return choice.fate == Fate::passes;
    });
}

/// Who takes over; nobody where nothing passes.
std::optional<PersonId> read_next(store::Db& db, const Scope& scope, const PassOn& command,
                                  std::vector<Problem>& problems) {
    if (!something_passes(command.agreement)) return std::nullopt;
    if (trimmed(command.to).empty()) {
        problems.push_back({"to", "Say who takes over, or that each stays or ends."});
        return std::nullopt;
    }
    auto person = accounts::person_called(db, one_line(command.to), scope.today, "to");
    if (!person)
        problems.push_back(person.refusal().problems.front());
    else if (*person == command.from.id)
        problems.push_back(
            {"to", fmt::format("{} leads it now: say who takes over.", command.from.known_as)});
    return person ? std::optional(*person) : std::nullopt;
}

std::string reason_of(const PassOn& command, const partnership::DutyChoice& choice) {
    if (choice.fate == Fate::ends) return choice.why;
    return fmt::format("{} hands over to {}{}. Agreed by {}, {}.", command.from.known_as,
                       one_line(command.to), command.office.empty() ? "" : ": " + command.office,
                       command.agreement.by, command.agreement.on);
}

} // namespace

std::optional<Leaver> find_leaver(store::Db& db, const Scope& scope, const PersonId& id) {
    if (!scope.may(Permission::edit_agencies)) return std::nullopt;
    return db.one(find_person, id);
}

Result<Done> pass_on(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                     const PassOn& command) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    const Answerer from{.owner = {}, .person = command.from.id};
    auto problems =
        problems_with(command.agreement, duties_of(db, scope, features, from), scope.today);
    const auto to = read_next(db, scope, command, problems);
    if (!problems.empty()) return invalid(std::move(problems));
    for (const auto& choice : command.agreement.choices)
        TRY(settle(db, scope, features, choice.duty, from,
                   {.fate = choice.fate,
                    .to = {.owner = {}, .person = to},
                    .why = reason_of(command, choice),
                    .from = scope.today}));
    return Done{};
}

} // namespace openmasa::passing
