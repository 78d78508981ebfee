// What the register keeps of recommendations as of its other records: an earlier version is put
// back, one that was withdrawn is brought back, and one that came to its end is destroyed when its
// time is over.
#include "core/comments/comments.hpp"
#include "core/thread/links.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include "plan/retention/actions.hpp"
#include "plan/retention/rules.hpp"
#include "plan/retention/store.hpp"
#include "plan/retention/verify.hpp"
#include "plan/versions/actions.hpp"
#include "program.hpp"
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using recommendations::Move;
using recommendations::RecommendationId;
using recommendations::Shows;
using recommendations::State;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class RecommendationsKept : public recommendations::TestRecommendations {
protected:
    RecommendationsKept() {
        for (auto* who : {&first, &second}) {
            who->today = day(2036, 2, 1);
            who->now = Moment{who->today} + std::chrono::hours{10};
        }
        second.person = test.constable.person;
        second.account = test.constable.account;
    }
    Result<Done> put_back(const RecommendationId& id, std::int64_t wanted, const Scope& who,
                          std::string why = "Filed wrongly") {
        const versions::PutBack command{.kind = versions::Kind::recommendation,
                                        .id = id.str(),
                                        .read = now(id).version,
                                        .wanted = wanted,
                                        .why = std::move(why)};
        return run([&] { return versions::put_back(test.db, who, command); });
    }
    Result<Done> stand(const RecommendationId& id, versions::Standing to) {
        const versions::ChangeStanding command{.kind = versions::Kind::recommendation,
                                               .id = id.str(),
                                               .read = now(id).version,
                                               .to = to,
                                               .why = "It was one after all"};
        return run([&] { return versions::change_standing(test.db, test.unit, command); });
    }
    RecommendationId closed_one(std::string title) {
        const auto id = added(filed(std::move(title)));
        for (const auto how : {Move::accept, Move::close}) EXPECT_TRUE(move_on(test.unit, id, how));
        return id;
    }
    std::vector<std::string> due_on(Day today) {
        std::vector<std::string> ids;
        for (const auto& one :
             retention::due(retention::rules(test.db), retention::records(test.db),
                            retention::holds(test.db), today))
            if (one.record.kind == "recommendation") ids.push_back(one.record.id);
        test.db.finish();
        return ids;
    }
    std::string destroyed(const RecommendationId& id) {
        const auto proposed = run([&] {
            return retention::propose(
                test.db, first,
                {.kind = "recommendation", .record = id.str(), .why = "No longer needed"});
        });
        EXPECT_TRUE(proposed);
        if (!proposed) return {};
        const auto done =
            run([&] { return retention::confirm_destruction(test.db, second, *proposed); });
        EXPECT_TRUE(done);
        return done ? *done : std::string();
    }
    /// Whether a word is anywhere in the database's own text.
    bool is_anywhere(const std::string& word) {
        constexpr store::Query<std::int64_t(std::string_view)> count{"test.kept_anywhere", R"sql(
            SELECT (SELECT count(*) FROM history WHERE content LIKE $1) +
                   (SELECT count(*) FROM recommendation WHERE title LIKE $1) +
                   (SELECT count(*) FROM recommendation_version WHERE title LIKE $1) +
                   (SELECT count(*) FROM recommendation_source WHERE words LIKE $1 OR document LIKE $1) +
                   (SELECT count(*) FROM recommendation_source_version WHERE words LIKE $1) +
                   (SELECT count(*) FROM recommendation_evidence WHERE words LIKE $1) +
                   (SELECT count(*) FROM recommendation_evidence_version WHERE words LIKE $1) +
                   (SELECT count(*) FROM recommendation_move WHERE words LIKE $1) +
                   (SELECT count(*) FROM recommendation_move_version WHERE words LIKE $1) +
                   (SELECT count(*) FROM recommendation_response WHERE done LIKE $1) +
                   (SELECT count(*) FROM recommendation_response_version WHERE done LIKE $1) +
                   (SELECT count(*) FROM comment WHERE words LIKE $1) +
                   (SELECT count(*) FROM thread_link WHERE why LIKE $1))sql"};
        const auto found = test.db.one(count, "%" + word + "%").value_or(0);
        test.db.finish();
        return found > 0;
    }
    std::vector<std::string> all_faults() {
        auto verdict = audit::verify(test.db);
        plan::verify(test.db, verdict);
        thread::verify(test.db, verdict);
        retention::verify(test.db, verdict);
        test.db.finish();
        return verdict.faults;
    }

    Scope first = test.unit, second = test.unit;
};

TEST_F(RecommendationsKept,
       An_earlier_filing_and_its_sources_come_back_and_what_was_decided_stays) {
    const auto id = added(filed("Before"));
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    ASSERT_TRUE(show(id, Shows::completion, recommendations::EvidenceKind::observation));
    auto changed = whole(id);
    changed.it.title = "After";
    changed.it.due_words = "Never";
    changed.it.expected.clear();
    changed.sources[0].words = "Other words";
    ASSERT_TRUE(run([&] {
        return recommendations::save_recommendation(test.db, test.unit, changed,
                                                    {.verb = "recommendation.changed"});
    }));
    ASSERT_TRUE(put_back(id, 1, test.unit));
    const auto back = whole(id);
    EXPECT_EQ(back.it.title, "Before");
    EXPECT_EQ(back.it.due_words, "Spring 2026");
    EXPECT_EQ(back.expected.size(), 2U);
    EXPECT_EQ(back.sources[0].words, of_an_audit().source.words);
    EXPECT_EQ(back.it.state, State::accepted) << "what was decided stays";
    EXPECT_EQ(back.moves.size(), 1U);
    EXPECT_EQ(back.evidence.size(), 1U) << "and so does what shows it";
    const auto version = history::versions(test.db, "recommendation", id.view(), 1);
    EXPECT_EQ(history::value_of(version.front().content, "why"), "Filed wrongly");
    EXPECT_THAT(all_faults(), IsEmpty());
}

TEST_F(RecommendationsKept, Nothing_is_put_back_without_a_reason_a_right_or_a_version) {
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.unit, id, Move::accept));
    EXPECT_EQ(put_back(id, 1, test.unit, " ").refusal().kind, Refusal::Kind::invalid);
    for (const auto* who : {&test.constable, &test.reader, &test.outsider})
        EXPECT_EQ(put_back(id, 1, *who).refusal().kind, Refusal::Kind::not_found);
    for (const std::int64_t wanted : {0, 2, 3})
        EXPECT_EQ(put_back(id, wanted, test.unit).refusal().kind, Refusal::Kind::not_found);
}

TEST_F(RecommendationsKept, One_that_was_withdrawn_is_brought_back) {
    const auto id = added(filed());
    EXPECT_EQ(stand(id, versions::Standing::withdrawn).refusal().kind, Refusal::Kind::not_found)
        << "that has a page of its own";
    ASSERT_TRUE(run([&] {
        return recommendations::withdraw(test.db, test.unit,
                                         {.id = id, .version = 1, .why = "A heading"});
    }));
    ASSERT_TRUE(stand(id, versions::Standing::in_force));
    EXPECT_FALSE(now(id).withdrawn);
    EXPECT_EQ(stand(id, versions::Standing::in_force).refusal().kind, Refusal::Kind::conflict);
    EXPECT_THAT(all_faults(), IsEmpty());
}

TEST_F(RecommendationsKept, Pages_compare_versions_and_put_one_back) {
    Program program;
    auto& plan = program.test;
    RecommendationId id{};
    plan.in_one_transaction([&] {
        id = recommendations::add(plan.db, plan.unit, of_an_audit("Before <b>"))->id;
        EXPECT_TRUE(recommendations::move(plan.db, plan.unit,
                                          {.id = id,
                                           .version = 1,
                                           .move = Move::refuse,
                                           .on = "22 January 2026",
                                           .by = "The board",
                                           .comment = "It is done already."}));
    });
    const auto path = "/history/recommendation/" + id.str();
    EXPECT_THAT(program.get(&plan.reader, "/recommendations/" + id.str()).body,
                HasSubstr("href=\"" + path + "\">Versions of this recommendation"));
    const auto seen = program.get(&plan.unit, path);
    EXPECT_THAT(seen.body, HasSubstr("Before &lt;b&gt;"));
    EXPECT_THAT(seen.body, HasSubstr("Put version 1 back"));
    EXPECT_THAT(program.get(&plan.unit, path + "/1/put-back").body,
                HasSubstr("What was decided about it, what shows it"));
    const auto put_back = [&](const std::string& form, const std::string& nonce) {
        return program.post(&plan.unit, path + "/1/put-back", form, nonce);
    };
    EXPECT_THAT(put_back("version=2&why=Wrong", "n1").body,
                HasSubstr("It is the same now: there is nothing to put back."));
    plan.in_one_transaction([&] {
        EXPECT_TRUE(recommendations::change_filing(
            plan.db, plan.unit, {.id = id, .version = 2, .filing = {.title = "After"}}));
    });
    EXPECT_EQ(put_back("version=3&why=Wrong", "n2").status, 303);
    EXPECT_EQ(program.get(&plan.unit, path + "/standing").status, 303);
    EXPECT_EQ(program.get(&plan.outsider, path).status, 404);
    EXPECT_THAT(program.get(&plan.unit, "/retention/hold/recommendation/" + id.str()).body,
                HasSubstr("W-2026-001"));
}

TEST_F(RecommendationsKept, One_that_came_to_its_end_is_due_ten_years_later_and_an_open_one_never) {
    const auto ended = closed_one("Closed");
    const auto open = added(filed("Open"));
    EXPECT_THAT(due_on(day(2036, 1, 21)), IsEmpty());
    EXPECT_EQ(due_on(day(2036, 1, 22)), std::vector<std::string>{ended.str()});
    ASSERT_TRUE(run([&] {
        return recommendations::withdraw(test.db, test.unit,
                                         {.id = open, .version = 1, .why = "A heading"});
    }));
    EXPECT_EQ(due_on(day(2036, 1, 22)).size(), 2U);
}

TEST_F(RecommendationsKept, A_hold_on_one_that_stands_with_it_keeps_it_from_being_due) {
    const auto host = closed_one("Record what children say");
    const auto other = added(filed("Record what each child says"));
    ASSERT_TRUE(run([&] {
        return recommendations::join(
            test.db, test.unit,
            {.id = other, .version = 1, .to = host, .why = "The same", .likeness = 80});
    }));
    EXPECT_EQ(due_on(day(2036, 1, 22)), std::vector<std::string>{host.str()});
    ASSERT_TRUE(run([&] {
        return retention::set_hold(
            test.db, test.unit,
            {.kind = "recommendation", .record = other.str(), .why = "An inquiry asks for it"});
    }));
    EXPECT_THAT(due_on(day(2036, 1, 22)), IsEmpty());
}

TEST_F(RecommendationsKept, What_is_destroyed_leaves_no_word_and_the_log_stays_sound) {
    const auto secret = std::string("Quetzalcoatl");
    auto command = filed(secret + " title");
    command.source.words = secret + " words";
    const auto id = added(command);
    for (const auto how : {Move::accept, Move::close}) ASSERT_TRUE(move_on(test.unit, id, how));
    ASSERT_TRUE(run([&]() -> Result<Done> {
        TRY(comments::add(test.db, test.unit,
                          {.kind = "recommendation", .record = id.str(), .words = secret}));
        return thread::add_link(test.db, test.unit,
                                {.from = {"recommendation", id.str()},
                                 .to = {"action", test.late.str()},
                                 .strength = thread::Strength::fully,
                                 .why = secret});
    }));
    ASSERT_TRUE(run([&]() -> Result<Done> {
        responses::Response response{.id = test.unit.new_id<responses::ResponseId>(),
                                     .recommendation = id,
                                     .owner = test.constabulary,
                                     .asked_on = test.today,
                                     .due = test.today};
        responses::add_response(test.db, test.unit, response);
        response.answer = responses::Answer::accepted;
        response.done = secret;
        response.answered_on = test.today;
        return responses::save_response(test.db, test.unit, response,
                                        {.verb = "response.answered"});
    }));
    EXPECT_TRUE(is_anywhere(secret));
    EXPECT_EQ(destroyed(id), "D-2036-1");
    EXPECT_FALSE(is_anywhere(secret));
    EXPECT_EQ(now(id).title, "Destroyed");
    EXPECT_TRUE(now(id).withdrawn);
    EXPECT_THAT(due_on(day(2040, 1, 1)), IsEmpty());
    EXPECT_THAT(all_faults(), IsEmpty());
}

TEST_F(RecommendationsKept, What_stood_with_it_is_destroyed_with_it) {
    const auto host = closed_one("Record what children say");
    const auto other = added(filed("Quetzalcoatl"));
    ASSERT_TRUE(run([&] {
        return recommendations::join(
            test.db, test.unit,
            {.id = other, .version = 1, .to = host, .why = "The same", .likeness = 80});
    }));
    destroyed(host);
    EXPECT_FALSE(is_anywhere("Quetzalcoatl"));
    EXPECT_THAT(all_faults(), IsEmpty());
}

} // namespace
} // namespace openmasa
