#include "core/accounts/two_step.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/one_time_code.hpp"
#include "core/accounts/security_notices.hpp"
#include "core/accounts/tries.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/audit/audit.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

constexpr int recovery_codes = 10;

void tell(store::Db& db, const Scope& scope, std::string_view verb, const AccountId& account) {
    audit::record(db, scope,
                  {.verb = verb, .kind = "account", .id = account.view(), .content = {}});
}

void change(store::Db& db, const Scope& scope, std::string_view verb, const AccountId& account) {
    tell(db, scope, verb, account);
    tell_of_security_change(db, scope, account);
}

/// What a person may have typed between the characters is left out.
std::string bare(std::string_view typed) {
    auto text = lower(typed);
    std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
    return text;
}

std::string recovery_hash(const AccountId& account, std::string_view code) {
    return sha256(fmt::format("{} {}", account.view(), bare(code)));
}

/// "k3wq7-hz2mc": fifty random bits.
std::string new_recovery_code(Randomness& randomness) {
    const auto letters = lower(new_totp_key(randomness));
    return fmt::format("{}-{}", letters.substr(0, 5), letters.substr(5, 5));
}

std::vector<std::string> make_recovery_codes(store::Db& db, const Scope& scope,
                                             const AccountId& account) {
    forget_recovery_codes(db, account);
    std::vector<std::string> codes;
    while (codes.size() < recovery_codes) {
        auto code = new_recovery_code(*scope.randomness);
        if (std::ranges::count(codes, code)) continue;
        add_recovery_code(db, account, recovery_hash(account, code), scope.now);
        codes.push_back(std::move(code));
    }
    return codes;
}

Refusal wrong_code() {
    return invalid("code",
                   "This is not the code now. Wait for the next one and enter its six digits.");
}

/// A code of the app, or one to recover with; taken, so that it never works again.
bool take_code(store::Db& db, const Scope& scope, const AccountId& account, std::string_view code) {
    const auto two_step = find_two_step(db, account);
    if (!two_step || !two_step->confirmed) return false;
    if (const auto step = step_of_code(two_step->key, code, scope.now))
        return take_step(db, account, *step);
    if (!use_recovery_code(db, account, recovery_hash(account, code), scope.now)) return false;
    change(db, scope, "account.recovery_code_used", account);
    return true;
}

} // namespace

bool needs_two_step(std::span<const Holding> holdings) {
    return std::ranges::any_of(holdings, [](const Holding& held) {
        return reach(held.role, Permission::administer) != Reach::none;
    });
}

Result<Done> begin_two_step(store::Db& db, const Scope& scope, const AccountId& account) {
    if (has_two_step(db, account)) return conflict("The second step is on already.");
    keep_key(db, account, new_totp_key(*scope.randomness), scope.now);
    return Done{};
}

Result<std::vector<std::string>> confirm_two_step(store::Db& db, const Scope& scope,
                                                  const AccountId& account, std::string_view code) {
    const std::vector limits{limit_of_code(account)};
    TRY(begin_try(db, scope, limits, "code"));
    auto codes = db.atomically([&]() -> Result<std::vector<std::string>> {
        const auto two_step = find_two_step(db, account);
        if (!two_step || two_step->confirmed) return not_found();
        const auto step = step_of_code(two_step->key, bare(code), scope.now);
        if (!step || !take_step(db, account, *step)) return wrong_code();
        confirm_key(db, account, scope.now);
        change(db, scope, "account.second_step_on", account);
        return make_recovery_codes(db, scope, account);
    });
    if (codes) TRY(forgive_try(db, scope, limits));
    return codes;
}

Result<std::vector<std::string>> renew_recovery_codes(store::Db& db, const Scope& scope,
                                                      const AccountId& account) {
    return db.atomically([&]() -> Result<std::vector<std::string>> {
        if (!has_two_step(db, account)) return not_found();
        change(db, scope, "account.recovery_codes_renewed", account);
        return make_recovery_codes(db, scope, account);
    });
}

Result<Done> end_two_step(store::Db& db, const Scope& scope, const AccountId& account) {
    if (!find_two_step(db, account)) return not_found();
    forget_two_step(db, account);
    change(db, scope, "account.second_step_off", account);
    return Done{};
}

Result<Done> check_code(store::Db& db, const Scope& scope, const AccountId& account,
                        std::string_view typed) {
    const std::vector limits{limit_of_code(account)};
    TRY(begin_try(db, scope, limits, "code"));
    const auto code = bare(typed);
    const auto taken = db.atomically([&]() -> Result<Done> {
        return take_code(db, scope, account, code) ? Result<Done>(Done{}) : wrong_code();
    });
    if (taken) return forgive_try(db, scope, limits);
    TRY(db.atomically([&]() -> Result<Done> {
        tell(db, scope, "session.refused", account);
        return Done{};
    }));
    return taken.refusal();
}

} // namespace openmasa::accounts
