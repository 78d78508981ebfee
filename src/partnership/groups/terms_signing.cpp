#include "partnership/groups/terms_signing.hpp"
#include "core/access/secret.hpp"
#include "kernel/text.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_actions.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::TermsId;
using partnership::TermsSigning;
using signoff::SignOff;
using store::Query;

constexpr Query<signoff::Holder(OwnerId, Day)> list_signing{"groups.signing_for", R"sql(
    SELECT p.id AS person_id, p.known_as, 0 AS acting
    FROM group_member m JOIN person p ON p.id = m.person_id JOIN group_seat s ON s.id = m.seat_id
    WHERE m.seat_id = $1 AND m.part = 'member' AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day >= $2)
      AND (s.from_day IS NULL OR s.from_day <= $2) AND (s.to_day IS NULL OR s.to_day >= $2)
    UNION
    SELECT p.id AS person_id, p.known_as, h.acting AS acting
    FROM office_holder h JOIN person p ON p.id = h.person_id JOIN office f ON f.id = h.office_id
         LEFT JOIN group_seat s ON s.id = $1
    WHERE h.office_id = coalesce(s.holder_id, $1) AND h.from_day <= $2
      AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (f.from_day IS NULL OR f.from_day <= $2) AND (f.to_day IS NULL OR f.to_day >= $2)
    ORDER BY acting, person_id)sql"};
constexpr Query<OwnerId(PersonId, Day)> list_signs_as{"groups.signs_as", R"sql(
    SELECT h.office_id AS owner_id FROM office_holder h JOIN office f ON f.id = h.office_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (f.from_day IS NULL OR f.from_day <= $2) AND (f.to_day IS NULL OR f.to_day >= $2)
    UNION
    SELECT s.id AS owner_id FROM group_seat s JOIN office_holder h ON h.office_id = s.holder_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (s.from_day IS NULL OR s.from_day <= $2) AND (s.to_day IS NULL OR s.to_day >= $2)
    UNION
    SELECT m.seat_id AS owner_id FROM group_member m JOIN group_seat s ON s.id = m.seat_id
    WHERE m.person_id = $1 AND m.part = 'member' AND m.from_day <= $2
      AND (m.to_day IS NULL OR m.to_day >= $2)
      AND (s.from_day IS NULL OR s.from_day <= $2) AND (s.to_day IS NULL OR s.to_day >= $2)
    ORDER BY owner_id)sql"};

/// A version that was signed, beside the hash of what was signed.
struct SignedRow {
    OwnerId group;
    std::string group_name;
    int number;
    std::string words;
    std::optional<std::string> file_name, file_digest, digest;
};
constexpr Query<SignedRow()> list_signed{"groups.signed_terms", R"sql(
    SELECT t.group_id, o.name, t.number, t.words, f.name, c.digest, s.digest
    FROM group_terms t JOIN owner o ON o.id = t.group_id
         LEFT JOIN attachment f ON f.id = t.file_id LEFT JOIN file c ON c.id = f.file_id
         LEFT JOIN sign_off s ON s.kind = 'group_terms' AND s.record_id = t.group_id
                             AND s.document_version = t.number
    WHERE t.signing = 'signed' ORDER BY t.id)sql"};

/// A version that waits, of a group that this person may see.
struct Waiting {
    Group group;
    TermsId id;
    SignOff sign_off;
    Terms& terms() { return *std::ranges::find(group.terms, id, &Terms::id); }
};
Result<Waiting> waiting_for(store::Db& db, Group group, const TermsId& id) {
    const auto* waits = waiting_in(group);
    if (!waits || waits->id != id) return not_found();
    auto sign_off = sign_off_of(db, group, *waits);
    if (!sign_off) return not_found();
    return Waiting{std::move(group), id, std::move(*sign_off)};
}
Result<Waiting> find_waiting(store::Db& db, const Scope& scope, const OwnerId& id,
                             const TermsId& terms) {
    auto group = partnership::find_group(db, scope, id, scope.today);
    if (!group) return not_found();
    return waiting_for(db, std::move(*group), terms);
}

/// It never counted; its words go on as a draft.
Result<Done> come_back(store::Db& db, const Scope& scope, Waiting& waiting, TermsSigning how,
                       std::string_view verb) {
    auto& terms = waiting.terms();
    terms.signing = how;
    Terms draft = terms;
    draft.id = scope.new_id<TermsId>();
    draft.number = static_cast<int>(waiting.group.terms.size()) + 1;
    draft.signing.reset();
    waiting.group.terms.push_back(std::move(draft));
    return partnership::save_group(db, scope, waiting.group, verb);
}

Result<Done> check_held(store::Db& db, const std::vector<signoff::Asked>& signers, Day today) {
    for (const auto& one : signers)
        if (signing_for(db, one.office, today).empty())
            return invalid("", fmt::format("Nobody could sign as {}: nobody holds that today. Say "
                                           "who does, or name another office.",
                                           one.name));
    return Done{};
}

} // namespace

std::vector<signoff::Holder> signing_for(store::Db& db, const OwnerId& owner, Day on) {
    return db.all(list_signing, owner, on);
}

std::vector<OwnerId> signs_as(store::Db& db, const PersonId& person, Day on) {
    return db.all(list_signs_as, person, on);
}

std::optional<SignOff> sign_off_of(store::Db& db, const Group& group, const Terms& terms) {
    if (!terms.signing) return std::nullopt;
    for (auto& one : signoff::of_record(db, terms_kind, group.id.view()))
        if (one.document.version == terms.number) return std::move(one);
    return std::nullopt;
}

Result<Done> offer_terms(store::Db& db, const Scope& scope, const OfferTerms& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    const auto terms = std::ranges::find(group.terms, command.terms, &Terms::id);
    if (terms == group.terms.end() || !is_draft(*terms)) return not_found();
    if (auto why = why_not_signed(group, *terms, scope.today); !why.empty())
        return invalid("", std::move(why));
    auto signers = signers_of(group, *terms, scope.today);
    TRY(check_held(db, signers, scope.today));
    TRY(signoff::offer(
        db, scope,
        {.kind = std::string(terms_kind),
         .id = group.id.str(),
         .version = terms->number,
         .title = title_of(group),
         .page = fmt::format("/groups/{}/terms/{}", group.id.view(), terms->id.view()),
         .content = bytes_of(group.id, *terms)},
        std::move(signers), signing_for));
    terms->signing = TermsSigning::asked;
    return partnership::save_group(db, scope, group, "group.terms_offered");
}

Result<Done> sign_terms(store::Db& db, const Scope& scope, const SignTerms& command) {
    auto waiting = TRY(find_waiting(db, scope, command.group, command.terms));
    auto& terms = waiting.terms();
    const auto after = TRY(signoff::sign(db, scope, waiting.sign_off.id, command.signing,
                                         bytes_of(waiting.group.id, terms), signing_for));
    if (state_of(after) != signoff::State::signed_by_all) return Done{};
    terms.signing = TermsSigning::signed_by_all;
    const auto& last = *asked_of(after, command.signing.office);
    TRY(put_in_force(db, scope, waiting.group, terms, {scope.today, last.office, last.name}));
    return partnership::save_group(db, scope, waiting.group, "group.terms_signed");
}

Result<Done> send_terms_back(store::Db& db, const Scope& scope, const SendTermsBack& command) {
    auto waiting = TRY(find_waiting(db, scope, command.group, command.terms));
    TRY(signoff::send_back(db, scope, {waiting.sign_off.id, command.office, command.why},
                           signing_for));
    return come_back(db, scope, waiting, TermsSigning::sent_back, "group.terms_sent_back");
}

Result<Done> take_terms_back(store::Db& db, const Scope& scope, const TakeTermsBack& command) {
    auto group = TRY(find_for(db, scope, command.group, command.version));
    auto waiting = TRY(waiting_for(db, std::move(group), command.terms));
    TRY(signoff::withdraw(db, scope, waiting.sign_off.id, command.why));
    return come_back(db, scope, waiting, TermsSigning::taken_back, "group.terms_taken_back");
}

void verify_signed_terms(store::Db& db, audit::Verdict& verdict) {
    db.each(list_signed, [&](SignedRow&& row) {
        const Terms terms{.id = {},
                          .number = row.number,
                          .words = std::move(row.words),
                          .file_name = row.file_name.value_or(""),
                          .file_digest = row.file_digest.value_or("")};
        if (row.digest && *row.digest == sha256(bytes_of(row.group, terms))) return;
        verdict.faults.push_back(
            fmt::format("Version {} of the terms of reference of {} is not what was signed: "
                        "somebody changed it behind the program.",
                        row.number, row.group_name));
    });
}

} // namespace openmasa::groups
