#pragma once
// Who somebody is elsewhere: an issuer and the subject that it calls them, as OpenID Connect names
// them. An account can be joined with such identities; a reverse proxy that has signed the person
// in says which one it is, and proves with a secret that it is the proxy.
// Source: OpenID Connect Core 1.0, section 2 (iss: an https address; sub: at most 255 ASCII
// characters, case-sensitive).
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "kernel/result.hpp"
#include "web/http/message.hpp"

namespace openmasa::accounts {

struct OutsideIdentityKind;
using OutsideIdentityId = Id<OutsideIdentityKind>;

struct OutsideIdentity {
    std::string issuer, subject;
    friend bool operator==(const OutsideIdentity&, const OutsideIdentity&) = default;
};

/// How the proxy proves that it is the proxy, and which issuers ask for a second step themselves.
struct OutsideDoor {
    std::string secret;
    std::vector<std::string> with_second_step;
    bool did_second_step(const OutsideIdentity& who) const;
};
/// What is too short to be a secret opens nothing.
inline constexpr std::size_t shortest_outside_secret = 32;

/// Whom the proxy says that it has signed in, by the headers X-OpenMASA-Issuer and
/// X-OpenMASA-Subject. Nothing without a door, without the right X-OpenMASA-Secret, or when a
/// header is there twice: then no proxy of ours has asked. An identity without words is one that
/// the proxy did not tell.
std::optional<OutsideIdentity> outside_identity_of(const http::Request& request,
                                                   const OutsideDoor* door);

struct JoinedIdentity {
    OutsideIdentityId id;
    OutsideIdentity identity;
    Moment joined_at{};
    std::optional<Moment> last_used_at;
};
/// Those that open the account now, oldest first.
std::vector<JoinedIdentity> identities_of(store::Db& db, const AccountId& account);

/// The open account that an identity opens.
struct Opened {
    OutsideIdentityId id;
    Account account;
};
std::optional<Opened> account_of(store::Db& db, const OutsideIdentity& identity);

// Inside submit(). Each is in the log, and told to whose account it is.

struct JoinIdentity {
    AccountId account;
    OutsideIdentity identity;
};
/// Refused, by the fields "issuer" and "subject", when they cannot be such, or open an account
/// already.
Result<Done> join_identity(store::Db& db, const Scope& scope, const JoinIdentity& command);
/// Sessions of the account end with it, but for the one that asks.
Result<Done> end_identity(store::Db& db, const Scope& scope, const AccountId& account,
                          const OutsideIdentityId& id, const std::optional<SessionId>& but);
/// Those of an account that is ended: opened again, it has to be joined again.
void end_identities(store::Db& db, const Scope& scope, const AccountId& account);
/// It was used to sign in now.
void note_identity_use(store::Db& db, const Scope& scope, const OutsideIdentityId& id);
/// The session needs no second step of ours.
void mark_second_step_outside(store::Db& db, std::string_view secret_hash);

/// Every identity held against its history: one that was slipped in opens an account.
void verify_identities(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::accounts
