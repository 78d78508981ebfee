#include "core/routing/form_token.hpp"
#include "core/access/secret.hpp"
#include <fmt/format.h>

namespace openmasa {
namespace {

using store::None;
using store::Query;

constexpr Query<std::string(std::string_view)> find_spent{
    "forms.find_spent", "SELECT location FROM spent_form WHERE nonce = $1"};
constexpr Query<None(std::string_view, std::string_view, Moment)> spend{
    "forms.spend", "INSERT INTO spent_form (nonce, location, at) VALUES ($1, $2, $3)"};
constexpr Query<None(Moment)> forget_spent{"forms.forget", "DELETE FROM spent_form WHERE at < $1"};

/// Longer than any session, so that a token can never be used again.
constexpr auto remembered = std::chrono::hours{48};

std::string_view nonce_of(std::string_view token) {
    return token.substr(0, token.find('.'));
}

} // namespace

namespace form_token {

Html hidden(const Context& context) {
    const auto nonce = new_secret(*context.scope.randomness);
    return html(R"(<input type="hidden" name="{}" value="{}.{}">)", field, nonce,
                hmac(context.secret, nonce));
}

bool is_genuine(const Context& context) {
    const auto token = context.form.raw(field);
    const auto dot = token.find('.');
    if (dot == token.npos || context.secret.empty()) return false;
    return same_secret(token.substr(dot + 1), hmac(context.secret, token.substr(0, dot)));
}

} // namespace form_token

Result<std::string> submit(Context& context, const std::function<Result<std::string>()>& work) {
    const auto nonce = nonce_of(context.form.raw(form_token::field));
    return context.db.atomically([&]() -> Result<std::string> {
        if (auto first = context.db.one(find_spent, nonce)) return *first;
        auto location = TRY(work());
        context.db.run(forget_spent, context.scope.now - remembered);
        context.db.run(spend, nonce, location, context.scope.now);
        return location;
    });
}

http::Response see_other(std::string path) {
    http::Response response;
    response.status = 303;
    response.set("Location", std::move(path));
    return response;
}

} // namespace openmasa
