#pragma once
// Tokens for other programs: `Authorization: Bearer TOKEN` on the GET of a download (CSV, JSON,
// XLSX) and nowhere else. A token lends some of its person's permissions until a day; it is shown
// once and kept as its digest. It ends with the account, and shrinks with the person's roles.
#include "core/routing/context.hpp"
#include "kernel/result.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::accounts {

struct ApiToken {
    ApiTokenId id;
    std::string name;
    std::vector<Permission> permissions;
    Moment made_at{}, expires_at{};
    std::optional<Moment> last_used_at;
    std::optional<Moment> revoked_at;

    bool is_open(Moment now) const { return !revoked_at && now < expires_at; }
};

struct MakeToken {
    std::string name;
    std::vector<Permission> permissions;
    int days = 90;
};
/// The permissions that this person can lend.
std::vector<Permission> permissions_to_lend(const Scope& scope);

// Inside atomically(), each with its audit entry.
/// The token itself. Problems belong to "name", "permissions" and "days".
Result<std::string> make_token(store::Db& db, const Scope& scope, const MakeToken& command);
/// Only one's own; not found when it is no longer open.
Result<Done> revoke_token(store::Db& db, const Scope& scope, const ApiTokenId& id);

std::vector<ApiToken> tokens_of(store::Db& db, const AccountId& account);

/// Whether the request offers a token, good or not.
bool offers_token(const http::Request& request);
/// Fills the context's scope from the token; false when it is not known, ended, or taken back.
bool recognise_token(Context& context);
/// "/plans/{id}/actions.csv": what a token may ask for.
bool is_download(std::string_view pattern);
/// Notes that the token was used, at most every few minutes, after the answer is made.
void note_token_use(Context& context);

} // namespace openmasa::accounts
