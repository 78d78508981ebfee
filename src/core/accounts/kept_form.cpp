#include "core/accounts/kept_form.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/sessions.hpp"
#include "core/accounts/store.hpp"
#include "core/routing/form_token.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

using store::None;
using store::Query;

struct KeptRow {
    std::string path, fields;
    Moment kept_at;
};
constexpr Query<None(KeptFormId, AccountId, std::string_view, std::string_view, Moment, Moment)>
    insert_kept{"accounts.keep_form", R"sql(
    INSERT INTO kept_form (id, account_id, path, fields, kept_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6))sql"};
constexpr Query<int(AccountId, Moment)> count_kept{
    "accounts.kept_forms",
    "SELECT count(*) FROM kept_form WHERE account_id = $1 AND expires_at > $2"};
constexpr Query<KeptRow(KeptFormId, AccountId, Moment)> find_kept{"accounts.find_kept_form", R"sql(
    SELECT path, fields, kept_at FROM kept_form
    WHERE id = $1 AND account_id = $2 AND expires_at > $3)sql"};
constexpr Query<None(KeptFormId, AccountId)> delete_kept{
    "accounts.forget_kept_form", "DELETE FROM kept_form WHERE id = $1 AND account_id = $2"};

/// A page that is sent again and again fills no disk.
constexpr int most_kept_forms = 20;

bool is_worth_keeping(std::string_view name) {
    constexpr std::array<std::string_view, 5> never = {form_token::field, reopening, "password",
                                                       "again", "code"};
    return std::ranges::count(never, name) == 0;
}

std::string written(const http::Form& form) {
    std::string text;
    for (const auto& field : form.fields())
        if (is_worth_keeping(field.name))
            text +=
                fmt::format("{}{}={}", text.empty() ? "" : "&", http::percent_encoded(field.name),
                            http::percent_encoded(field.value));
    return text;
}

/// Whose form this is: the account of the session that has ended.
std::optional<AccountId> author_of(Context& context) {
    const auto secret = sessions::cookie_of(context.request);
    if (secret.empty() || !form_token::is_genuine(context, secret)) return std::nullopt;
    return account_of_session(context.db, sha256(secret));
}

} // namespace

std::optional<std::string> keep_form(Context& context) {
    const auto account = author_of(context);
    const auto now = context.scope.now;
    if (!account || context.db.one(count_kept, *account, now).value_or(0) >= most_kept_forms)
        return std::nullopt;
    const auto id = context.scope.new_id<KeptFormId>();
    const auto kept = context.db.atomically([&]() -> Result<Done> {
        context.db.run(insert_kept, id, *account, context.request.path, written(context.form), now,
                       now + kept_form_lifetime);
        return Done{};
    });
    return kept ? std::optional("/kept/" + id.str()) : std::nullopt;
}

std::optional<KeptForm> find_kept_form(Context& context, const KeptFormId& id) {
    auto row = context.db.one(find_kept, id, *context.scope.account, context.scope.now);
    if (!row) return std::nullopt;
    return KeptForm{std::move(row->path), http::read_query(row->fields), row->kept_at};
}

bool forget_kept_form(Context& context, const KeptFormId& id) {
    return context.db.run(delete_kept, id, *context.scope.account) == 1;
}

} // namespace openmasa::accounts
