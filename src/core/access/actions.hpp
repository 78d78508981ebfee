#pragma once
// Use cases: make an account, choose a password, sign in, end an account.
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "kernel/result.hpp"

namespace openmasa::access {

struct AddUser {
    std::string known_as;
    std::string email;
    Role role = Role::reader;
    /// For an action owner: whose actions they update.
    std::vector<std::string> owners;
    /// Set for somebody with an account and no role: an outsider, who sees nothing.
    bool without_role = false;
};
struct Invited {
    AccountId account;
    /// Goes into the link; kept only as its digest.
    std::string secret;
};
/// A person, an account and roles from today on, with a one-time link.
Result<Invited> add_user(store::Db& db, const Scope& scope, const AddUser& command);
/// A new one-time link; the old password stays until the link is used.
Result<Invited> invite_again(store::Db& db, const Scope& scope, std::string_view email);
Result<Done> end_user(store::Db& db, const Scope& scope, std::string_view email);

/// The account, when the password is right and there were not too many failures. Reads and writes
/// in transactions of its own; takes about a tenth of a second (argon2id), outside any of them.
Result<Account> check_password(store::Db& db, const Scope& scope, std::string_view email,
                               std::string_view password, PasswordCost cost = {});

struct ChoosePassword {
    std::string_view secret, password, again;
};
/// Spends the link and sets the password; ends every session that was open.
Result<AccountId> choose_password(store::Db& db, const Scope& scope, const ChoosePassword& command,
                                  PasswordCost cost = {});

} // namespace openmasa::access
