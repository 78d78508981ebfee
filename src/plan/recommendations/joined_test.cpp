// One that stands with another is followed there; for whom that other is hidden it stands by
// itself, everywhere.
#include "core/registers/rows.hpp"
#include "core/restriction/sight.hpp"
#include "plan/recommendation_history.hpp"
#include "plan/recommendations/module.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include "plan/restrictable.hpp"
#include <gmock/gmock.h>

namespace openmasa::recommendations {
namespace {

using testing::HasSubstr;
using testing::Not;

class JoinedRecommendation : public TestRecommendations {
protected:
    void SetUp() override {
        host = added(filed("Record the voice"));
        id = added(filed("Write down what each child says"));
        ASSERT_TRUE(move_on(test.unit, id, Move::accept, "14 March 2025"));
        ASSERT_TRUE(run([&] {
            return join(test.db, test.unit,
                        {.id = id, .version = now(id).version, .to = host, .why = "Both ask it."});
        }));
    }
    void hide_host() {
        test.db.guard_with(std::make_shared<const store::ReadyLens>(restriction::lens_without(
            {{std::string(record_kind), host.str()}}, test.unit.person, {plan::restrictable()})));
    }
    std::string page(const RecommendationId& of, std::string_view below = {}) {
        return test.get(module(), test.unit, "/recommendations/" + of.str() + std::string(below))
            .body;
    }
    /// In the list, as whoever reads sees it now.
    std::string cell(std::string_view key) {
        const auto& which = recommendation_register;
        std::string found;
        registers::all_rows(test.db, test.unit, which)([&](const registers::Cells& row) {
            if (row[registers::place_of(which.columns, "id")] == id.str())
                found = row[registers::place_of(which.columns, key)];
        });
        return found;
    }
    std::vector<history::Version> versions() {
        auto all = history::versions(test.db, record_kind, id.view(), 25);
        SeenHistory(test.db, test.unit).show_changes(all);
        return all;
    }
    RecommendationId host{}, id{};
};

TEST_F(JoinedRecommendation, Takes_no_evidence_and_no_actions_but_leads_to_where_it_is_followed) {
    const auto evidence = show(id, Shows::completion, EvidenceKind::survey);
    ASSERT_FALSE(evidence);
    EXPECT_THAT(evidence.refusal().problems.front().words,
                HasSubstr("It stands with " + now(host).reference + " and is followed there"));
    EXPECT_FALSE(link(id, {test.done}));
    const auto seen = page(id);
    EXPECT_THAT(seen, Not(HasSubstr("Link the actions")));
    EXPECT_THAT(seen, Not(HasSubstr("Add evidence")));
    const auto led = test.get(module(), test.unit, "/recommendations/" + id.str() + "/evidence");
    EXPECT_EQ(led.status, 303);
    EXPECT_TRUE(show(host, Shows::completion, EvidenceKind::survey));
}

TEST_F(JoinedRecommendation, Says_in_every_change_what_it_was_joined_to_and_moves_as_sentences) {
    const auto seen = page(id);
    EXPECT_THAT(seen, HasSubstr("<b class=\"om-strong\">Joined to:</b>"));
    EXPECT_THAT(seen, HasSubstr("Accept:</b> from proposed to accepted on 14 Mar 2025, by "
                                "Delegated safeguarding partners. Agreed &lt;b&gt;&amp; minuted."));
    EXPECT_THAT(seen, Not(HasSubstr("Move 1")));
    EXPECT_THAT(seen, Not(HasSubstr("[")));
}

TEST_F(JoinedRecommendation, Stands_by_itself_for_whom_the_other_is_hidden) {
    EXPECT_EQ(cell("standing"), "joined");
    EXPECT_EQ(versions().size(), 3U);
    hide_host();
    EXPECT_EQ(cell("standing"), "outstanding");
    EXPECT_EQ(cell("stands_with"), "");
    const auto seen = versions();
    ASSERT_EQ(seen.size(), 2U) << "that it was joined is no change for them";
    for (const auto& version : seen)
        for (const auto& [key, value] : version.content)
            EXPECT_FALSE(key.starts_with("joined")) << key;
}

TEST_F(JoinedRecommendation, Evidence_of_impact_is_not_older_than_what_was_published) {
    AddEvidence command{.id = host,
                        .version = now(host).version,
                        .shows = Shows::impact,
                        .kind = EvidenceKind::survey,
                        .words = "Nine of twelve say so.",
                        .on = "9 March 2025"};
    const auto refused = run([&] { return add_evidence(test.db, test.unit, command); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(
        refused.refusal().problems.front().words,
        "It was published on 10 Mar 2025: what changed by it cannot be of a day before that.");
    command.shows = Shows::completion;
    EXPECT_TRUE(run([&] { return add_evidence(test.db, test.unit, command); }))
        << "the work may have begun before";
}

TEST_F(JoinedRecommendation, A_date_that_nobody_understands_is_told_and_one_in_words_explained) {
    EXPECT_THAT(page(host), HasSubstr("(understood as 1 Mar to 31 May 2026)"));
    auto filing = filed().filing;
    filing.due = "32 Octember 2026";
    ASSERT_TRUE(run([&] {
        return change_filing(test.db, test.unit,
                             {.id = host, .version = now(host).version, .filing = filing});
    }));
    EXPECT_THAT(page(host), HasSubstr("By <b>32 Octember 2026</b>, "));
    EXPECT_THAT(page(host), HasSubstr("which is no date"));
    EXPECT_THAT(page(host, "/change"), HasSubstr("is no date that can be understood"));
}

TEST_F(JoinedRecommendation, A_step_that_somebody_made_meanwhile_is_said_to_have_been_made) {
    ASSERT_TRUE(move_on(test.unit, host, Move::accept, "14 March 2025"));
    const auto again =
        test.get(module(), test.unit, "/recommendations/" + host.str() + "/moves/accept");
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(again.body, HasSubstr("It has moved on"));
    EXPECT_THAT(again.body, HasSubstr("It is accepted now."));
}

TEST_F(JoinedRecommendation, What_was_withdrawn_offers_nothing_to_put_right_and_no_clock) {
    const auto third = added(of_an_audit("A line that was none"));
    EXPECT_THAT(page(third), HasSubstr("Put right"));
    ASSERT_TRUE(run([&] {
        return withdraw(test.db, test.unit,
                        {.id = third, .version = now(third).version, .why = "A slip."});
    }));
    EXPECT_THAT(page(third), Not(HasSubstr("Put right")));
    EXPECT_THAT(page(third), Not(HasSubstr("Start a clock")));
}

} // namespace
} // namespace openmasa::recommendations
