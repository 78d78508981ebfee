#include "core/accounts/record_link.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest_name = 200;

constexpr Query<None(RecordLinkId, std::string_view, std::string_view, std::string_view, PersonId,
                     std::optional<PersonId>, Moment, Moment)>
    insert_link{"accounts.add_record_link", R"sql(
    INSERT INTO record_link (id, secret_hash, purpose, record_id, person_id, given_by, given_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
constexpr Query<RecordLink(std::string_view, std::string_view, Moment)> find_open_link{
    "accounts.find_record_link", R"sql(
    SELECT k.id, k.purpose, k.record_id, k.person_id, h.known_as, coalesce(g.known_as, 'Command line'),
           k.given_at, k.expires_at, k.last_used_at, k.uses, k.revoked_at
    FROM record_link k JOIN person h ON h.id = k.person_id LEFT JOIN person g ON g.id = k.given_by
    WHERE k.purpose = $1 AND k.secret_hash = $2 AND k.expires_at > $3 AND k.revoked_at IS NULL)sql"};
constexpr Query<RecordLink(std::string_view, RecordLinkId)> find_link_by_id{
    "accounts.find_record_link_by_id", R"sql(
    SELECT k.id, k.purpose, k.record_id, k.person_id, h.known_as, coalesce(g.known_as, 'Command line'),
           k.given_at, k.expires_at, k.last_used_at, k.uses, k.revoked_at
    FROM record_link k JOIN person h ON h.id = k.person_id LEFT JOIN person g ON g.id = k.given_by
    WHERE k.purpose = $1 AND k.id = $2)sql"};
constexpr Query<RecordLink(std::string_view, std::string_view)> list_links_of{
    "accounts.record_links_of", R"sql(
    SELECT k.id, k.purpose, k.record_id, k.person_id, h.known_as, coalesce(g.known_as, 'Command line'),
           k.given_at, k.expires_at, k.last_used_at, k.uses, k.revoked_at
    FROM record_link k JOIN person h ON h.id = k.person_id LEFT JOIN person g ON g.id = k.given_by
    WHERE k.purpose = $1 AND k.record_id = $2 ORDER BY k.given_at DESC, k.id DESC)sql"};
constexpr Query<RecordLink(std::string_view, int)> list_links_given{"accounts.record_links_given",
                                                                    R"sql(
    SELECT k.id, k.purpose, k.record_id, k.person_id, h.known_as, coalesce(g.known_as, 'Command line'),
           k.given_at, k.expires_at, k.last_used_at, k.uses, k.revoked_at
    FROM record_link k JOIN person h ON h.id = k.person_id LEFT JOIN person g ON g.id = k.given_by
    WHERE k.purpose = $1 ORDER BY k.given_at DESC, k.id DESC LIMIT $2)sql"};
constexpr Query<None(RecordLinkId, Moment, std::optional<PersonId>)> update_revoked{
    "accounts.revoke_record_link", R"sql(
    UPDATE record_link SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL)sql"};
constexpr Query<std::string(PersonId, Moment)> list_open_given_by{"accounts.open_links_given_by",
                                                                  R"sql(
    SELECT id FROM record_link WHERE given_by = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY id)sql"};
constexpr Query<None(RecordLinkId, Moment)> update_used{
    "accounts.note_record_link_used",
    "UPDATE record_link SET last_used_at = $2, uses = uses + 1 WHERE id = $1"};

void tell(store::Db& db, const Scope& scope, std::string_view verb, const RecordLinkId& id) {
    audit::record(db, scope, {.verb = verb, .kind = "link", .id = id.view(), .content = {}});
}

} // namespace

std::vector<Problem> link_problems(const GiveLink& command) {
    std::vector<Problem> problems;
    const auto name = trimmed(command.holder_name);
    if (name.empty())
        problems.push_back({"holder", "Say who will answer: the office and the [agency]."});
    if (name.size() > longest_name)
        problems.push_back({"holder", "This is too long: at most 200 characters."});
    if (!command.email.empty() && !is_email(command.email))
        problems.push_back({"email", "Enter an e-mail address, like name@example.org."});
    if (command.days < 1 || command.days > command.longest_days)
        problems.push_back({"days", "Choose how long the link works."});
    return problems;
}

Result<std::string> give_link(store::Db& db, const Scope& scope, const GiveLink& command) {
    if (auto problems = link_problems(command); !problems.empty())
        return invalid(std::move(problems));
    const auto holder = command.holder.value_or(scope.new_id<PersonId>());
    if (!command.holder) add_person(db, holder, one_line(command.holder_name), scope.now);
    const auto id = scope.new_id<RecordLinkId>();
    auto secret = new_secret(*scope.randomness);
    db.run(insert_link, id, sha256(secret), command.purpose, command.record, holder, scope.person,
           scope.now, scope.now + std::chrono::hours{24} * command.days);
    tell(db, scope, "link.given", id);
    return secret;
}

Result<RecordLink> revoke_link(store::Db& db, const Scope& scope, std::string_view purpose,
                               const RecordLinkId& id) {
    auto link = db.one(find_link_by_id, purpose, id);
    if (!link || !link->is_open(scope.now)) return not_found();
    db.run(update_revoked, id, scope.now, scope.person);
    tell(db, scope, "link.revoked", id);
    return std::move(*link);
}

void revoke_links_given_by(store::Db& db, const Scope& scope, const PersonId& giver) {
    for (const auto& text : db.all(list_open_given_by, giver, scope.now)) {
        const auto id = RecordLinkId::unchecked(text);
        db.run(update_revoked, id, scope.now, scope.person);
        tell(db, scope, "link.revoked", id);
    }
}

void note_link_used(store::Db& db, const Scope& scope, const RecordLink& link) {
    db.run(update_used, link.id, scope.now);
    tell(db, scope, "link.used", link.id);
}

std::optional<RecordLink> find_link(store::Db& db, std::string_view purpose,
                                    std::string_view secret, Moment now) {
    return db.one(find_open_link, purpose, sha256(secret), now);
}

std::vector<RecordLink> links_of(store::Db& db, std::string_view purpose, std::string_view record) {
    return db.all(list_links_of, purpose, record);
}

std::vector<RecordLink> links_given(store::Db& db, std::string_view purpose, int most) {
    return db.all(list_links_given, purpose, most);
}

Scope scope_of_link(const Scope& visitor, const RecordLink& link, std::vector<Holding> rights) {
    Scope scope = visitor;
    scope.person = link.holder;
    scope.account.reset();
    scope.known_as = link.holder_name;
    scope.holdings = std::move(rights);
    return scope;
}

} // namespace openmasa::accounts
