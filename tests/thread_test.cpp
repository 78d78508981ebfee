// The golden thread through the whole program: back and on from any node, links that people add,
// and nothing of what the reader may not see.
#include "core/references/references.hpp"
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
                              "Nine of twelve say so.", "Recommendation, this one"})
        EXPECT_THAT(seen, HasSubstr(words));
    EXPECT_THAT(seen, HasSubstr("/actions/" + test.done.str()));
}

TEST_F(GoldenThread, Leads_from_an_action_back_to_the_audit_and_on_to_what_changed) {
    const auto seen = thread(test.reader, "action", test.late.view());
    for (const auto* words : {"Audit of neglect", "Record what children say",
                              "Nine of twelve say so.", "Action, this one"})
        EXPECT_THAT(seen, HasSubstr(words));
    EXPECT_THAT(seen, Not(HasSubstr("/actions/" + test.done.str())))
        << "the other action neither led here nor came of it";
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

} // namespace
} // namespace openmasa
