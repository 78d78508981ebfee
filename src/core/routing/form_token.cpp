#include "core/routing/form_token.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/kept_form.hpp"
#include "core/accounts/rules.hpp"
#include <fmt/format.h>

namespace openmasa {
namespace {

using store::None;
using store::Query;

struct Spent {
    std::string location, digest;
};
constexpr Query<Spent(std::string_view)> find_spent{
    "forms.find_spent", "SELECT location, digest FROM spent_form WHERE nonce = $1"};
constexpr Query<None(std::string_view, std::string_view, std::string_view, Moment)> spend{
    "forms.spend", "INSERT INTO spent_form (nonce, location, digest, at) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(Moment)> forget_spent{"forms.forget", "DELETE FROM spent_form WHERE at < $1"};

std::string_view nonce_of(std::string_view token) {
    return token.substr(0, token.find('.'));
}

void add(std::string& to, std::string_view part) {
    to += std::to_string(part.size()) + ":";
    to += part;
}

/// Of where the form went and all that is in it, so that the same form sent twice is told from
/// another one sent with the same token (saved, back, changed, saved).
std::string digest_of(const Context& context) {
    std::string all;
    add(all, context.request.path);
    for (const auto& field : context.form.fields()) {
        add(all, field.name);
        add(all, field.value);
    }
    for (const auto& file : context.form.files()) {
        add(all, file.name);
        add(all, file.upload.file_name);
        add(all, sha256(file.upload.content));
    }
    return sha256(all);
}

Refusal sent_before() {
    return invalid(
        "", "This form was saved once already, and you have changed it since. Look at what was "
            "saved; if this is still needed, send it again.");
}

/// The form that asks is shown again with what was typed, and nothing is saved yet.
Refusal reopened() {
    return invalid("",
                   "This was not saved: your session had ended. Look through it, then save it.");
}

} // namespace

namespace form_token {

Html hidden(const Context& context) {
    const auto nonce = new_secret(*context.scope.randomness);
    return html(R"(<input type="hidden" name="{}" value="{}.{}">)", field, nonce,
                hmac(context.secret, nonce));
}

bool is_genuine(const Context& context) {
    return is_genuine(context, context.secret);
}

bool is_genuine(const Context& context, std::string_view secret) {
    const auto token = context.form.raw(field);
    const auto dot = token.find('.');
    if (dot == token.npos || secret.empty()) return false;
    return same_secret(token.substr(dot + 1), hmac(secret, token.substr(0, dot)));
}

} // namespace form_token

namespace {

Result<std::string> submit_once(Context& context,
                                const std::function<Result<std::string>()>& work) {
    const auto nonce = nonce_of(context.form.raw(form_token::field));
    const auto digest = digest_of(context);
    return context.db.atomically([&]() -> Result<std::string> {
        if (auto first = context.db.one(find_spent, nonce)) {
            if (first->digest != digest) return sent_before();
            return first->location;
        }
        auto location = TRY(work());
        context.db.run(forget_spent, context.scope.now - accounts::spent_forms_are_kept);
        context.db.run(spend, nonce, location, digest, context.scope.now);
        return location;
    });
}

/// What is wrong, in the words of the partnership: a rule marks those that have
/// one.
Refusal said(Refusal refusal, const terms::Words& words) {
    for (auto& problem : refusal.problems) problem.words = words.say(problem.words);
    return refusal;
}

} // namespace

Result<std::string> submit(Context& context, const std::function<Result<std::string>()>& work) {
    if (context.form.has(accounts::reopening)) return reopened();
    auto done = submit_once(context, work);
    if (done) return done;
    return said(done.refusal(), context.words);
}

http::Response see_other(std::string path) {
    http::Response response;
    response.status = 303;
    response.set("Location", std::move(path));
    return response;
}

} // namespace openmasa
