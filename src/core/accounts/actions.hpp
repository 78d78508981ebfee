#pragma once
// Use cases: make an account, choose a password, sign in, end an account.
#include "core/access/secret.hpp"
#include "core/accounts/store.hpp"
#include "kernel/result.hpp"

namespace openmasa::accounts {

struct AddUser {
    std::string known_as;
    std::string email;
    Role role = Role::analyst;
    /// For a role that is held within an agency, a group or an office: which.
    std::vector<std::string> owners;
    /// Set for somebody with an account and no role: an outsider, who sees nothing.
    bool without_role = false;
    /// Whether an owner that nobody has named yet may be made. Otherwise a slip of the pen would be
    /// a new group, and the person would act for nobody.
    bool new_owners = false;
    /// What is made is then a seat in this group, which there is already.
    std::string seat_of{};
};
struct Invited {
    AccountId account;
    /// Goes into the link; kept only as its digest.
    std::string secret;
};
/// A person, an account and roles from today on, with a one-time link. An account that was ended is
/// opened again.
Result<Invited> add_user(store::Db& db, const Scope& scope, const AddUser& command);
/// From today on that role and no other, but for roles on single records, which stay; so does the
/// name.
Result<Done> change_role(store::Db& db, const Scope& scope, const AddUser& command);
/// A new one-time link in place of the older ones; the old password stays until it is used.
Result<Invited> invite_again(store::Db& db, const Scope& scope, std::string_view email);
/// The same inside a transaction of the caller's.
Result<Invited> add_user_within(store::Db& db, const Scope& scope, const AddUser& command);
Result<Done> change_role_within(store::Db& db, const Scope& scope, const AddUser& command);
Result<Invited> invite_again_within(store::Db& db, const Scope& scope, std::string_view email);
/// The account opens no more, its sessions and one-time links end. Roles stay as they are: what a
/// person who leaves acted for is handed over by leave() (leaving.hpp).
Result<Done> end_user(store::Db& db, const Scope& scope, std::string_view email);

/// The account, when the password is right and there were not too many failures. Reads and writes
/// in transactions of its own; takes about a tenth of a second (argon2id), outside any of them.
/// `when_wrong` is what the person is told then.
Result<Account>
check_password(store::Db& db, const Scope& scope, std::string_view email, std::string_view password,
               PasswordCost cost = {},
               std::string_view when_wrong =
                   "The e-mail and the password do not belong together. Check both.");

/// Whether the account is still as it was when its password was checked: open, with that password.
/// Ask in the transaction that starts the session.
bool is_unchanged(store::Db& db, const Account& checked);

struct ChoosePassword {
    std::string_view secret, password, again;
};
/// Spends every link of the account and sets the password; ends every session that was open.
Result<Account> choose_password(store::Db& db, const Scope& scope, const ChoosePassword& command,
                                PasswordCost cost = {});

} // namespace openmasa::accounts
