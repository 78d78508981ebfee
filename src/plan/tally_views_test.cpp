#include "plan/tally_views.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

const auto plan_id = PlanId::unchecked("01h0000000000000000000plan");
const Day today = day(2026, 1, 22);

std::string text(const Html& page) {
    std::string words;
    bool inside = false;
    for (const char c : page.view()) {
        if (c == '<') inside = true;
        if (!inside) words += c;
        if (c == '>') inside = false;
    }
    return words;
}

TallyGroup group(Status status, int actions, int overdue = 0) {
    TallyGroup made;
    made.plan = plan_id;
    made.status = status;
    made.actions = actions;
    made.overdue = overdue;
    return made;
}

Section section(const char* name, bool is_priority) {
    Section made;
    made.name = name;
    made.is_priority = is_priority;
    return made;
}

TEST(TallyViews, The_sentence_says_where_and_what_lacks_with_a_link_each) {
    auto undated = group(Status::not_started, 6);
    undated.undated = undated.without_owner = 6;
    auto done = group(Status::done, 1);
    done.without_evidence = 1;
    const auto tally = total({group(Status::in_progress, 4, 4), done, undated}, today);
    const auto sentence =
        plan_sentence({}, plan_id, tally,
                      {section("One", true), section("Two", true), section("Crucial <b>&", false)});
    EXPECT_EQ(
        text(sentence),
        "11 actions in two priorities and Crucial &lt;b&gt;&amp;. 4 are late, 6 have no date, "
        "6 have no owner, and 1 is done but nothing shows it.");
    EXPECT_NE(sentence.view().find("?due=late\">4 are late</a>"), sentence.view().npos);
}

TEST(TallyViews, One_of_a_kind_is_said_in_the_singular) {
    const auto tally = total({group(Status::at_risk, 1, 1)}, today);
    EXPECT_EQ(text(plan_sentence({}, plan_id, tally, {section("One", true)})),
              "1 action in one priority. 1 is late.");
}

TEST(TallyViews, Nothing_wrong_is_said_as_plainly) {
    const auto tally = total({group(Status::in_progress, 3)}, today);
    EXPECT_EQ(
        text(plan_sentence({}, plan_id, tally, {})),
        "3 actions. Nothing is late; each has a date and an owner, and what is done is shown.");
}

TEST(TallyViews, A_plan_without_actions_claims_nothing) {
    EXPECT_EQ(text(plan_sentence({}, plan_id, {}, {})), "0 actions.");
}

TEST(TallyViews, A_number_is_a_link_and_nought_is_not) {
    const auto tally = total({group(Status::at_risk, 2, 2)}, today);
    EXPECT_NE(number_link({Counted::late, plan_id, {}}, tally).view().find(">2</a>"),
              std::string_view::npos);
    EXPECT_EQ(number_link({Counted::soon, plan_id, {}}, tally).view(),
              R"(<span class="om-zero">0</span>)");
}

TEST(TallyViews, Small_numbers_are_words) {
    EXPECT_EQ(spelled(0), "nought");
    EXPECT_EQ(spelled(10), "ten");
    EXPECT_EQ(spelled(11), "11");
    EXPECT_EQ(spelled_first(5), "Five");
    EXPECT_EQ(spelled_first(24), "24");
}

} // namespace
} // namespace openmasa::plan
