// Breaking the glass of a restricted record, by real requests.
#include "restricted.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr, testing::Not;

class BrokenGlass : public Restricted {
protected:
    BrokenGlass() {
        add_secret();
        reference = plan::find_action(t().db, t().unit, secret)->reference;
        t().db.finish();
        const auto hash = password_hash(password, {.passes = 1, .bytes = 1 << 16});
        t().in_one_transaction([&] {
            for (const auto role : {Role::delegated_partner, Role::lead_partner})
                accounts::set_password(t().db, *who(role).account, hash);
        });
    }
    http::Response break_it(Role role, const std::string& asked,
                            const std::string& word = password) {
        program.randomness.calls = 0;
        return program.post(
            &who(role), "/break-glass",
            "reference=" + http::percent_encoded(asked) +
                "&reason=A+child+is+missing&password=" + http::percent_encoded(word),
            "n" + std::to_string(++posts));
    }
    std::string reference;
    int posts = 0;
};

TEST_F(BrokenGlass, It_opens_for_an_hour_and_those_who_may_read_are_told_at_once) {
    restrict_secret();
    const auto path = "/actions/" + secret.str();
    EXPECT_EQ(program.get(&who(Role::delegated_partner), path).status, 404);
    const auto opened = break_it(Role::delegated_partner, reference);
    EXPECT_EQ(opened.status, 303);
    EXPECT_EQ(Program::header(opened, "Location"), path);
    EXPECT_THAT(program.get(&who(Role::delegated_partner), path).body, HasSubstr(canary));
    EXPECT_EQ(readings(), 1);
    EXPECT_EQ(*t().db.one(count_acts, "glass.broken", secret), 1);
    EXPECT_THAT(program.get(&t().unit, "/notices").body, HasSubstr("/break-glass/uses"));
    EXPECT_THAT(program.get(&t().unit, "/").body, HasSubstr("Somebody broke the glass"));
    EXPECT_EQ(program.get(&who(Role::lead_partner), path).status, 404) << "for nobody else";
    for (const int status : {200, 404}) { // in half an hour, and in an hour
        t().now += std::chrono::minutes{30};
        EXPECT_EQ(program.get(&who(Role::delegated_partner), path).status, status);
    }
}

TEST_F(BrokenGlass, Whoever_is_denied_gets_the_answer_for_what_is_not_there) {
    restrict_secret({denied(who(Role::delegated_partner))});
    const auto refused = break_it(Role::delegated_partner, reference);
    const auto absent = break_it(Role::delegated_partner, "VA 99");
    EXPECT_EQ(refused.status, 422);
    const auto without = [](std::string body, const std::string& typed) {
        for (auto at = body.find(typed); at != body.npos; at = body.find(typed))
            body.erase(at, typed.size());
        return body;
    };
    EXPECT_EQ(without(refused.body, reference), without(absent.body, "VA 99"));
    EXPECT_EQ(without(break_it(Role::lead_partner, "VA 1").body, "VA 1"),
              without(break_it(Role::lead_partner, "VA 98").body, "VA 98"))
        << "what is open to everybody needs no glass";
    EXPECT_EQ(*t().db.one(count_verb, "glass.refused"), 4);
    EXPECT_EQ(program.get(&who(Role::delegated_partner), "/actions/" + secret.str()).status, 404);
}

TEST_F(BrokenGlass, The_reference_of_an_action_opens_the_priority_that_hides_it) {
    restrict({"section", t().adolescents.id.str()}, {});
    EXPECT_EQ(program.get(&who(Role::delegated_partner), "/actions/" + secret.str()).status, 404);
    const auto opened = break_it(Role::delegated_partner, reference);
    EXPECT_EQ(Program::header(opened, "Location"), "/priorities/" + t().adolescents.id.str());
    EXPECT_EQ(program.get(&who(Role::delegated_partner), "/actions/" + secret.str()).status, 200);
}

TEST_F(BrokenGlass, It_needs_the_password_a_reason_and_the_permission) {
    restrict_secret();
    EXPECT_EQ(break_it(Role::delegated_partner, reference, "not my password").status, 422);
    EXPECT_EQ(break_it(Role::delegated_partner, "").status, 422);
    EXPECT_EQ(break_it(Role::analyst, reference).status, 404);
    EXPECT_EQ(program.get(&who(Role::delegated_partner), "/actions/" + secret.str()).status, 404);
}

TEST_F(BrokenGlass, It_is_reviewed_within_five_working_days_and_not_by_who_broke_it) {
    restrict_secret();
    EXPECT_EQ(break_it(Role::delegated_partner, reference).status, 303);
    const auto uses = restriction::uses_to_see(t().db, t().unit);
    ASSERT_EQ(uses.size(), 1u);
    EXPECT_EQ(uses.front().review_by, day(2026, 1, 29)); // Thursday 22 January and five
    t().db.finish();
    const auto path = "/break-glass/uses/" + uses.front().id.str();
    EXPECT_EQ(program.get(&who(Role::delegated_partner), path).status, 404);
    EXPECT_THAT(program.get(&t().unit, "/break-glass/uses").body, HasSubstr("A child is missing"));
    EXPECT_EQ(program.post(&t().unit, path, "outcome=justified", "a").status, 422);
    EXPECT_EQ(
        program.post(&t().unit, path, "outcome=justified&words=Asked+and+answered", "b").status,
        303);
    EXPECT_EQ(program.post(&t().unit, path, "outcome=justified&words=Twice", "c").status, 404);
    EXPECT_THAT(program.get(&t().unit, "/break-glass/uses").body, HasSubstr("Asked and answered"));
    EXPECT_THAT(program.get(&t().unit, "/").body, Not(HasSubstr("Somebody broke the glass")));
    EXPECT_THAT(program.get(&who(Role::lead_partner), "/break-glass/uses").body,
                Not(HasSubstr(canary)));
    EXPECT_TRUE(audit::verify(t().db).faults.empty());
}

} // namespace
} // namespace openmasa
