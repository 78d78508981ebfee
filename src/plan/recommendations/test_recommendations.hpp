#pragma once
// What tests of recommendations share: the plan's cast (plan/test_plan.hpp) and one recommendation
// of an audit. Today is Thursday 22 January 2026.
#include "plan/look_back.hpp"
#include "plan/recommendations/actions.hpp"
#include "plan/recommendations/adding.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gtest/gtest.h>

namespace openmasa::recommendations {

class TestRecommendations : public testing::Test {
protected:
    static AddRecommendation of_an_audit(std::string title = "Record the <b>voice & of the child",
                                         std::string dated = "10 March 2025") {
        return {.filing = {.title = std::move(title)},
                .source = {.kind = SourceKind::audit,
                           .document = "Audit of neglect 2025",
                           .dated = std::move(dated),
                           .paragraph = "Recommendation 3",
                           .words = "All agencies <b>record & what the child said.",
                           .proposed_lead = "Audit group"}};
    }
    /// Filed, led and dated, so that every move finds what it needs but actions and evidence.
    AddRecommendation filed(std::string title = "Record the voice of the child") {
        auto command = of_an_audit(std::move(title));
        command.filing.home = Home::priority;
        command.filing.priority = test.adolescents.id;
        command.filing.kind = Kind::workforce;
        command.filing.owner = test.constabulary;
        command.filing.due = "Spring 2026";
        command.filing.expected = {test.constabulary, test.services};
        return command;
    }

    template<class Work> auto run(Work work) {
        auto result = test.db.atomically(work);
        test.db.finish();
        return result;
    }
    RecommendationId added(const AddRecommendation& command) {
        const auto one = run([&] { return add(test.db, test.unit, command); });
        EXPECT_TRUE(one);
        return one ? one->id : RecommendationId{};
    }
    Whole whole(const RecommendationId& id) {
        auto found = find_whole(test.db, test.unit, id);
        test.db.finish();
        EXPECT_TRUE(found);
        return found.value_or(Whole{});
    }
    Recommendation now(const RecommendationId& id) { return whole(id).it; }

    Result<State> move_on(const Scope& who, const RecommendationId& id, Move how,
                          std::string on = "22 January 2026") {
        const auto version = now(id).version;
        return run([&] {
            return move(test.db, who,
                        {.id = id,
                         .version = version,
                         .move = how,
                         .on = on,
                         .by = "Delegated safeguarding partners",
                         .comment = "Agreed <b>& minuted."});
        });
    }
    Result<Done> show(const RecommendationId& id, Shows shows, EvidenceKind kind) {
        const auto version = now(id).version;
        return run([&] {
            return add_evidence(test.db, test.unit,
                                {.id = id,
                                 .version = version,
                                 .shows = shows,
                                 .kind = kind,
                                 .words = "Eight of ten cases.",
                                 .on = iso(test.unit.today)});
        });
    }
    Result<Done> link(const RecommendationId& id, std::vector<plan::ActionId> actions) {
        const auto version = now(id).version;
        return run([&] {
            return link_actions(test.db, test.unit,
                                {.id = id, .version = version, .actions = actions});
        });
    }

    /// As it was at the end of that day, as known now.
    template<class Read> auto then(Day day, Read read) {
        store::Lens lens;
        history::look_back(lens, {.day = day});
        plan::look_back(lens, {.day = day});
        test.db.look_through(std::move(lens));
        auto seen = read();
        test.db.finish();
        return seen;
    }
    std::optional<Whole> whole_then(Day day, const RecommendationId& id) {
        return then(day, [&] { return find_whole(test.db, test.unit, id); });
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        return verdict.faults;
    }
    static std::vector<std::string> fields(const Refusal& refusal) {
        std::vector<std::string> all;
        for (const auto& problem : refusal.problems) all.push_back(problem.field);
        return all;
    }
    plan::TestPlan test;
};

} // namespace openmasa::recommendations
