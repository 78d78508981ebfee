#include "partnership/offices/actions.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "core/signoff/actions.hpp"
#include "kernel/london_time.hpp"
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include "partnership/last_days.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_rules.hpp"
#include "partnership/office_store.hpp"
#include <algorithm>

namespace openmasa::offices {
namespace {

using partnership::Holder;

/// An office that this person may change, in the version that they read.
Result<Office> find_for(store::Db& db, const Scope& scope, const OwnerId& id,
                        std::int64_t version) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto office = partnership::find_office(db, scope, id);
    if (!office) return not_found();
    if (office->version != version)
        return conflict("Somebody changed this office while you were writing. Look at it again.");
    return std::move(*office);
}

/// A day that people typed; empty where it may be.
struct Typed {
    std::vector<Problem> problems;

    std::optional<Day> day(std::string_view field, const std::string& words, bool required) {
        const auto line = one_line(words);
        if (line.empty() && !required) return std::nullopt;
        const auto read = typed_day(line);
        if (!read) problems.push_back({std::string(field), "Enter the day, as 12 June 2026."});
        return read;
    }
};

bool same(const Office& one, const Office& other) {
    return one.name == other.name && one.kind == other.kind && one.agency == other.agency &&
           one.purpose == other.purpose && one.contact == other.contact && one.from == other.from &&
           one.to == other.to;
}

/// An agency that has ended gets no new office; one that it left behind may be put right.
std::optional<Problem> problem_of_agency(store::Db& db, const Scope& scope, const Office& office,
                                         const std::optional<OwnerId>& id) {
    const auto before = id ? partnership::read_office(db, *id) : std::nullopt;
    if (before && before->agency == office.agency && before->to == office.to) return std::nullopt;
    return partnership::problem_of_ended(db, scope, *office.agency,
                                         office.agency_name.value_or("It"), "agency", office.to);
}

} // namespace

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const Office& office,
                                   const std::optional<OwnerId>& id) {
    auto problems = partnership::problems_with(office);
    if (office.agency)
        if (auto problem = problem_of_agency(db, scope, office, id))
            problems.push_back(std::move(*problem));
    const auto owner = access::owner_called(db, office.name);
    if (!owner || owner->id == id) return problems;
    if (owner->type != access::OwnerType::office)
        problems.push_back({"name", owner->type == access::OwnerType::agency
                                        ? "This is the name of [an agency] already."
                                        : "This is the name of a group already."});
    else if (id || partnership::is_office(db, owner->id))
        problems.push_back({"name", "There is an office of this name already."});
    return problems;
}

Result<Office> add(store::Db& db, const Scope& scope, Office office) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    office.name = one_line(office.name);
    if (auto problems = problems_with(db, scope, office, {}); !problems.empty())
        return invalid(std::move(problems));
    office.id = access::owner_named(db, scope, office.name, access::OwnerType::office);
    partnership::add_office(db, scope, office);
    return office;
}

Result<Office> change(store::Db& db, const Scope& scope, const Office& office) {
    auto now = TRY(find_for(db, scope, office.id, office.version));
    auto changed = office;
    changed.name = one_line(changed.name);
    changed.holders = now.holders;
    if (auto problems = problems_with(db, scope, changed, changed.id); !problems.empty())
        return invalid(std::move(problems));
    if (!same(changed, now)) TRY(partnership::save_office(db, scope, changed, "office.changed"));
    return changed;
}

Result<Office> handed_over(store::Db& db, const Scope& scope, Office office,
                           const HandOver& command) {
    Typed typed;
    Holder next{.id = scope.new_id<HolderId>(),
                .person = {},
                .known_as = one_line(command.who),
                .to = typed.day("to", command.to, false),
                .acting = command.acting,
                .note = std::string(trimmed(command.note))};
    const auto from = typed.day("from", command.from, true);
    auto person = accounts::person_called(db, next.known_as, scope.today, "who");
    if (!person) typed.problems.push_back(person.refusal().problems.front());
    if (!typed.problems.empty()) return invalid(std::move(typed.problems));
    next.from = *from;
    next.person = *person;
    if (auto left = partnership::left_empty_by(office, next, scope.today))
        return invalid("to", std::move(*left));
    partnership::hand_over(office, next);
    if (auto problems = partnership::problems_with(office, next); !problems.empty())
        return invalid(std::move(problems));
    return office;
}

Result<Done> hand_over(store::Db& db, const Scope& scope, const HandOver& command) {
    auto office = TRY(find_for(db, scope, command.office, command.version));
    office = TRY(handed_over(db, scope, std::move(office), command));
    TRY(partnership::save_office(db, scope, office, "office.handed_over"));
    signoff::tell_new_holders(db, scope, office.id, partnership::holders_for_signing);
    return Done{};
}

Result<Done> put_right(store::Db& db, const Scope& scope, const PutRight& command) {
    auto office = TRY(find_for(db, scope, command.office, command.version));
    const auto holder = std::ranges::find(office.holders, command.holder, &Holder::id);
    if (holder == office.holders.end()) return not_found();
    if (command.never_held) {
        office.holders.erase(holder);
        return partnership::save_office(db, scope, office, "office.holder_removed");
    }
    Typed typed;
    const auto from = typed.day("from", command.from, true);
    holder->to = typed.day("to", command.to, false);
    if (!typed.problems.empty()) return invalid(std::move(typed.problems));
    holder->from = *from;
    holder->acting = command.acting;
    holder->note = trimmed(command.note);
    if (auto problems = partnership::problems_with(office, *holder); !problems.empty())
        return invalid(std::move(problems));
    std::ranges::stable_sort(office.holders, {}, &Holder::from);
    TRY(partnership::save_office(db, scope, office, "office.holder_put_right"));
    signoff::tell_new_holders(db, scope, office.id, partnership::holders_for_signing);
    return Done{};
}

} // namespace openmasa::offices
