#include "core/accounts/outside_identity.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/security_notices.hpp"
#include "core/audit/newest.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest = 255;

struct JoinedRow {
    OutsideIdentityId id;
    std::string issuer, subject;
    Moment joined_at;
    std::optional<Moment> last_used_at;
};
constexpr Query<JoinedRow(AccountId)> list_identities{"accounts.outside_identities", R"sql(
    SELECT id, issuer, subject, joined_at, last_used_at FROM outside_identity
    WHERE account_id = $1 AND ended_at IS NULL ORDER BY joined_at, id)sql"};
struct FoundRow {
    OutsideIdentityId id;
    AccountId account;
};
constexpr Query<FoundRow(std::string_view, std::string_view)> find_open{
    "accounts.find_outside_identity", R"sql(
    SELECT id, account_id FROM outside_identity
    WHERE issuer = $1 AND subject = $2 AND ended_at IS NULL)sql"};
constexpr Query<None(OutsideIdentityId, AccountId, std::string_view, std::string_view, Moment)>
    insert_identity{"accounts.join_outside_identity", R"sql(
    INSERT INTO outside_identity (id, account_id, issuer, subject, joined_at)
    VALUES ($1, $2, $3, $4, $5))sql"};
constexpr Query<None(OutsideIdentityId, AccountId, Moment)> update_identity_ended{
    "accounts.end_outside_identity", R"sql(
    UPDATE outside_identity SET ended_at = $3 WHERE id = $1 AND account_id = $2 AND ended_at IS NULL)sql"};
constexpr Query<None(OutsideIdentityId, Moment)> update_identity_used{
    "accounts.use_outside_identity", "UPDATE outside_identity SET last_used_at = $2 WHERE id = $1"};
constexpr Query<None(std::string_view)> update_second_step_outside{
    "accounts.second_step_outside",
    "UPDATE session SET second_step_outside = 1 WHERE secret_hash = $1"};

/// As its history keeps it; all as text, so that nothing is read more kindly than it is written.
struct WholeRow {
    std::string id, subject, issuer, account, ended;
};
constexpr Query<WholeRow(OutsideIdentityId)> find_whole{"accounts.whole_outside_identity", R"sql(
    SELECT id, subject, issuer, account_id, coalesce(ended_at, '') FROM outside_identity WHERE id = $1)sql"};
constexpr Query<WholeRow()> list_whole{"accounts.every_outside_identity", R"sql(
    SELECT id, subject, issuer, account_id, coalesce(ended_at, '') FROM outside_identity ORDER BY id)sql"};

audit::Content content_of(const WholeRow& row) {
    return {{"Subject", row.subject},
            {"Issuer", row.issuer},
            {"Account", row.account},
            {"Ended", row.ended}};
}

/// The header's words when it is there once.
std::string_view only_header(const http::Request& request, std::string_view name) {
    std::string_view found;
    int times = 0;
    for (const auto& header : request.headers)
        if (http::same_name(header.name, name)) {
            found = header.value;
            ++times;
        }
    return times == 1 ? trimmed(found) : std::string_view();
}

bool is_visible_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

std::vector<Problem> problems_with(store::Db& db, const OutsideIdentity& identity) {
    std::vector<Problem> problems;
    const auto& [issuer, subject] = identity;
    if (!issuer.starts_with("https://") || issuer.size() > longest || !is_visible_ascii(issuer))
        problems.push_back({"issuer", "Enter the issuer as an address that starts with https://."});
    if (subject.empty() || subject.size() > longest || !is_visible_ascii(subject))
        problems.push_back({"subject", "Enter the subject: up to 255 letters, digits and signs, "
                                       "without spaces."});
    if (problems.empty() && db.one(find_open, issuer, subject))
        problems.push_back({"subject", "This identity opens an account already. End it there "
                                       "first."});
    return problems;
}

void record(store::Db& db, const Scope& scope, std::string_view verb, const OutsideIdentityId& id) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "outside_identity",
                   .id = id.view(),
                   .version = audit::next_version(db, "outside_identity", id.view()),
                   .content = content_of(*db.one(find_whole, id))});
}

} // namespace

bool OutsideDoor::did_second_step(const OutsideIdentity& who) const {
    return std::ranges::count(with_second_step, who.issuer) > 0;
}

std::optional<OutsideIdentity> outside_identity_of(const http::Request& request,
                                                   const OutsideDoor* door) {
    if (!door || door->secret.size() < shortest_outside_secret) return std::nullopt;
    if (!same_secret(only_header(request, "X-OpenMASA-Secret"), door->secret)) return std::nullopt;
    return OutsideIdentity{std::string(only_header(request, "X-OpenMASA-Issuer")),
                           std::string(only_header(request, "X-OpenMASA-Subject"))};
}

std::vector<JoinedIdentity> identities_of(store::Db& db, const AccountId& account) {
    std::vector<JoinedIdentity> all;
    for (auto& row : db.all(list_identities, account))
        all.push_back({.id = row.id,
                       .identity = {std::move(row.issuer), std::move(row.subject)},
                       .joined_at = row.joined_at,
                       .last_used_at = row.last_used_at});
    return all;
}

std::optional<Opened> account_of(store::Db& db, const OutsideIdentity& identity) {
    const auto found = db.one(find_open, identity.issuer, identity.subject);
    auto account = found ? find_account(db, found->account) : std::nullopt;
    if (!account || account->ended) return std::nullopt;
    return Opened{found->id, std::move(*account)};
}

Result<Done> join_identity(store::Db& db, const Scope& scope, const JoinIdentity& command) {
    if (auto problems = problems_with(db, command.identity); !problems.empty())
        return invalid(std::move(problems));
    const auto id = scope.new_id<OutsideIdentityId>();
    const auto& [issuer, subject] = command.identity;
    db.run(insert_identity, id, command.account, issuer, subject, scope.now);
    record(db, scope, "outside_identity.joined", id);
    tell_of_security_change(db, scope, command.account);
    return Done{};
}

Result<Done> end_identity(store::Db& db, const Scope& scope, const AccountId& account,
                          const OutsideIdentityId& id, const std::optional<SessionId>& but) {
    if (db.run(update_identity_ended, id, account, scope.now) == 0) return not_found();
    if (but)
        end_other_sessions_of(db, account, *but, scope.now);
    else
        end_sessions_of(db, account, scope.now);
    record(db, scope, "outside_identity.ended", id);
    tell_of_security_change(db, scope, account);
    return Done{};
}

void end_identities(store::Db& db, const Scope& scope, const AccountId& account) {
    for (const auto& one : identities_of(db, account)) {
        db.run(update_identity_ended, one.id, account, scope.now);
        record(db, scope, "outside_identity.ended", one.id);
    }
}

void note_identity_use(store::Db& db, const Scope& scope, const OutsideIdentityId& id) {
    db.run(update_identity_used, id, scope.now);
    audit::record(db, scope,
                  {.verb = "outside_identity.used",
                   .kind = "outside_identity",
                   .id = id.view(),
                   .content = {}});
}

void mark_second_step_outside(store::Db& db, std::string_view secret_hash) {
    db.run(update_second_step_outside, secret_hash);
}

void verify_identities(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "outside_identity");
    db.each(list_whole, [&](WholeRow&& row) {
        newest.compare({.id = row.id, .content = content_of(row)}, verdict);
    });
    newest.report_missing(verdict);
}

} // namespace openmasa::accounts
