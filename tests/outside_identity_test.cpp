// People whom a proxy has signed in: by real requests with the headers that it adds.
#include "core/accounts/actions.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/audit/audit.hpp"
#include "core/notices/store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using accounts::OutsideIdentity;
using testing::HasSubstr, testing::Not;

constexpr auto issuer = "https://login.example.org";

class OutsideIdentities : public testing::Test {
protected:
    OutsideIdentities()
        : router({.clock = [this] { return t().now; },
                  .randomness = &program.randomness,
                  .today = program.test.today,
                  .outside_door = &door},
                 modules()) {}
    plan::TestPlan& t() { return program.test; }
    const Scope& administrator() const { return program.cast.front(); }
    static std::string page_of(const Scope& who, const std::string& below = "") {
        return "/people/" + who.account->str() + below;
    }
    void join(const Scope& who, const std::string& subject) {
        t().in_one_transaction([&] {
            ASSERT_TRUE(accounts::join_identity(
                t().db, t().unit, {.account = *who.account, .identity = {issuer, subject}}));
        });
    }
    std::vector<http::Header> headers(const std::string& subject) const {
        return {{"X-OpenMASA-Secret", door.secret},
                {"X-OpenMASA-Issuer", issuer},
                {"X-OpenMASA-Subject", subject}};
    }
    http::Response ask(http::Method method, std::vector<http::Header> more,
                       const std::string& path = "/sign-in/outside") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.peer = "127.0.0.1";
        request.headers = std::move(more);
        const auto visit = Program::secret_of(nullptr);
        request.headers.push_back({"Cookie", "openmasa_visit=" + visit});
        if (method == http::Method::post) {
            const auto nonce = fmt::format("n{}", ++posts);
            request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
            request.body = fmt::format("form_token={}.{}", nonce, hmac(visit, nonce));
        }
        return router.answer(request, t().db);
    }
    http::Response come(const std::string& subject) {
        return ask(http::Method::post, headers(subject));
    }
    /// What a session that was just started may open.
    int status_with(const http::Response& signed_in, const std::string& path) {
        const auto cookie = Program::header(signed_in, "Set-Cookie");
        http::Request request;
        request.path = path;
        request.peer = "127.0.0.1";
        request.headers = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
        return router.answer(request, t().db).status;
    }

    Program program;
    accounts::OutsideDoor door{.secret = std::string(40, 's'), .with_second_step = {}};
    Router router;
    int posts = 0;
};

TEST_F(OutsideIdentities, Somebody_is_signed_in_by_one_button_and_a_look_writes_nothing) {
    join(t().reader, "abc-1");
    const auto page = ask(http::Method::get, headers("abc-1"));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Sign in as Lead member"));
    EXPECT_THAT(Program::header(page, "Set-Cookie"), Not(HasSubstr("openmasa_session")));
    const auto entered = come("abc-1");
    EXPECT_EQ(entered.status, 303);
    EXPECT_EQ(status_with(entered, "/plans"), 303);
    EXPECT_TRUE(accounts::identities_of(t().db, *t().reader.account)[0].last_used_at);
    EXPECT_TRUE(audit::verify(t().db).faults.empty());
}

TEST_F(OutsideIdentities, Without_the_right_secret_the_page_is_not_there) {
    join(t().reader, "abc-1");
    const auto changed = [&](const std::string& name, const std::string& value) {
        auto all = headers("abc-1");
        for (auto& header : all)
            if (header.name == name) header.value = value;
        return all;
    };
    auto twice = headers("abc-1");
    twice.push_back({"x-openmasa-secret", door.secret});
    const std::vector<std::vector<http::Header>> wrong = {
        {},
        changed("X-OpenMASA-Secret", std::string(40, 't')),
        changed("X-OpenMASA-Secret", ""),
        twice};
    for (const auto& offered : wrong)
        for (const auto method : {http::Method::get, http::Method::post}) {
            const auto answer = ask(method, offered);
            EXPECT_EQ(answer.status, 404);
            EXPECT_THAT(answer.body, Not(HasSubstr("Lead member")));
        }
    EXPECT_EQ(program.get(nullptr, "/sign-in/outside", headers("abc-1")).status, 404)
        << "no door was opened there";
    door.secret = "short";
    EXPECT_EQ(ask(http::Method::get, headers("abc-1")).status, 404);
}

TEST_F(OutsideIdentities, An_unknown_one_is_told_whom_to_ask_and_who_they_came_as) {
    const auto page = ask(http::Method::get, headers("no<b>body"));
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.body, HasSubstr("no&lt;b&gt;body"));
    EXPECT_THAT(page.body, HasSubstr(issuer));
    EXPECT_THAT(page.body, HasSubstr("Ask the business unit"));
    EXPECT_EQ(come("nobody").status, 403);
    EXPECT_THAT(ask(http::Method::get, headers("")).body, HasSubstr("did not say who you are"));
    auto two = headers("abc-1");
    two.push_back({"X-OpenMASA-Subject", "abc-2"});
    join(t().reader, "abc-1");
    EXPECT_EQ(ask(http::Method::get, two).status, 403) << "which of the two?";
}

TEST_F(OutsideIdentities, The_second_step_is_asked_for_unless_the_issuer_did_it) {
    join(administrator(), "boss");
    EXPECT_EQ(Program::header(come("boss"), "Location"), "/sign-in/code");
    door.with_second_step = {issuer};
    const auto entered = come("boss");
    EXPECT_EQ(status_with(entered, "/users"), 200);
}

TEST_F(OutsideIdentities,
       Who_needs_a_second_step_and_has_none_gets_no_further_unless_the_issuer_did_it) {
    Scope another;
    t().in_one_transaction([&] {
        another = t().somebody(Role::administrator);
        access::add_holding(t().db, {.id = t().unit.new_id<PersonId>().str(),
                                     .person = *another.person,
                                     .role = Role::administrator,
                                     .owner = {},
                                     .from = t().today});
    });
    join(another, "boss");
    EXPECT_EQ(status_with(come("boss"), "/users"), 303) << "to set it up";
    door.with_second_step = {issuer};
    EXPECT_EQ(status_with(come("boss"), "/users"), 200);
}

TEST_F(OutsideIdentities, One_is_joined_and_ended_on_a_persons_page_and_the_person_is_told) {
    const auto post = [&](const Scope& who, const std::string& path, const std::string& fields) {
        return program.post(&who, path, fields, fmt::format("n{}", ++posts));
    };
    const std::string good = "issuer=https%3A%2F%2Flogin.example.org&subject=abc-1";
    EXPECT_EQ(post(t().unit, page_of(t().reader, "/identities/add"), good).status, 303);
    EXPECT_THAT(program.get(&t().unit, page_of(t().reader)).body,
                HasSubstr("<b>abc-1</b> at https:"));
    EXPECT_THAT(program.get(&t().reader, "/account/identities").body, HasSubstr("abc-1"));
    EXPECT_THAT(program.get(&t().reader, "/notices").body, HasSubstr("security of your account"));
    const auto twice = post(t().unit, page_of(t().constable, "/identities/add"), good);
    EXPECT_THAT(twice.body, HasSubstr("opens an account already"));
    const auto wrong =
        post(t().unit, page_of(t().reader, "/identities/add"), "issuer=here&subject=a+b");
    EXPECT_THAT(wrong.body, HasSubstr("starts with https://"));
    EXPECT_THAT(wrong.body, HasSubstr("without spaces"));
    EXPECT_EQ(post(t().unit, page_of(administrator(), "/identities/add"), good).status, 404);
    const auto entered = come("abc-1");
    const auto id = accounts::identities_of(t().db, *t().reader.account)[0].id.str();
    t().db.finish();
    EXPECT_EQ(post(t().unit, page_of(t().constable, "/identities/" + id + "/end"), "").status, 404);
    EXPECT_EQ(post(t().reader, "/account/identities/" + id + "/end", "").status, 303);
    EXPECT_EQ(status_with(entered, "/plans"), 303);
    EXPECT_EQ(come("abc-1").status, 403);
    EXPECT_EQ(program.get(&t().reader, "/plans").status, 303) << "they ended it and stay here";
    EXPECT_EQ(post(t().unit, page_of(t().constable, "/identities/add"), good).status, 303);
    EXPECT_TRUE(audit::verify(t().db).faults.empty());
}

TEST_F(OutsideIdentities, It_ends_with_the_account) {
    join(t().reader, "abc-1");
    const auto email = t().reader.account->str() + "@example.org";
    ASSERT_TRUE(accounts::end_user(t().db, t().unit, email));
    t().db.finish();
    EXPECT_EQ(come("abc-1").status, 403);
    t().in_one_transaction([&] { t().db.execute("UPDATE account SET ended_at = NULL"); });
    EXPECT_EQ(come("abc-1").status, 403) << "opened again, it has to be joined again";
}

TEST_F(OutsideIdentities, One_that_was_slipped_in_or_taken_over_is_found) {
    join(t().reader, "abc-1");
    const auto faults = [&] {
        auto verdict = audit::verify(t().db);
        accounts::verify_identities(t().db, verdict);
        t().db.finish();
        return verdict.faults;
    };
    EXPECT_TRUE(faults().empty());
    t().in_one_transaction([&] {
        t().db.execute("UPDATE outside_identity SET account_id = '" +
                       administrator().account->str() + "'");
    });
    EXPECT_THAT(faults(), testing::ElementsAre(HasSubstr("abc-1 is not what its history says")));
    t().in_one_transaction([&] {
        t().db.execute("DELETE FROM outside_identity");
        t().db.execute("INSERT INTO outside_identity (id, account_id, issuer, subject, joined_at) "
                       "VALUES ('x', '" +
                       administrator().account->str() + "', 'https://a', 'b', 'x')");
    });
    EXPECT_EQ(faults().size(), 2u);
}

} // namespace
} // namespace openmasa
