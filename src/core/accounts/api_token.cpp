#include "core/accounts/api_token.hpp"
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/two_step.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

constexpr int longest_days = 366;
constexpr std::size_t longest_name = 200;
constexpr std::string_view scheme = "Bearer ";

struct TokenRow {
    ApiTokenId id;
    std::string name, permissions;
    Moment made_at, expires_at;
    std::optional<Moment> last_used_at, revoked_at;
};
struct TokenHolder {
    ApiTokenId id;
    PersonId person;
    std::string known_as, permissions;
    std::optional<Moment> last_used_at;
    bool has_two_step = false;
};

constexpr Query<None(ApiTokenId, AccountId, std::string_view, std::string_view, std::string_view,
                     Moment, Moment)>
    insert_token{"accounts.add_token", R"sql(
    INSERT INTO api_token (id, account_id, name, secret_hash, permissions, made_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
constexpr Query<TokenRow(AccountId)> list_tokens{"accounts.tokens_of", R"sql(
    SELECT id, name, permissions, made_at, expires_at, last_used_at, revoked_at FROM api_token
    WHERE account_id = $1 ORDER BY made_at DESC, id DESC)sql"};
constexpr Query<TokenHolder(std::string_view, Moment)> find_open_token{"accounts.find_token", R"sql(
    SELECT k.id, a.person_id, p.known_as, k.permissions, k.last_used_at, t.confirmed_at IS NOT NULL
    FROM api_token k JOIN account a ON a.id = k.account_id JOIN person p ON p.id = a.person_id
    LEFT JOIN account_totp t ON t.account_id = a.id
    WHERE k.secret_hash = $1 AND k.expires_at > $2 AND k.revoked_at IS NULL AND a.ended_at IS NULL)sql"};
constexpr Query<None(ApiTokenId, AccountId, Moment)> update_token_revoked{"accounts.revoke_token",
                                                                          R"sql(
    UPDATE api_token SET revoked_at = $3
    WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > $3)sql"};
constexpr Query<None(ApiTokenId, Moment)> update_token_used{
    "accounts.note_token_use", "UPDATE api_token SET last_used_at = $2 WHERE id = $1"};

std::string written(const std::vector<Permission>& permissions) {
    std::vector<std::string> names;
    for (auto permission : permissions) names.emplace_back(to_text(permission));
    return join(names, " ");
}

/// A permission that this program no longer has is lent no longer.
std::vector<Permission> read_permissions(std::string_view text) {
    std::vector<Permission> permissions;
    for (auto name : split(text, ' '))
        for (auto permission : all_permissions)
            if (to_text(permission) == name) permissions.push_back(permission);
    return permissions;
}

std::vector<Problem> problems_with(const Scope& scope, const MakeToken& command) {
    std::vector<Problem> problems;
    const auto name = trimmed(command.name);
    if (name.empty()) problems.push_back({"name", "Say which program it is for."});
    if (name.size() > longest_name)
        problems.push_back({"name", "This is too long: at most 200 characters."});
    const auto lent = permissions_to_lend(scope);
    if (command.permissions.empty())
        problems.push_back({"permissions", "Choose at least one thing that it may do."});
    for (auto permission : command.permissions)
        if (std::ranges::count(lent, permission) == 0)
            problems.push_back({"permissions", "Nobody can lend what they may not do themselves."});
    if (command.days < 1 || command.days > longest_days)
        problems.push_back({"days", "Choose how long it works."});
    return problems;
}

void tell(store::Db& db, const Scope& scope, std::string_view verb, const ApiTokenId& id) {
    audit::record(db, scope, {.verb = verb, .kind = "token", .id = id.view(), .content = {}});
}

} // namespace

std::vector<Permission> permissions_to_lend(const Scope& scope) {
    std::vector<Permission> lent;
    for (auto permission : all_permissions) {
        const bool of_anybody =
            permission == Permission::anyone || permission == Permission::own_account;
        if (!of_anybody && scope.may(permission)) lent.push_back(permission);
    }
    return lent;
}

Result<std::string> make_token(store::Db& db, const Scope& scope, const MakeToken& command) {
    if (auto problems = problems_with(scope, command); !problems.empty())
        return invalid(std::move(problems));
    const auto id = scope.new_id<ApiTokenId>();
    auto secret = new_secret(*scope.randomness);
    db.run(insert_token, id, *scope.account, one_line(command.name), sha256(secret),
           written(command.permissions), scope.now,
           scope.now + std::chrono::hours{24} * command.days);
    tell(db, scope, "token.made", id);
    return secret;
}

Result<Done> revoke_token(store::Db& db, const Scope& scope, const ApiTokenId& id) {
    if (db.run(update_token_revoked, id, *scope.account, scope.now) != 1) return not_found();
    tell(db, scope, "token.revoked", id);
    return Done{};
}

std::vector<ApiToken> tokens_of(store::Db& db, const AccountId& account) {
    std::vector<ApiToken> tokens;
    for (auto& row : db.all(list_tokens, account))
        tokens.push_back({.id = row.id,
                          .name = std::move(row.name),
                          .permissions = read_permissions(row.permissions),
                          .made_at = row.made_at,
                          .expires_at = row.expires_at,
                          .last_used_at = row.last_used_at,
                          .revoked_at = row.revoked_at});
    return tokens;
}

bool offers_token(const http::Request& request) {
    return starts_with_ignoring_case(request.header("Authorization"), scheme);
}

bool recognise_token(Context& context) {
    const auto offered = trimmed(context.request.header("Authorization").substr(scheme.size()));
    const auto now = context.scope.now;
    auto found = context.db.one(find_open_token, sha256(offered), now);
    if (!found) return false;
    auto& scope = context.scope;
    scope.person = found->person;
    scope.known_as = std::move(found->known_as);
    scope.holdings = access::holdings_of(context.db, found->person, scope.today);
    if (!found->has_two_step && needs_two_step(scope.holdings)) scope.holdings.clear();
    scope.only_for = read_permissions(found->permissions);
    const bool is_due = !found->last_used_at || now - *found->last_used_at >= use_is_noted_every;
    context.token = OpenToken{.id = found->id, .note_is_due = is_due};
    return true;
}

bool is_download(std::string_view pattern) {
    return pattern.ends_with(".csv") || pattern.ends_with(".json") || pattern.ends_with(".xlsx") ||
           pattern.ends_with(".docx") || pattern.ends_with(".ics");
}

void note_token_use(Context& context) {
    if (!context.token || !context.token->note_is_due) return;
    try {
        (void)context.db.atomically([&]() -> Result<Done> {
            context.db.run(update_token_used, context.token->id, context.scope.now);
            return Done{};
        });
    } catch (const store::Fault&) {
        // Reading goes on when nothing can be written; the page of tokens then says an older time.
    }
}

} // namespace openmasa::accounts
