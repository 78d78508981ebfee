#pragma once
// What the tests of this feature share: a recommendation that the constabulary, whose lead has an
// account, and Children's Services, for whom nobody has one, are expected to respond to. Today is
// Thursday 22 January 2026.
#include "kernel/id_list.hpp"
#include "plan/look_back.hpp"
#include "plan/responses/answering.hpp"
#include "plan/responses/asking.hpp"
#include "plan/test_answering.hpp"
#include "plan/verify.hpp"
#include <gmock/gmock.h>

namespace openmasa::responses {

using plan::TestNotice;

class TestResponses : public plan::TestAnswering {
protected:
    TestResponses() {
        hold(test.constable, Role::agency_lead, test.constabulary);
        test.in_one_transaction(
            [&] { recommendation = add("Record the <b>voice & of the child"); });
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
    void forget_notices() {
        test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }

    RecommendationId recommendation{};
};

} // namespace openmasa::responses
