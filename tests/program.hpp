#pragma once
// The whole program on the test plan: real requests through the router, by a standing cast.
#include "core/access/store.hpp"
#include "core/accounts/sessions.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/two_step.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/files/storage.hpp"
#include "core/routing/router.hpp"
#include "modules.hpp"
#include "plan/test_plan.hpp"
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

namespace openmasa {

/// Gives the same bytes every time, so that two pages can be compared byte for byte.
struct SameEveryTime : Randomness {
    void fill(unsigned char* bytes, std::size_t count) override {
        std::fill_n(bytes, count, static_cast<unsigned char>(++calls % 251));
    }
    int calls = 0;
};

class Program {
public:
    Program()
        : router({.clock = [this] { return test.now; },
                  .randomness = &randomness,
                  .today = test.today,
                  .on_over_budget =
                      [](const Route& route, int statements) {
                          ADD_FAILURE() << route.pattern << " ran " << statements
                                        << " statements, budget " << route.budget.statements;
                      },
                  .storage = &storage},
                 modules()) {
        // A PDF takes a second, and says when it was made: only who tests it makes one.
        setenv("OPENMASA_CHROMIUM", "/nowhere/chromium", 1);
        test.in_one_transaction([&] {
            save_settings(test.db, test.unit, {.partnership = "Example Partnership"});
            for (auto* who : {&test.unit, &test.constable, &test.reader, &test.outsider})
                sign_in(*who);
            for (auto role : all_roles) {
                cast.push_back(test.somebody(role));
                sign_in(cast.back());
            }
            guest = on_one_record(Role::group_member, {"action", test.late.str()});
        });
    }

    /// Somebody whose only role is held on that record; inside a transaction.
    Scope on_one_record(Role role, Record record) {
        auto who = test.somebody(role);
        who.holdings = {{.role = role, .owner = {}, .group = {}, .record = std::move(record)}};
        sign_in(who);
        return who;
    }

    ~Program() { std::filesystem::remove_all(storage.folder()); }

    static std::string secret_of(const Scope* who) {
        auto secret = who ? who->person->str() : std::string("visit");
        secret.resize(43, 'x');
        return secret;
    }

    /// Headers that come with a request beside the cookie.
    using Headers = std::vector<http::Header>;

    http::Response get(const Scope* who, const std::string& target, const Headers& more = {}) {
        auto request = request_by(who, target);
        for (const auto& header : more) request.headers.push_back(header);
        return router.answer(request, test.db);
    }

    /// `fields` is urlencoded; a genuine token is added.
    http::Response post(const Scope* who, const std::string& target, const std::string& fields,
                        const std::string& nonce, const Headers& more = {}) {
        auto request = request_by(who, target);
        for (const auto& header : more) request.headers.push_back(header);
        request.method = http::Method::post;
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.body =
            fmt::format("{}&form_token={}.{}", fields, nonce, hmac(secret_of(who), nonce));
        return router.answer(request, test.db);
    }

    static std::string header(const http::Response& response, std::string_view name) {
        for (const auto& header : response.headers)
            if (header.name == name) return header.value;
        return {};
    }

    /// Of those who may administer: they need a second step.
    static constexpr std::string_view second_step_key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    plan::TestPlan test;
    /// One of each role, in the order of all_roles.
    std::vector<Scope> cast;
    /// A group member of nothing but one action: the late one.
    Scope guest;
    SameEveryTime randomness;
    std::vector<jobs::Kind> kinds = job_kinds();
    files::Storage storage{std::filesystem::temp_directory_path() /
                           ("openmasa-program-" + test.unit.person->str())};
    Router router;

private:
    http::Request request_by(const Scope* who, const std::string& target) {
        http::Request request;
        request.path = target.substr(0, target.find('?'));
        if (request.path.size() < target.size())
            request.query = target.substr(request.path.size() + 1);
        request.peer = "127.0.0.1";
        request.headers.push_back(
            {"Cookie",
             fmt::format("{}={}", who ? "openmasa_session" : "openmasa_visit", secret_of(who))});
        return request;
    }
    void sign_in(const Scope& who) {
        for (const auto& held : who.holdings)
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *who.person,
                                          .role = held.role,
                                          .owner = held.owner,
                                          .from = test.today,
                                          .to = {},
                                          .record = held.record});
        if (accounts::needs_two_step(who.holdings)) {
            accounts::keep_key(test.db, *who.account, second_step_key, test.now);
            accounts::confirm_key(test.db, *who.account, test.now);
        }
        accounts::add_session(test.db, {.id = test.unit.new_id<SessionId>(),
                                        .secret_hash = sha256(secret_of(&who)),
                                        .account = *who.account,
                                        .from = "127.0.0.1",
                                        .started_at = test.now,
                                        .expires_at = test.now + std::chrono::hours{12}});
    }
};

} // namespace openmasa
