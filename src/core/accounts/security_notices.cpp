#include "core/accounts/security_notices.hpp"
#include "core/accounts/store.hpp"
#include "core/notices/notice.hpp"
#include <algorithm>

namespace openmasa::accounts {
namespace {

using store::Query;

constexpr Query<std::string(AccountId)> list_places{
    "accounts.places_of",
    "SELECT DISTINCT from_address FROM session WHERE account_id = $1 ORDER BY from_address"};

void tell_at_once(store::Db& db, const Scope& scope, const AccountId& id, notices::Kind kind) {
    const auto account = find_account(db, id);
    if (!account) return;
    notices::tell(db, scope,
                  {.person = account->person,
                   .kind = kind,
                   .about_kind = "account",
                   .about_id = id.view(),
                   .path = "/account"});
}

} // namespace

void tell_of_security_change(store::Db& db, const Scope& scope, const AccountId& account) {
    tell_at_once(db, scope, account, notices::Kind::security_changed);
}

void tell_of_new_place(store::Db& db, const Scope& scope, const AccountId& account) {
    const auto places = db.all(list_places, account);
    if (places.empty() || std::ranges::count(places, scope.from)) return;
    tell_at_once(db, scope, account, notices::Kind::new_sign_in);
}

} // namespace openmasa::accounts
