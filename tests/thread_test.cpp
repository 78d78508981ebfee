// The golden thread through the whole program: back and on from any node, links that people add,
// and nothing of what the reader may not see.
#include "core/references/references.hpp"
#include "core/restriction/store.hpp"
#include "core/thread/links.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/store.hpp"
#include "plan/recommendations/actions.hpp"
#include "plan/recommendations/adding.hpp"
#include "program.hpp"
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using recommendations::EvidenceKind;
using recommendations::RecommendationId;
using recommendations::Shows;
using testing::HasSubstr;
using testing::Not;

class GoldenThread : public testing::Test {
protected:
    GoldenThread() {
        test.in_one_transaction([&] {
            const auto added = recommendations::add(
                test.db, test.unit,
                {.filing = {.title = "Record what children say", .owner = test.constabulary},
                 .source = {.kind = recommendations::SourceKind::audit,
                            .document = "Audit of neglect",
                            .dated = "10 March 2025",
                            .words = "Record it."},
                 .actions = {test.done, test.late}});
            id = added->id;
            EXPECT_TRUE(recommendations::add_evidence(test.db, test.unit,
                                                      {.id = id,
                                                       .version = 1,
                                                       .shows = Shows::impact,
                                                       .kind = EvidenceKind::survey,
                                                       .words = "Nine of twelve say so.",
                                                       .on = "20 January 2026"}));
        });
    }
    std::string page(const Scope& who, const std::string& path) {
        return program.get(&who, path).body;
    }
    std::string thread(const Scope& who, std::string_view kind, std::string_view record) {
        return page(who, "/thread/" + std::string(kind) + "/" + std::string(record));
    }
    http::Response link(const Scope& who, const std::string& form) {
        return program.post(&who, "/thread/recommendation/" + id.str() + "/add", form,
                            "nonce" + std::to_string(++posts));
    }

    Program program;
    plan::TestPlan& test = program.test;
    RecommendationId id{};
    int posts = 0;
};

TEST_F(GoldenThread, Leads_from_a_recommendation_back_to_its_source_and_on_to_its_impact) {
    const auto seen = thread(test.reader, "recommendation", id.view());
    for (const auto* words : {"Audit of neglect", "Record what children say",
                              "Nine of twelve say so</a>, 20 Jan 2026", "Recommendation, this one"})
        EXPECT_THAT(seen, HasSubstr(words));
    EXPECT_THAT(seen, HasSubstr("/actions/" + test.done.str()));
}

TEST_F(GoldenThread, Leads_from_an_action_back_to_the_audit_and_on_to_what_changed) {
    const auto seen = thread(test.reader, "action", test.late.view());
    for (const auto* words : {"Audit of neglect", "Record what children say",
                              "Nine of twelve say so</a>, 20 Jan 2026", "Action, this one"})
        EXPECT_THAT(seen, HasSubstr(words));
    EXPECT_THAT(seen, Not(HasSubstr("/actions/" + test.done.str())))
        << "the other action neither led here nor came of it";
}

TEST_F(GoldenThread, Leads_from_what_was_joined_or_superseded_on_to_where_it_is_followed) {
    RecommendationId older{}, joined{};
    test.in_one_transaction([&] {
        const auto add = [&](std::string title, std::string document) {
            return recommendations::add(test.db, test.unit,
                                        {.filing = {.title = std::move(title)},
                                         .source = {.kind = recommendations::SourceKind::scrutiny,
                                                    .document = std::move(document),
                                                    .words = "Say so."}})
                ->id;
        };
        older = add("Older one", "Scrutiny of old");
        joined = add("Joined one", "Scrutiny of late");
        auto whole = *recommendations::find_whole(test.db, test.unit, older);
        whole.it.state = recommendations::State::superseded;
        whole.it.superseded_by = id;
        EXPECT_TRUE(recommendations::save_recommendation(test.db, test.unit, whole,
                                                         {.verb = "recommendation.moved"}));
        EXPECT_TRUE(
            recommendations::join(test.db, test.unit, {.id = joined, .version = 1, .to = id}));
    });
    for (const auto& from : {older, joined})
        for (const auto& seen : {thread(test.reader, "recommendation", from.view()),
                                 page(test.reader, "/recommendations/" + from.str())})
            EXPECT_THAT(seen, HasSubstr("Record what children say"));
    const auto back = thread(test.reader, "recommendation", id.view());
    for (const auto* words : {"Older one", "Scrutiny of old", "Joined one", "Scrutiny of late"})
        EXPECT_THAT(back, HasSubstr(words));
}

TEST_F(GoldenThread, Is_not_there_for_whoever_may_not_see_the_record) {
    EXPECT_EQ(program.get(&test.outsider, "/thread/recommendation/" + id.str()).status, 404);
    EXPECT_EQ(program.get(&test.reader, "/thread/recommendation/" + test.done.str()).status, 404);
    EXPECT_EQ(program.get(&test.reader, "/thread/nothing/" + id.str()).status, 404);
}

TEST_F(GoldenThread, People_link_records_with_how_strongly_and_why_and_take_it_back) {
    EXPECT_EQ(link(test.reader, "other=A-2026-001").status, 404);
    EXPECT_EQ(link(test.unit, "other=nothing&direction=back").status, 422);
    const auto reference = references::of(test.db, "action", test.stopped.view());
    const auto good = "other=" + reference + "&direction=back&strength=partly&why=Both+ask+%3Cb%3E";
    EXPECT_EQ(link(test.unit, "other=" + reference + "&direction=back&why=x").status, 422);
    EXPECT_EQ(link(test.unit, good).status, 303);
    EXPECT_THAT(
        program.post(&test.unit, "/thread/recommendation/" + id.str() + "/add", good, "n2").body,
        HasSubstr("These two are linked already."));
    const auto seen = thread(test.unit, "recommendation", id.view());
    EXPECT_THAT(seen, HasSubstr("/actions/" + test.stopped.str()));
    EXPECT_THAT(seen, HasSubstr("in part: Both ask &lt;b&gt;"));
    EXPECT_THAT(thread(test.reader, "action", test.stopped.view()),
                HasSubstr("Record what children say"));
    const auto at = seen.find("/thread/links/");
    ASSERT_NE(at, seen.npos);
    const auto path = seen.substr(at, seen.find('"', at) - at);
    EXPECT_EQ(program.post(&test.reader, path, "why=No", "n3").status, 404);
    EXPECT_EQ(program.post(&test.unit, path, "why=", "n4").status, 422);
    EXPECT_EQ(program.post(&test.unit, path, "why=A+mistake", "n5").status, 303);
    EXPECT_THAT(thread(test.unit, "recommendation", id.view()),
                Not(HasSubstr("/actions/" + test.stopped.str())));
}

constexpr auto section_title = R"(id="thread">The golden thread)";
constexpr auto nothing_yet = "Nothing led here yet, and nothing came of it";

TEST_F(GoldenThread, An_actions_page_says_what_led_here_and_what_came_of_it) {
    const auto seen = page(test.reader, "/actions/" + test.late.str());
    for (const auto* words :
         {section_title, "What led here", "Record what children say</a>, W-", "What came of it",
          "Nine of twelve say so</a>, 20 Jan 2026", "All of the thread"})
        EXPECT_THAT(seen, HasSubstr(words));
    EXPECT_THAT(seen, Not(HasSubstr("link more")));
    EXPECT_THAT(page(test.unit, "/actions/" + test.late.str()), HasSubstr("link more"));
}

TEST_F(GoldenThread, A_page_of_what_nothing_is_linked_to_says_so_to_those_who_may_link) {
    const auto path = "/actions/" + test.stopped.str();
    EXPECT_THAT(page(test.reader, path), Not(HasSubstr("The golden thread")));
    EXPECT_THAT(page(test.reader, path), Not(HasSubstr(nothing_yet)));
    EXPECT_THAT(page(test.unit, path), Not(HasSubstr(section_title)));
    EXPECT_THAT(page(test.unit, path), HasSubstr(nothing_yet));
    EXPECT_THAT(page(test.unit, path),
                HasSubstr("/thread/action/" + test.stopped.str() + "/add\">link what did"));
    EXPECT_THAT(page(test.unit, path + "?as-at=2026-01-22"), Not(HasSubstr(nothing_yet)));
}

TEST_F(GoldenThread, Every_page_of_a_record_that_was_linked_says_so) {
    const auto section = plan::find_action(test.db, test.unit, test.late)->section;
    const auto objective = plan::find_action(test.db, test.unit, test.late)->objective;
    const auto agency = test.constabulary.str();
    const std::pair<std::string, std::string> ends[] = {
        {"section", section.str()},
        {"objective", objective.str()},
        {"plan", test.plan.id.str()},
        {"agency", agency},
    };
    test.in_one_transaction([&] {
        agencies::add_agency(test.db, test.unit,
                             {.id = test.constabulary,
                              .name = "Norfolk Constabulary <b>&",
                              .sector = "Police",
                              .role = "Statutory partner"});
        for (const auto& [kind, record] : ends)
            EXPECT_TRUE(thread::add_link(test.db, test.unit,
                                         {.from = {"recommendation", id.str()},
                                          .to = {kind, record},
                                          .strength = thread::Strength::fully,
                                          .why = "It was asked of it."}));
    });
    for (const auto& path : {"/priorities/" + section.str(), "/objectives/" + objective.str(),
                             "/plans/" + test.plan.id.str() + "/editions", "/agencies/" + agency}) {
        EXPECT_THAT(page(test.reader, path), HasSubstr("Record what children say</a>")) << path;
        EXPECT_THAT(page(test.reader, path), HasSubstr("What led here")) << path;
        EXPECT_THAT(page(test.reader, path), Not(HasSubstr("What came of it"))) << path;
    }
    const auto seen = thread(test.reader, "recommendation", id.view());
    EXPECT_THAT(seen, HasSubstr("/priorities/" + section.str()));
    EXPECT_THAT(seen, HasSubstr("/objectives/" + objective.str()));
    EXPECT_THAT(seen, HasSubstr("/plans/" + test.plan.id.str()));
}

TEST_F(GoldenThread, What_the_reader_may_not_see_leaves_no_gap_on_the_page) {
    test.in_one_transaction([&] {
        restriction::add(test.db, test.unit,
                         {.id = test.unit.new_id<restriction::RestrictionId>(),
                          .record = {"recommendation", id.str()},
                          .reason = "A child can be recognised",
                          .review_on = day(2026, 3, 1),
                          .names = {{.person = test.unit.person, .owner = {}}}});
    });
    const auto seen = page(test.reader, "/actions/" + test.late.str());
    EXPECT_THAT(seen, Not(HasSubstr("The golden thread")));
    EXPECT_THAT(seen, Not(HasSubstr("Nine of twelve")));
}

TEST_F(GoldenThread, A_link_changed_slipped_in_or_deleted_behind_the_program_is_found) {
    const auto faults = [&] {
        audit::Verdict verdict;
        thread::verify(test.db, verdict);
        return openmasa::join(verdict.faults, "\n");
    };
    const auto tampered = [&](const char* sql) {
        test.in_one_transaction([&] { test.db.execute(sql); });
        return faults();
    };
    EXPECT_EQ(link(test.unit, "other=" + references::of(test.db, "action", test.stopped.view()) +
                                  "&direction=back&strength=partly&why=Both+ask")
                  .status,
              303);
    EXPECT_EQ(faults(), "");
    EXPECT_THAT(tampered("UPDATE thread_link SET why = 'Nobody said this'"),
                HasSubstr("is not what its history says (Why)"));
    EXPECT_THAT(tampered("UPDATE thread_link SET why = 'Both ask', strength = 2"),
                HasSubstr("is not what its history says (Strength)"));
    EXPECT_THAT(tampered("UPDATE thread_link SET strength = 1, withdrawn_at = made_at"),
                HasSubstr("is in version 2, its history ends with 1"));
    EXPECT_THAT(tampered("UPDATE thread_link SET id = 'x', withdrawn_at = NULL"),
                testing::AllOf(HasSubstr("has no history"), HasSubstr("is gone")));
}

} // namespace
} // namespace openmasa
