#include "core/accounts/forgotten.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/tries.hpp"
#include "core/audit/audit.hpp"
#include "core/notices/notice.hpp"

namespace openmasa::accounts {
namespace {

void send_link(store::Db& db, const Scope& scope, const Account& account) {
    const auto secret = new_secret(*scope.randomness);
    use_invitations(db, account.id, scope.now);
    add_invitation(db, sha256(secret), account.id, scope.now, scope.now + forgotten_link_lifetime);
    notices::tell(db, scope,
                  {.person = account.person,
                   .kind = notices::Kind::password_link,
                   .about_kind = "account",
                   .about_id = account.id.view(),
                   .path = "/welcome/" + secret});
    audit::record(db, scope,
                  {.verb = "account.link_asked_for",
                   .kind = "account",
                   .id = account.id.view(),
                   .content = {}});
}

} // namespace

Result<Done> ask_for_link(store::Db& db, const Scope& scope, std::string_view email) {
    TRY(begin_try(db, scope, {limit_of_link_requests(email), limit_of_address(scope)}, "email"));
    return db.atomically([&]() -> Result<Done> {
        const auto account = find_account(db, email);
        if (account && !account->ended) send_link(db, scope, *account);
        return Done{};
    });
}

} // namespace openmasa::accounts
