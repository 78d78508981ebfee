#pragma once
// What the tests of this feature share: the constabulary has a lead with an account, Children's
// Services has nobody.
#include "core/restriction/store.hpp"
#include "plan/test_answering.hpp"
#include "plan/updates/answering.hpp"
#include "plan/updates/asking.hpp"
#include "plan/updates/owing.hpp"
#include "plan/updates/store.hpp"
#include <gmock/gmock.h>

namespace openmasa::updates {

using plan::TestNotice;

class Updates : public plan::TestAnswering {
protected:
    Updates() { hold(test.constable, Role::agency_lead, test.constabulary); }

    Ask everything() {
        auto choice = usual_choice(test.today, {});
        choice.owners = {test.constabulary.str(), test.services.str()};
        return {.plan = test.plan.id,
                .choice = std::move(choice),
                .words = "How far is it <b>?",
                .emails = {{test.services.str(), "head@example.org"}}};
    }
    Result<RequestId> ask_as(const Scope& who, const Ask& command) {
        return run([&] { return ask(test.db, who, command); });
    }
    Request asked(const Ask& command) {
        const auto id = ask_as(test.unit, command);
        EXPECT_TRUE(id);
        return *find_request(test.db, *id);
    }
    std::vector<std::string> references(const std::vector<Asked>& all) {
        std::vector<std::string> names;
        for (const auto& one : all) names.push_back(one.reference);
        return names;
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
        return run([&] { return answer(test.db, who, request, answers); });
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
};

} // namespace openmasa::updates
