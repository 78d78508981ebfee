#pragma once
// What the tests of this feature share: the constabulary has a lead with an account, Children's
// Services has nobody.
#include "core/restriction/store.hpp"
#include "plan/test_plan.hpp"
#include "plan/updates/answering.hpp"
#include "plan/updates/asking.hpp"
#include "plan/updates/owing.hpp"
#include "plan/updates/store.hpp"
#include <gmock/gmock.h>

namespace openmasa::updates {

struct TestNotice {
    std::optional<PersonId> person;
    std::string email, kind, path;
};
inline constexpr store::Query<TestNotice()> list_test_notices{
    "test.update_notices", "SELECT person_id, email, kind, path FROM notice ORDER BY id"};

class Updates : public testing::Test {
protected:
    Updates() { hold(test.constable, Role::agency_lead, test.constabulary); }

    void hold(const Scope& who, Role role, const OwnerId& owner) {
        test.in_one_transaction([&] {
            access::add_holding(test.db, {.id = test.unit.new_id<PersonId>().str(),
                                          .person = *who.person,
                                          .role = role,
                                          .owner = owner,
                                          .from = test.today,
                                          .to = {},
                                          .record = {}});
        });
    }
    template<class Work> auto atomically(Work work) {
        test.db.finish();
        auto done = test.db.atomically(work);
        test.db.finish();
        return done;
    }
    Ask everything() {
        auto choice = usual_choice(test.today, {});
        choice.owners = {test.constabulary.str(), test.services.str()};
        return {.plan = test.plan.id,
                .choice = std::move(choice),
                .words = "How far is it <b>?",
                .emails = {{test.services.str(), "head@example.org"}}};
    }
    Result<RequestId> ask_as(const Scope& who, const Ask& command) {
        return atomically([&] { return ask(test.db, who, command); });
    }
    Request asked(const Ask& command) {
        const auto id = ask_as(test.unit, command);
        EXPECT_TRUE(id);
        return *find_request(test.db, *id);
    }
    std::vector<TestNotice> notices() { return test.db.all(list_test_notices); }
    std::vector<std::string> references(const std::vector<Asked>& all) {
        std::vector<std::string> names;
        for (const auto& one : all) names.push_back(one.reference);
        return names;
    }
    /// Somebody a minute, or so many days, later.
    Scope later(Scope who, int days = 0) {
        who.now += std::chrono::minutes{1} + std::chrono::days{days};
        who.today += std::chrono::days{days};
        return who;
    }
    Answer unaltered(const plan::ActionId& id) {
        const auto action = *plan::find_action(test.db, test.unit, id);
        return {.action = id,
                .version = action.version,
                .stood = action.status,
                .status = action.status,
                .words = {},
                .evidence = {}};
    }
    Answer saying(const plan::ActionId& id, std::string words) {
        auto answer = unaltered(id);
        answer.words = std::move(words);
        return answer;
    }
    Result<Answered> answer_as(const Scope& who, const Request& request,
                               const std::vector<Answer>& answers) {
        return atomically([&] { return answer(test.db, who, request, answers); });
    }
    void restrict_to_nobody(const plan::ActionId& id) {
        test.in_one_transaction([&] {
            restriction::add(test.db, test.unit,
                             {.id = test.unit.new_id<restriction::RestrictionId>(),
                              .record = {"action", id.str()},
                              .reason = "A named child",
                              .review_on = test.today,
                              .at = test.now,
                              .names = {}});
        });
    }

    plan::TestPlan test;
};

} // namespace openmasa::updates
