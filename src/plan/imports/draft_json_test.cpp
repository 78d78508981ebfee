#include "plan/imports/draft_json.hpp"
#include <gmock/gmock.h>

namespace openmasa::imports {
namespace {

using testing::HasSubstr;

Draft small_draft() {
    Draft draft;
    draft.title = "Safeguarding plan";
    draft.sections.resize(1);
    draft.sections[0].name = "Neglect";
    draft.sections[0].objectives.resize(1);
    draft.sections[0].objectives[0].actions.resize(2);
    auto& first = draft.sections[0].objectives[0].actions[0];
    first.title = "Train \"all\" schools";
    first.target = understand_date("31 Mar 2026");
    first.status = Status::in_progress;
    first.notes = {{"Impact", "asked once"}};
    draft.doubts.resize(2);
    draft.doubts[0].id = "t1r2-dates";
    draft.doubts[0].options = {{"As it stands", "by 31 Mar 2026"}};
    draft.doubts[0].evidence = {{"Date", {{"31 Mar 2026", true}}}};
    return draft;
}

TEST(Draft_counts, Say_what_is_missing_and_what_is_doubtful) {
    const Counts counts = count(small_draft());
    EXPECT_EQ(counts.sections, 1);
    EXPECT_EQ(counts.priorities, 1);
    EXPECT_EQ(counts.without_owner, 1);
    EXPECT_EQ(counts.objectives, 1);
    EXPECT_EQ(counts.actions, 2);
    EXPECT_EQ(counts.without_date, 1);
    EXPECT_EQ(counts.doubtful, 1) << "a doubt without options is only to know";
}

TEST(Draft_as_JSON, Has_the_counts_the_sections_and_the_doubts) {
    JsonWriter json(JsonWriter::Style::compact);
    write(json, small_draft());
    const auto text = json.text();
    EXPECT_THAT(text, HasSubstr(R"("title": "Train \"all\" schools")"));
    EXPECT_THAT(text, HasSubstr(R"("without_owner": 1)"));
    EXPECT_THAT(text, HasSubstr(R"("latest": "2026-03-31")"));
    EXPECT_THAT(text, HasSubstr(R"("status": "in progress")"));
    EXPECT_THAT(text, HasSubstr(R"("status": null)"));
    EXPECT_THAT(text, HasSubstr(R"({"header": "Impact","words": "asked once"})"));
    EXPECT_THAT(text, HasSubstr(R"({"words": "31 Mar 2026","marked": true})"));
    EXPECT_THAT(text, HasSubstr(R"({"label": "As it stands","meaning": "by 31 Mar 2026"})"));
}

} // namespace
} // namespace openmasa::imports
