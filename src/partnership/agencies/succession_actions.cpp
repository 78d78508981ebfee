#include "partnership/agencies/succession_actions.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/agencies/succession_store.hpp"
#include <algorithm>

namespace openmasa::agencies {
namespace {

/// A succession that stands, in the version that was read, for somebody who may change it.
Result<Succession> find_for(store::Db& db, const Scope& scope, const SuccessionId& id,
                            std::int64_t version) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto succession = whole_succession(db, id);
    if (!succession || succession->is_dropped()) return not_found();
    if (succession->version != version)
        return conflict("Somebody changed this while you were reading. Look again.");
    return std::move(*succession);
}

/// Its last day is the eve, unless it ended before.
Result<Done> end_on_eve(store::Db& db, const Scope& scope, const Succession& succession) {
    auto from = find_agency(db, scope, succession.from);
    if (!from) return not_found();
    const auto eve = succession.day - std::chrono::days{1};
    if (from->to && *from->to <= eve) return Done{};
    from->to = eve;
    return save_agency(db, scope, *from);
}

bool is_agreed(const Succession& succession, const Duty& duty) {
    return std::ranges::any_of(succession.duties, [&](const AgreedDuty& agreed) {
        return agreed.outcome == SettledHow::waits && agreed.duty.key() == duty.key();
    });
}

void put_agreed(const Scope& scope, Succession& succession,
                const partnership::Agreement& agreement) {
    for (const auto& choice : agreement.choices)
        succession.duties.push_back({.id = scope.new_id<AgreedDutyId>(),
                                     .duty = choice.duty,
                                     .fate = choice.fate,
                                     .why = choice.why,
                                     .agreed_by = agreement.by,
                                     .agreed_on = typed_day(agreement.on).value_or(scope.today)});
}

Settlement settlement_of(const Succession& succession, const AgreedDuty& agreed, Day today) {
    return {.fate = agreed.fate,
            .to = {.owner = succession.to, .person = {}},
            .why = agreed.fate == Fate::ends
                       ? agreed.why
                       : reason_of(succession) + ". Agreed by " + agreed.agreed_by + ", " +
                             spoken_long(agreed.agreed_on) + ".",
            .from = std::min(succession.day, today)};
}

/// Whether a refusal stops the rest: whoever agrees is told; in the morning nobody is there to
/// tell, and what somebody else answers for by then is left to them.
enum class Refused { stops, is_noted };

Result<Done> carry_out(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                       Succession& succession, Refused refused) {
    for (auto& agreed : succession.duties) {
        if (agreed.outcome != SettledHow::waits) continue;
        const auto settled =
            settle(db, scope, features, agreed.duty, {.owner = succession.from, .person = {}},
                   settlement_of(succession, agreed, scope.today));
        if (!settled && refused == Refused::stops) return settled.refusal();
        agreed.outcome = settled ? SettledHow::done : SettledHow::elsewhere;
        agreed.settled_on = scope.today;
    }
    if (!succession.carried_out_on) succession.carried_out_on = scope.today;
    return Done{};
}

} // namespace

Result<SuccessionId> say_followed(store::Db& db, const Scope& scope, const SayFollowed& said) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    const auto from = find_agency(db, scope, said.from);
    if (!from) return not_found();
    const auto to = said.to ? find_agency(db, scope, *said.to) : std::optional<Agency>{};
    auto succession = TRY(understood(said, *from, to, all_followed(db)));
    succession.id = scope.new_id<SuccessionId>();
    add_succession(db, scope, succession);
    return succession.id;
}

OpenDuties open_to_agree(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                         const Succession& succession) {
    auto open = duties_of(db, scope, features, {.owner = succession.from, .person = {}});
    std::erase_if(open.shown, [&](const Duty& duty) { return is_agreed(succession, duty); });
    return open;
}

Result<Done> agree(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                   const AgreeDuties& command) {
    auto succession = TRY(find_for(db, scope, command.succession, command.version));
    const auto open = open_to_agree(db, scope, features, succession);
    if (auto problems = problems_with(command.agreement, open, scope.today); !problems.empty())
        return invalid(std::move(problems));
    put_agreed(scope, succession, command.agreement);
    TRY(end_on_eve(db, scope, succession));
    if (succession.day <= scope.today)
        TRY(carry_out(db, scope, features, succession, Refused::stops));
    else if (!succession.waits())
        succession.carried_out_on = succession.day; // there is nothing to pass on
    return save_succession(db, scope, succession, "succession.agreed");
}

Result<Done> drop(store::Db& db, const Scope& scope, const DropSuccession& command) {
    auto succession = TRY(find_for(db, scope, command.succession, command.version));
    if (succession.carried_out_on && *succession.carried_out_on <= scope.today)
        return invalid("why", "What was agreed has passed on already: it cannot be dropped.");
    succession.dropped_why = trimmed(command.why);
    if (succession.dropped_why.empty()) return invalid("why", "Say why it does not come to it.");
    if (succession.dropped_why.size() > longest_ground)
        return invalid("why", "This is too long: at most 1000 characters.");
    return save_succession(db, scope, succession, "succession.dropped");
}

std::string carry_out_due(store::Db& db, const Scope& scope, const std::vector<Module>& features) {
    int done = 0;
    for (const auto& id : due_successions(db, scope.today)) {
        auto succession = whole_succession(db, id);
        if (!succession) continue;
        const auto carried = carry_out(db, scope, features, *succession, Refused::is_noted);
        const bool saved =
            carried && save_succession(db, scope, *succession, "succession.carried_out");
        if (saved) ++done;
    }
    if (done == 0) return "";
    return scope.words.say(
        "Passed on what was agreed for " +
        counted(done, "[agency] that another follows", "[agencies] that others follow"));
}

} // namespace openmasa::agencies
