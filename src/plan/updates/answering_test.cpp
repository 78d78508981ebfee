#include "plan/open_updates.hpp"
#include "plan/progress.hpp"
#include "plan/recording.hpp"
#include "plan/updates/test_updates.hpp"

namespace openmasa::updates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Answering : public Updates {
protected:
    Answering() : request(asked(everything())), constable(later(test.constable)) {}
    std::string field(const Result<Answered>& refused) {
        if (refused || refused.refusal().problems.empty()) return "none";
        return refused.refusal().problems.front().field;
    }
    plan::Action now(const plan::ActionId& id) {
        return *plan::find_action(test.db, test.unit, id);
    }

    const Request request;
    const Scope constable;
};

TEST_F(Answering, Several_answers_become_progress_and_what_is_untouched_stays_open) {
    auto at_risk = saying(test.soon, "Two partners are missing.");
    at_risk.status = plan::Status::at_risk;
    auto same = unaltered(test.recurring);
    same.nothing_changed = true;
    const auto done =
        answer_as(constable, request,
                  {saying(test.late, "The map is drawn."), at_risk, same, unaltered(test.at_risk)});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->recorded, 3);
    EXPECT_EQ(now(test.soon).status, plan::Status::at_risk);
    const auto progress = plan::progress_of(test.db, test.recurring);
    ASSERT_THAT(progress, SizeIs(1));
    EXPECT_EQ(progress[0].words, "Nothing has changed.");
    EXPECT_EQ(progress[0].who, "Chief Constable");
    EXPECT_EQ(now(test.recurring).last_update, test.today);
    const auto listed = requests_of(test.db, test.plan.id, 10);
    EXPECT_EQ(listed[0].answered, 3);
    EXPECT_THAT(plan::progress_of(test.db, test.at_risk), IsEmpty());
}

TEST_F(Answering, One_thing_that_is_wrong_saves_nothing_and_says_where) {
    auto blocked = unaltered(test.soon);
    blocked.status = plan::Status::blocked;
    auto refused = answer_as(constable, request, {saying(test.late, "Drawn."), blocked});
    EXPECT_EQ(field(refused), field_of("words", test.soon));
    EXPECT_THAT(plan::progress_of(test.db, test.late), IsEmpty());
    blocked.words = "It waits for the money.";
    ASSERT_TRUE(answer_as(constable, request, {blocked}));
    EXPECT_EQ(now(test.soon).stopped_why, "It waits for the money.");
    auto both = saying(test.late, "Drawn.");
    both.nothing_changed = true;
    EXPECT_EQ(field(answer_as(constable, request, {both})), field_of("same", test.late));
    auto shown = unaltered(test.late);
    shown.evidence = "https://example.org/map";
    EXPECT_EQ(field(answer_as(constable, request, {shown})), field_of("words", test.late));
    EXPECT_EQ(field(answer_as(constable, request, {unaltered(test.late)})), "");
}

TEST_F(Answering, What_was_blocked_before_keeps_its_reason) {
    auto blocked = saying(test.soon, "It waits for the money.");
    blocked.status = plan::Status::blocked;
    ASSERT_TRUE(answer_as(constable, request, {blocked}));
    ASSERT_TRUE(answer_as(constable, request, {saying(test.soon, "The money is promised.")}));
    EXPECT_EQ(now(test.soon).stopped_why, "It waits for the money.");
    EXPECT_EQ(plan::progress_of(test.db, test.soon).size(), 2u);
}

TEST_F(Answering, Evidence_is_a_link_or_words) {
    auto done = saying(test.late, "Done.");
    done.status = plan::Status::done;
    done.evidence = "https://example.org/map";
    auto other = saying(test.soon, "Printed.");
    other.evidence = "The guide is on every desk.";
    ASSERT_TRUE(answer_as(constable, request, {done, other}));
    const auto link = plan::evidence_of(test.db, test.late);
    ASSERT_THAT(link, SizeIs(1));
    EXPECT_EQ(link[0].link, "https://example.org/map");
    EXPECT_EQ(link[0].title, "Given with the update of 22 Jan 2026");
    EXPECT_EQ(plan::evidence_of(test.db, test.soon)[0].words, "The guide is on every desk.");
    EXPECT_EQ(now(test.late).evidence, 1);
}

TEST_F(Answering, Of_what_somebody_changed_meanwhile_nothing_is_recorded_and_the_rest_is) {
    const auto mine = saying(test.late, "The map is drawn.");
    const auto other = saying(test.soon, "It is printed.");
    ASSERT_TRUE(answer_as(later(test.unit), request, {saying(test.late, "They were first.")}));
    const auto done = answer_as(constable, request, {mine, other, unaltered(test.recurring)});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->recorded, 1);
    EXPECT_THAT(done->overtaken, ElementsAre(test.late));
    EXPECT_EQ(plan::progress_of(test.db, test.late).size(), 1u);
    EXPECT_EQ(plan::progress_of(test.db, test.soon).size(), 1u);
}

TEST_F(Answering,
       A_form_that_was_left_as_it_was_says_nothing_although_somebody_changed_the_status) {
    const auto untouched = unaltered(test.late);
    auto first = saying(test.late, "It is late.");
    first.status = plan::Status::at_risk;
    ASSERT_TRUE(answer_as(later(test.unit), request, {first}));
    const auto done =
        answer_as(constable, request, {untouched, saying(test.soon, "It is printed.")});
    ASSERT_TRUE(done);
    EXPECT_THAT(done->overtaken, IsEmpty());
    EXPECT_EQ(now(test.late).status, plan::Status::at_risk);
}

TEST_F(Answering, Nobody_answers_for_others_and_for_what_was_not_asked) {
    EXPECT_EQ(field(answer_as(constable, request, {saying(test.with_steps, "Done.")})), "");
    EXPECT_EQ(field(answer_as(constable, request, {saying(test.unproven, "Done.")})), "")
        << "it is done, and was not asked about";
    EXPECT_EQ(answer_as(later(test.reader), request, {saying(test.late, "No.")}).refusal().kind,
              Refusal::Kind::not_found);
    EXPECT_THAT(plan::progress_of(test.db, test.with_steps), IsEmpty());
}

TEST_F(Answering, Steps_that_were_done_stay_done) {
    ASSERT_TRUE(answer_as(later(test.unit), request, {saying(test.with_steps, "It goes on.")}));
    EXPECT_EQ(now(test.with_steps).steps_done,
              int(plan::done_among(plan::steps_of(test.db, test.with_steps)).size()));
}

TEST_F(Answering, Whoever_asked_is_told_that_answers_came) {
    test.in_one_transaction([&] { test.db.execute("DELETE FROM notice"); });
    ASSERT_TRUE(answer_as(constable, request, {saying(test.late, "The map is drawn.")}));
    const auto told = notices();
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].person, test.unit.person);
    EXPECT_EQ(told[0].kind, "answered");
}

TEST_F(Answering, Home_says_how_many_answers_somebody_owes) {
    const auto owed = [&](const Scope& who) { return plan::open_updates(test.db, who); };
    ASSERT_THAT(owed(constable), SizeIs(1));
    EXPECT_EQ(owed(constable)[0].actions, 4);
    EXPECT_EQ(owed(constable)[0].asker, "Business unit");
    EXPECT_THAT(owed(test.unit), IsEmpty());
    EXPECT_THAT(owed(test.reader), IsEmpty());
    ASSERT_TRUE(answer_as(constable, request, {saying(test.late, "The map is drawn.")}));
    EXPECT_EQ(owed(constable)[0].actions, 3);
}

} // namespace
} // namespace openmasa::updates
