#include "core/signoff/actions.hpp"
#include "core/access/secret.hpp"
#include "core/notices/notice.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::signoff {
namespace {

notices::Notice about(const SignOff& sign_off, notices::Kind kind) {
    return {.kind = kind,
            .about_kind = sign_off_kind,
            .about_id = sign_off.id.view(),
            .path = sign_off.document.page};
}

/// Those whose turn it is now, but for the offices that knew already.
void tell_who_is_next(store::Db& db, const Scope& scope, const SignOff& sign_off,
                      const std::vector<OwnerId>& knew, Holders holders) {
    auto asked = about(sign_off, notices::Kind::signature_asked);
    for (const auto* next : whose_turn(sign_off)) {
        if (std::ranges::count(knew, next->office)) continue;
        for (const auto& holder : holders(db, next->office, scope.today)) {
            asked.person = holder.person;
            notices::tell(db, scope, asked);
        }
    }
}

void tell_who_offered(store::Db& db, const Scope& scope, const SignOff& sign_off) {
    if (!sign_off.offered_by) return;
    auto answered = about(sign_off, notices::Kind::answered);
    answered.person = sign_off.offered_by;
    notices::tell(db, scope, answered);
}

std::vector<OwnerId> offices_of(const std::vector<const Asked*>& all) {
    std::vector<OwnerId> offices;
    for (const auto* one : all) offices.push_back(one->office);
    return offices;
}

/// As what this person signs or sends back; not found for whoever does not hold the office.
Result<Holder> holder_for(store::Db& db, const Scope& scope, const OwnerId& office,
                          Holders holders) {
    if (!scope.person) return not_found();
    const auto all = holders(db, office, scope.today);
    const auto* held = as_holder(all, *scope.person);
    if (!held) return not_found();
    return *held;
}

std::vector<Problem> problems_with_words(const std::string& why, std::string_view ask) {
    if (trimmed(why).empty()) return {{"why", std::string(ask)}};
    if (why.size() > longest_words)
        return {{"why", fmt::format("This is too long: at most {} characters.", longest_words)}};
    return {};
}

std::string why_it_has_ended(State state) {
    switch (state) {
    case State::open: return {};
    case State::signed_by_all: return "Everybody has signed it: it cannot change any more.";
    case State::sent_back: return "It was sent back already.";
    case State::withdrawn: return "It was withdrawn already.";
    }
    return {};
}

/// While it waits for somebody.
Result<SignOff> find_open(store::Db& db, const SignOffId& id) {
    auto found = find(db, id);
    if (!found) return not_found();
    const auto state = state_of(*found);
    if (state != State::open) return conflict(why_it_has_ended(state));
    return std::move(*found);
}

} // namespace

Result<SignOff> offer(store::Db& db, const Scope& scope, Document document,
                      std::vector<Asked> asked, Holders holders) {
    if (auto problems = problems_with(document, asked); !problems.empty())
        return invalid(std::move(problems));
    const auto earlier = of_record(db, document.kind, document.id);
    if (!earlier.empty() && state_of(earlier.front()) == State::open)
        return conflict("An earlier version waits to be signed. Withdraw it first.");
    if (!earlier.empty())
        document.version = std::max(document.version, earlier.front().document.version + 1);
    std::ranges::stable_sort(asked, {}, &Asked::stage);
    SignOff made{.id = scope.new_id<SignOffId>(),
                 .document = std::move(document),
                 .digest = {},
                 .offered_by = scope.person,
                 .offered_at = scope.now,
                 .asked = std::move(asked)};
    made.digest = sha256(made.document.content);
    add(db, scope, made);
    tell_who_is_next(db, scope, made, {}, holders);
    return made;
}

int tell_new_holders(store::Db& db, const Scope& scope, const OwnerId& office, Holders holders) {
    int told = 0;
    for (const auto& waiting : open_ones_of(db, office)) {
        const auto turn = whose_turn(waiting);
        if (!std::ranges::count(turn, office, &Asked::office)) continue;
        auto asked = about(waiting, notices::Kind::signature_asked);
        for (const auto& holder : holders(db, office, scope.today)) {
            if (notices::was_told(db, holder.person, asked.kind, asked.about_id,
                                  turn_began(waiting)))
                continue;
            asked.person = holder.person;
            notices::tell(db, scope, asked);
            ++told;
        }
    }
    return told;
}

int tell_new_holders(store::Db& db, const Scope& scope, Holders holders) {
    int told = 0;
    for (const auto& office : offices_asked(db))
        told += tell_new_holders(db, scope, office, holders);
    return told;
}

Result<SignOff> sign(store::Db& db, const Scope& scope, const SignOffId& id, const Signing& signing,
                     std::string_view content, Holders holders) {
    auto found = find(db, id);
    if (!found || !asked_of(*found, signing.office)) return not_found();
    const auto holder = TRY(holder_for(db, scope, signing.office, holders));
    if (auto problems = problems_with(*found, signing, content); !problems.empty())
        return invalid(std::move(problems));
    const auto knew = offices_of(whose_turn(*found));
    TRY(add_signature(db, scope, *found,
                      {.office = signing.office,
                       .person = holder.person,
                       .known_as = holder.known_as,
                       .acting = holder.acting,
                       .digest = found->digest,
                       .words = sentence(*found, *asked_of(*found, signing.office), holder),
                       .at = scope.now}));
    tell_who_is_next(db, scope, *found, knew, holders);
    if (state_of(*found) == State::signed_by_all) tell_who_offered(db, scope, *found);
    return std::move(*found);
}

Result<SignOff> send_back(store::Db& db, const Scope& scope, const SendBack& command,
                          Holders holders) {
    const auto holder = TRY(holder_for(db, scope, command.office, holders));
    auto found = TRY(find_open(db, command.id));
    if (!asked_of(found, command.office)) return not_found();
    if (auto problems = problems_with_words(command.why, "Say what is to change.");
        !problems.empty())
        return invalid(std::move(problems));
    TRY(add_end(db, scope, found,
                {.how = Ending::sent_back,
                 .person = holder.person,
                 .known_as = holder.known_as,
                 .office = command.office,
                 .why = std::string(trimmed(command.why)),
                 .at = scope.now}));
    tell_who_offered(db, scope, found);
    return found;
}

Result<SignOff> withdraw(store::Db& db, const Scope& scope, const SignOffId& id,
                         const std::string& why) {
    auto found = TRY(find_open(db, id));
    if (auto problems = problems_with_words(why, "Say why it is withdrawn."); !problems.empty())
        return invalid(std::move(problems));
    TRY(add_end(db, scope, found,
                {.how = Ending::withdrawn,
                 .person = scope.person,
                 .known_as = scope.known_as,
                 .why = std::string(trimmed(why)),
                 .at = scope.now}));
    return found;
}

} // namespace openmasa::signoff
