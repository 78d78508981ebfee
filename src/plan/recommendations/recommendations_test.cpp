#include "core/notices/notice.hpp"
#include "plan/recommendations/already.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

class Recommendations : public TestRecommendations {};

TEST_F(Recommendations, One_is_proposed_since_its_document_with_the_words_as_published) {
    const auto one = whole(added(of_an_audit()));
    EXPECT_EQ(one.it.reference, "W-2026-001");
    EXPECT_EQ(one.it.state, State::proposed);
    EXPECT_EQ(one.it.since, day(2025, 3, 10));
    EXPECT_EQ(one.it.version, 1);
    ASSERT_EQ(one.sources.size(), 1U);
    EXPECT_EQ(one.sources[0].words, "All agencies <b>record & what the child said.");
    EXPECT_EQ(one.sources[0].dated, day(2025, 3, 10));
    EXPECT_EQ(one.sources[0].proposed_lead, "Audit group");
    const auto versions = history::versions(test.db, record_kind, one.it.id.view(), 5);
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_EQ(versions[0].true_from, day(2025, 3, 10));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, What_is_missing_is_said_all_at_once_and_nothing_is_left_behind) {
    const auto before = audit::verify(test.db).entries;
    AddRecommendation command{.filing = {.home = Home::sector}, .source = {.dated = "soon"}};
    const auto refused = run([&] { return add(test.db, test.unit, command); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields(refused.refusal()),
              (std::vector<std::string>{"title", "home_words", "source_kind", "document", "dated",
                                        "words"}));
    EXPECT_EQ(audit::verify(test.db).entries, before);
    command = of_an_audit("One", "23 January 2026");
    const auto to_come = run([&] { return add(test.db, test.unit, command); });
    EXPECT_EQ(fields(to_come.refusal()), std::vector<std::string>{"dated"});
    command = of_an_audit("One");
    command.filing.home = Home::priority;
    const auto nowhere = run([&] { return add(test.db, test.unit, command); });
    EXPECT_EQ(fields(nowhere.refusal()), std::vector<std::string>{"priority"});
}

TEST_F(Recommendations, An_outsider_sees_none_and_only_who_keeps_them_adds_one) {
    const auto id = added(filed());
    EXPECT_FALSE(find_recommendation(test.db, test.outsider, id));
    EXPECT_FALSE(find_called(test.db, test.outsider, "W-2026-001"));
    EXPECT_TRUE(texts_to_compare(test.db, test.outsider).empty());
    EXPECT_TRUE(already_recommended(test.db, test.outsider, "voice of the child", 5).empty());
    EXPECT_TRUE(find_called(test.db, test.reader, "w 2026 1"));
    test.db.finish();
    for (const auto* who : {&test.outsider, &test.reader, &test.constable}) {
        const auto refused = run([&] { return add(test.db, *who, of_an_audit()); });
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    }
    const auto refused = move_on(test.outsider, id, Move::accept);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(Recommendations, Filing_is_changed_once_and_somebody_who_was_first_is_noticed) {
    const auto id = added(of_an_audit());
    auto filing = filed().filing;
    const auto change = [&](std::int64_t version) {
        return run([&] {
            return change_filing(test.db, test.unit,
                                 {.id = id, .version = version, .filing = filing});
        });
    };
    EXPECT_TRUE(*change(1));
    const auto it = now(id);
    EXPECT_EQ(it.version, 2);
    EXPECT_EQ(it.priority_name, "Vulnerable <b>& adolescents");
    EXPECT_EQ(it.owner_name, "Norfolk Constabulary <b>&");
    EXPECT_EQ(it.due, day(2026, 5, 31));
    EXPECT_EQ(whole(id).expected.size(), 2U);
    EXPECT_FALSE(*change(2)) << "nothing is another than before";
    filing.title = "Another title";
    EXPECT_EQ(change(1).refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(now(id).version, 2);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, From_proposed_to_embedded_each_step_waits_for_what_it_needs) {
    const auto id = added(of_an_audit());
    const auto bare = move_on(test.reader, id, Move::accept);
    ASSERT_FALSE(bare);
    EXPECT_EQ(fields(bare.refusal()), (std::vector<std::string>{"missing", "missing"}));
    ASSERT_TRUE(run([&] {
        return change_filing(test.db, test.unit,
                             {.id = id, .version = 1, .filing = filed().filing});
    }));
    EXPECT_EQ(*move_on(test.reader, id, Move::accept, "14 March 2025"), State::accepted);
    EXPECT_EQ(*move_on(test.constable, id, Move::start, "1 April 2025"), State::in_progress);
    EXPECT_EQ(move_on(test.constable, id, Move::complete).refusal().problems.size(), 2U);
    ASSERT_TRUE(link(id, {test.done, test.late}));
    ASSERT_TRUE(show(id, Shows::completion, EvidenceKind::document));
    const auto open = move_on(test.constable, id, Move::complete);
    ASSERT_FALSE(open);
    EXPECT_EQ(open.refusal().problems.front().words, "1 action is still open.");
    ASSERT_TRUE(link(id, {test.done, test.stopped}));
    EXPECT_EQ(*move_on(test.constable, id, Move::complete), State::actions_complete);
    EXPECT_EQ(fields(move_on(test.reader, id, Move::test).refusal()),
              std::vector<std::string>{"missing"});
    ASSERT_TRUE(show(id, Shows::impact, EvidenceKind::audit_question));
    EXPECT_EQ(move_on(test.constable, id, Move::test).refusal().kind, Refusal::Kind::not_found)
        << "who does the work does not judge it";
    EXPECT_EQ(*move_on(test.reader, id, Move::test), State::impact_tested);
    EXPECT_EQ(*move_on(test.reader, id, Move::embed), State::embedded);
    const auto end = whole(id);
    EXPECT_EQ(end.moves.size(), 5U);
    EXPECT_EQ(end.moves[0].by, "Delegated safeguarding partners");
    EXPECT_EQ(end.moves[0].on, day(2025, 3, 14));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, A_move_that_does_not_lead_on_from_here_is_a_conflict_and_leaves_no_trace) {
    const auto id = added(filed());
    const auto before = audit::verify(test.db).entries;
    const auto refused = move_on(test.unit, id, Move::embed);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::conflict);
    EXPECT_EQ(refused.refusal().problems.front().words,
              "It is proposed: from there this move does not lead on.");
    EXPECT_EQ(audit::verify(test.db).entries, before);
    EXPECT_EQ(now(id).version, 1);
}

TEST_F(Recommendations, A_document_shows_no_impact_and_a_day_to_come_shows_nothing) {
    const auto id = added(filed());
    EXPECT_EQ(fields(show(id, Shows::impact, EvidenceKind::document).refusal()),
              std::vector<std::string>{"kind"});
    const auto bare = run([&] {
        return add_evidence(test.db, test.unit, {.id = id, .version = 1, .on = "1 May 2030"});
    });
    EXPECT_EQ(fields(bare.refusal()), (std::vector<std::string>{"kind", "words", "on"}));
}

TEST_F(Recommendations, One_is_superseded_by_another_that_is_there) {
    const auto old = added(filed("Old")), next = added(filed("New"));
    ASSERT_TRUE(move_on(test.unit, old, Move::accept));
    const auto supersede = [&](std::string by) {
        const auto version = now(old).version;
        return run([&] {
            return move(test.db, test.unit,
                        {.id = old,
                         .version = version,
                         .move = Move::supersede,
                         .on = "22 January 2026",
                         .comment = "The audit of 2026 says more.",
                         .superseded_by = by});
        });
    };
    for (const auto* wrong : {"", "W-2026-099", "W-2026-001", "A-2026-001", "<b>"})
        EXPECT_EQ(fields(supersede(wrong).refusal()), std::vector<std::string>{"superseded_by"})
            << wrong;
    EXPECT_EQ(*supersede("w 2026/2"), State::superseded);
    EXPECT_EQ(now(old).superseded_by, next);
    ASSERT_TRUE(move_on(test.unit, old, Move::reopen));
    EXPECT_FALSE(now(old).superseded_by);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, The_same_said_again_is_offered_joined_and_parted_as_it_was) {
    const auto old = added(filed("Record what the child said"));
    ASSERT_TRUE(move_on(test.unit, old, Move::accept));
    const auto offered = already_recommended(
        test.db, test.unit, "Agencies should record what children said in every record", 5);
    test.db.finish();
    ASSERT_EQ(offered.size(), 1U);
    EXPECT_EQ(offered[0].id, old);
    EXPECT_FALSE(offered[0].shared.empty());

    auto again = of_an_audit("Children's words are recorded", "1 September 2025");
    again.source.kind = SourceKind::section_11;
    again.source.words = "Write down what children say.";
    again.join_to = old;
    again.likeness = 61;
    const auto joined = added(again);
    EXPECT_EQ(now(joined).joined_to, old);
    EXPECT_EQ(now(joined).joined_likeness, 61);
    ASSERT_EQ(joined_to(test.db, test.unit, old).size(), 1U);
    const auto sources = all_sources_of(test.db, test.unit, old);
    ASSERT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources[0].recommendation, old);
    EXPECT_EQ(sources[1].source.words, "Write down what children say.");
    EXPECT_EQ(already_recommended(test.db, test.unit, "Write down what children say", 5).at(0).id,
              old);
    test.db.finish();
    EXPECT_EQ(move_on(test.unit, joined, Move::accept).refusal().kind, Refusal::Kind::conflict);

    const auto parted = run([&] {
        return part(test.db, test.unit,
                    {.id = joined, .version = now(joined).version, .why = "Another age group."});
    });
    ASSERT_TRUE(parted);
    const auto alone = whole(joined);
    EXPECT_FALSE(alone.it.joined_to);
    EXPECT_EQ(alone.it.state, State::proposed);
    EXPECT_EQ(alone.sources.size(), 1U);
    EXPECT_TRUE(joined_to(test.db, test.unit, old).empty());
    EXPECT_EQ(already_recommended(test.db, test.unit, "Write down what children say", 5).at(0).id,
              joined);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, None_stands_with_itself_with_one_that_stands_elsewhere_or_in_a_row) {
    const auto one = added(filed("One")), two = added(filed("Two")), three = added(filed("Three"));
    const auto joining = [&](const RecommendationId& it, const RecommendationId& to) {
        const auto version = now(it).version;
        return run(
            [&] { return join(test.db, test.unit, {.id = it, .version = version, .to = to}); });
    };
    EXPECT_FALSE(joining(one, one));
    ASSERT_TRUE(joining(two, one));
    EXPECT_FALSE(joining(two, three)) << "it stands with one already";
    EXPECT_FALSE(joining(three, two)) << "two stands with one";
    EXPECT_FALSE(joining(one, three)) << "two stands with it";
    EXPECT_EQ(joining(three, test.unit.new_id<RecommendationId>()).refusal().kind,
              Refusal::Kind::not_found);
    ASSERT_TRUE(joining(three, one));
    EXPECT_EQ(joined_to(test.db, test.unit, one).size(), 2U);
}

TEST_F(Recommendations,
       Those_whom_the_table_names_are_told_and_nobody_of_what_they_did_themselves) {
    test.in_one_transaction([&] {
        access::add_holding(test.db, {.id = "a-holding",
                                      .person = *test.constable.person,
                                      .role = Role::agency_lead,
                                      .owner = test.constabulary,
                                      .from = test.today});
    });
    const auto id = added(filed());
    ASSERT_TRUE(move_on(test.reader, id, Move::accept));
    const auto told = [&](const Scope& who) {
        return notices::was_told(test.db, *who.person, notices::Kind::recommendation_moved,
                                 id.view(), Moment{});
    };
    EXPECT_TRUE(told(test.constable));
    EXPECT_FALSE(told(test.reader));
    EXPECT_FALSE(told(test.outsider));
}

TEST_F(Recommendations, An_action_leads_back_to_what_it_carries_out) {
    const auto id = added(filed());
    ASSERT_TRUE(link(id, {test.done}));
    ASSERT_EQ(carried_out_by(test.db, test.unit, test.done).size(), 1U);
    EXPECT_EQ(carried_out_by(test.db, test.unit, test.done)[0].id, id);
    EXPECT_TRUE(carried_out_by(test.db, test.outsider, test.done).empty());
    ASSERT_TRUE(link(id, {test.late}));
    EXPECT_TRUE(carried_out_by(test.db, test.unit, test.done).empty()) << "no longer";
    EXPECT_FALSE(link(id, {test.withdrawn}));
    EXPECT_FALSE(link(id, {test.unit.new_id<plan::ActionId>()}));
}

TEST_F(Recommendations, What_should_never_have_been_there_is_withdrawn_with_a_reason) {
    const auto id = added(filed());
    const auto withdrawing = [&](std::string why) {
        const auto version = now(id).version;
        return run([&] {
            return withdraw(test.db, test.unit, {.id = id, .version = version, .why = why});
        });
    };
    EXPECT_EQ(fields(withdrawing(" ").refusal()), std::vector<std::string>{"why"});
    ASSERT_TRUE(withdrawing("A heading, not a recommendation."));
    EXPECT_TRUE(now(id).withdrawn);
    EXPECT_TRUE(already_recommended(test.db, test.unit, filed().source.words, 5).empty());
    test.db.finish();
    EXPECT_EQ(move_on(test.unit, id, Move::accept).refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(withdrawing("Again.").refusal().kind, Refusal::Kind::not_found);
    const auto decided = added(filed());
    ASSERT_TRUE(move_on(test.unit, decided, Move::accept));
    EXPECT_EQ(run([&] {
                  return withdraw(test.db, test.unit, {.id = decided, .version = 2, .why = "No."});
              })
                  .refusal()
                  .kind,
              Refusal::Kind::conflict);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, Hostile_words_stay_what_they_are) {
    auto command = filed("'; DROP TABLE recommendation; --");
    command.source.words = "{} %s \xE2\x80\xAE <script>alert(1)</script>\nsecond line\t\"quoted\"";
    command.source.document = "=cmd|' /C calc'!A0";
    const auto one = whole(added(command));
    EXPECT_EQ(one.it.title, command.filing.title);
    EXPECT_EQ(one.sources[0].words, command.source.words);
    EXPECT_EQ(one.sources[0].document, command.source.document);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Recommendations, Evidence_leads_to_a_web_address_or_nowhere) {
    AddEvidence command{
        .kind = EvidenceKind::survey, .words = "Nine of twelve.", .on = "1 May 2025"};
    EXPECT_TRUE(problems_with(command, {}, test.today).empty());
    command.link = " https://example.org/audit ";
    EXPECT_TRUE(problems_with(command, {}, test.today).empty());
    for (const auto* wrong : {"javascript:alert(1)", "example.org", "data:text/html,x"}) {
        command.link = wrong;
        const auto problems = problems_with(command, {}, test.today);
        ASSERT_EQ(problems.size(), 1U) << wrong;
        EXPECT_EQ(problems.front().field, "link");
    }
}

TEST_F(Recommendations, What_came_or_changed_since_the_index_was_made_is_offered_as_it_is_now) {
    const auto older = added(filed("Look again at families who moved"));
    const auto offered = [&](std::string_view words) {
        std::vector<RecommendationId> ids;
        for (const auto& one : already_recommended(test.db, test.unit, words, 5))
            ids.push_back(one.id);
        test.db.finish();
        return ids;
    };
    EXPECT_EQ(offered("Look again at families who moved"), std::vector{older});
    const auto newer = added(filed("Give every court the child's own words"));
    EXPECT_EQ(offered("The court hears the child's own words").at(0), newer);
    ASSERT_TRUE(run([&] {
        return change_filing(test.db, test.unit,
                             {.id = older,
                              .version = now(older).version,
                              .filing = filed("Bring dentists to the table").filing});
    }));
    EXPECT_EQ(offered("Dentists at the table").at(0), older);
    EXPECT_EQ(std::ranges::count(offered("Look again at families who moved"), older), 0);
    ASSERT_TRUE(run([&] {
        return withdraw(test.db, test.unit,
                        {.id = newer, .version = now(newer).version, .why = "A mistake."});
    }));
    EXPECT_EQ(std::ranges::count(offered("The court hears the child's own words"), newer), 0);
}

} // namespace
} // namespace openmasa::recommendations
