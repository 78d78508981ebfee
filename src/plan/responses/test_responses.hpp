#pragma once
// What the tests of this feature share: a recommendation that the constabulary, whose lead has an
// account, and Children's Services, for whom nobody has one, are expected to respond to. Today is
// Thursday 22 January 2026.
#include "kernel/id_list.hpp"
#include "plan/look_back.hpp"
#include "plan/responses/answering.hpp"
#include "plan/responses/asking.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gmock/gmock.h>

namespace openmasa::responses {

struct TestNotice {
    std::optional<PersonId> person;
    std::string email, kind, path;
};
inline constexpr store::Query<TestNotice()> list_test_notices{
    "test.response_notices", "SELECT person_id, email, kind, path FROM notice ORDER BY id"};

class TestResponses : public testing::Test {
protected:
    TestResponses() {
        test.in_one_transaction([&] {
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *test.constable.person,
                                          .role = Role::agency_lead,
                                          .owner = test.constabulary,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
            recommendation = add("Record the <b>voice & of the child");
        });
    }
    /// Accepted a week ago, from an audit.
    RecommendationId add(std::string title) {
        using namespace recommendations;
        Whole whole{.it = {.id = test.unit.new_id<RecommendationId>(),
                           .title = std::move(title),
                           .state = State::accepted,
                           .since = test.today - std::chrono::days{7},
                           .expected = text_of(std::vector{test.constabulary, test.services})}};
        whole.sources.push_back({.id = test.unit.new_id<SourceId>(),
                                 .kind = SourceKind::audit,
                                 .document = "Audit of neglect 2025",
                                 .words = "All agencies <b>record & what the child said."});
        return add_recommendation(test.db, test.unit, whole).id;
    }

    template<class Work> auto run(Work work) {
        test.db.finish();
        auto done = test.db.atomically(work);
        test.db.finish();
        return done;
    }
    Ask both(std::string due = "21 February 2026") {
        return {.recommendation = recommendation,
                .owners = {test.constabulary.str(), test.services.str()},
                .due = std::move(due),
                .words = "What did you do <b>?",
                .emails = {{test.services.str(), "head@example.org"}}};
    }
    Result<Done> ask_as(const Scope& who, const Ask& command) {
        return run([&] { return ask(test.db, who, command); });
    }
    Response response_of(const OwnerId& owner) {
        auto found = find_response(test.db, test.unit, recommendation, owner);
        test.db.finish();
        EXPECT_TRUE(found);
        return found.value_or(Response{.id = {}, .recommendation = {}, .owner = owner});
    }
    GiveAnswer saying(const OwnerId& owner, Answer how, std::string done) {
        return {.recommendation = recommendation,
                .owner = owner,
                .version = response_of(owner).version,
                .answer = how,
                .done = std::move(done),
                .evidence = "An audit in March <b>&",
                .link = "https://example.org/audit",
                .on = "22 January 2026"};
    }
    Result<Done> answer_as(const Scope& who, const GiveAnswer& command) {
        return run([&] { return answer(test.db, who, command); });
    }
    /// Somebody so many days later.
    Scope later(Scope who, int days) {
        who.now += std::chrono::days{days};
        who.today += std::chrono::days{days};
        return who;
    }
    std::vector<TestNotice> notices() {
        auto all = test.db.all(list_test_notices);
        test.db.finish();
        return all;
    }
    void forget_notices() {
        test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }

    plan::TestPlan test;
    RecommendationId recommendation{};
};

} // namespace openmasa::responses
