#include "core/access/secret.hpp"
#include "core/exchange/word.hpp"
#include "plan/documents/report.hpp"
#include "plan/documents/report_views.hpp"
#include "plan/documents/report_word.hpp"
#include "plan/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan_documents {
namespace {

using plan::Status;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class HighlightReport : public testing::Test {
protected:
    HighlightReport() {
        facts.today = day(2026, 1, 22);
        facts.since = day(2025, 10, 22);
        facts.plan = {.id = new_id<plan::PlanId>(), .title = "Business plan"};
        facts.section.id = new_id<plan::SectionId>();
        facts.section.name = "Neglect <b>&";
        facts.section.difference = "Children are safer\n\nEarlier";
    }
    template<class SomeId> static SomeId new_id() {
        return SomeId::make(Moment{}, system_randomness());
    }
    plan::Action& add(const std::string& title, const std::string& date,
                      Status status = Status::in_progress, bool owned = true) {
        plan::Action action;
        action.id = new_id<plan::ActionId>();
        action.reference = "N " + std::to_string(facts.actions.size() + 1);
        action.title = title;
        action.status = status;
        action.target = plan::target_day(understand_date(date));
        action.adopted_on = day(2025, 6, 2);
        action.deadline = plan::deadline_of(action.target, action.adopted_on, {});
        if (owned) {
            action.owner = new_id<OwnerId>();
            action.owner_name = "Constabulary";
        }
        facts.actions.push_back(std::move(action));
        return facts.actions.back();
    }
    void record(const plan::Action& action, Status before, const std::string& words, Day when) {
        facts.progress.push_back({action.id, when, before, action.status, words});
    }
    enum Which { done, late, next, decision };
    std::vector<std::string> said(Which which) {
        std::vector<std::string> lines;
        const auto parts = parts_of(facts);
        for (const auto& item : parts.at(which).items)
            lines.push_back(item.title + ": " + item.says);
        return lines;
    }
    ReportFacts facts;
};

TEST_F(HighlightReport, What_was_finished_comes_before_what_moved_and_evidence_is_named) {
    const auto moved = add("Train", "31 March 2026");
    record(moved, Status::in_progress, "Two of six teams", day(2025, 12, 1));
    record(moved, Status::in_progress, "One of six", day(2025, 11, 1));
    auto& finished = add("Publish", "31 Dec 2025", Status::done);
    finished.evidence = 1;
    record(finished, Status::in_progress, "Printed", day(2025, 12, 2));
    facts.evidence.push_back({finished.id, "The guide"});
    add("Silent", "31 March 2026");
    EXPECT_THAT(said(done), ElementsAre("Publish: Done", "Train: In progress"));
    const auto items = parts_of(facts)[done].items;
    EXPECT_THAT(items[0].more, ElementsAre("Printed", "Evidence: The guide"));
    EXPECT_THAT(items[1].more, ElementsAre("Two of six teams"));
}

TEST_F(HighlightReport, What_is_done_without_evidence_is_said_so) {
    const auto finished = add("Publish", "31 Dec 2025", Status::done);
    record(finished, Status::in_progress, "", day(2025, 12, 2));
    EXPECT_THAT(said(done), ElementsAre("Publish: Done, no evidence yet"));
}

TEST_F(HighlightReport, The_longest_late_stands_first_then_what_is_at_risk_each_with_its_why) {
    add("Risky", "31 March 2026", Status::at_risk);
    const auto a_little = add("A little", "21 January 2026");
    const auto long_ago = add("Long ago", "31 Dec 2025");
    add("In time", "31 March 2026");
    facts.last_words = {{long_ago.id, day(2026, 1, 3), "Two wards have not answered"}};
    EXPECT_THAT(said(late), ElementsAre("Long ago: 22 days late", "A little: 1 day late",
                                        "Risky: At risk, 68 days left"));
    const auto items = parts_of(facts)[late].items;
    EXPECT_THAT(items[0].more, ElementsAre("3 Jan 2026: Two wards have not answered"));
    EXPECT_THAT(items[1].more, ElementsAre("Nobody has said why."));
}

TEST_F(HighlightReport, What_comes_next_is_ordered_by_day_and_reaches_ninety_days) {
    add("Too far", "30 April 2026");
    add("Second", "22 April 2026");
    add("First", "22 January 2026");
    add("Finished", "31 January 2026", Status::done);
    auto& stepped = add("Stepped", "30 Apr 2026\n31 May 2026");
    facts.steps = {{.action = stepped.id,
                    .id = new_id<plan::StepId>(),
                    .words = "Agree it",
                    .latest = day(2026, 2, 28)}};
    EXPECT_THAT(said(next), ElementsAre("First: by 22 Jan 2026", "Stepped: by 28 Feb 2026",
                                        "Second: by 22 Apr 2026"));
    EXPECT_THAT(parts_of(facts)[next].items[1].more, ElementsAre("Agree it"));
}

TEST_F(HighlightReport, Who_leads_by_when_and_whether_it_may_stop_are_decisions) {
    add("Nobody's", "31 March 2026", Status::in_progress, false);
    add("Some day", "");
    auto& stopped = add("Stopped now", "31 March 2026", Status::stopped);
    stopped.stopped_why = "The money went elsewhere";
    record(stopped, Status::in_progress, "", day(2025, 12, 2));
    add("Stopped long ago", "31 March 2026", Status::stopped);
    add("Done", "", Status::done, false);
    EXPECT_THAT(said(decision), ElementsAre("Nobody's: Decide who leads it",
                                            "Some day: Decide by when it is to be done",
                                            "Stopped now: Decide whether it may stop"));
    EXPECT_THAT(parts_of(facts)[decision].items[2].more,
                ElementsAre("Stopped: The money went elsewhere"));
}

TEST_F(HighlightReport, What_is_blocked_says_why_and_asks_for_a_decision) {
    auto& action = add("Waits", "31 March 2026", Status::blocked);
    action.stopped_why = "The court has not answered";
    EXPECT_THAT(said(late), ElementsAre("Waits: Blocked, 68 days left"));
    EXPECT_THAT(parts_of(facts)[late].items[0].more,
                ElementsAre("Blocked: The court has not answered"));
    EXPECT_THAT(said(decision), ElementsAre("Waits: Decide what lets it go on"));
}

TEST_F(HighlightReport, No_part_is_longer_than_two_minutes_and_says_how_many_more) {
    for (int at = 0; at < 12; ++at) add("Late", "31 Dec 2025");
    const auto part = parts_of(facts)[late];
    EXPECT_EQ(part.items.size(), std::size_t(most_in_part));
    EXPECT_EQ(part.in_all, 12);
    EXPECT_THAT(std::string(report_view(facts).view()), HasSubstr("And 5 more"));
}

TEST_F(HighlightReport, Nothing_is_said_in_words_too) {
    for (const auto& part : parts_of(facts)) {
        EXPECT_THAT(part.items, IsEmpty());
        EXPECT_THAT(part.nothing, testing::EndsWith("."));
    }
}

TEST_F(HighlightReport, The_covering_words_stand_on_top_escaped_and_with_whose_they_are) {
    facts.cover = CoveringWords{.words = "We are <late>\nand know it",
                                .asks = "A second trainer",
                                .who = "Chief Constable",
                                .at = day(2026, 1, 20) + std::chrono::hours(12)};
    const std::string page(report_view(facts).view());
    EXPECT_THAT(page, HasSubstr("We are &lt;late&gt;"));
    EXPECT_THAT(page, HasSubstr("Asked of the partners:"));
    EXPECT_LT(page.find("Chief Constable, 20 January 2026"), page.find("What it is for"));
    EXPECT_THAT(page, HasSubstr("Neglect &lt;b&gt;&amp;"));
}

TEST_F(HighlightReport, The_word_document_says_the_same) {
    const auto action = add("Train <b>", "31 Dec 2025");
    facts.cover = CoveringWords{.words = "We are late", .who = "Chief Constable"};
    const auto document =
        word::read_word(documents::write_word(report_as_word(facts, "https://masa.example.org")));
    ASSERT_TRUE(document);
    std::string text;
    for (const auto& block : document->blocks)
        if (const auto* paragraph = std::get_if<word::Paragraph>(&block))
            text += paragraph->text + "\n";
    for (const auto* words :
         {"Neglect <b>&", "We are late", "Children are safer", "Late, blocked or at risk",
          "N 1 Train <b>: 22 days late", "Nobody has said why."})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(text, Not(HasSubstr("&lt;")));
}

} // namespace
} // namespace openmasa::plan_documents
