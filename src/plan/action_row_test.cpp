#include "plan/action_row.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::HasSubstr;
using testing::Not;
using ui::Standing;

ActionLine line() {
    ActionLine made;
    made.id = ActionId::unchecked("01h00000000000000000action");
    made.reference = "VA 3";
    made.title = "Map <b>& partners";
    made.objective = "Prevent <b>&";
    made.owner = "Norfolk <b>& Constabulary";
    made.date_words = "Autumn <b>& 2025";
    made.date_meaning = "1 Sep to 30 Nov 2025";
    made.date_kind = "season";
    made.time_left = "53 days late";
    made.standing = Standing::late;
    return made;
}

std::string row(const ActionLine& line) {
    Html page;
    append_action_row(page, line);
    return std::move(page).take();
}

TEST(ActionRow, Escapes_everything_that_people_wrote) {
    const auto shown = row(line());
    EXPECT_THAT(shown, Not(HasSubstr("<b>")));
    EXPECT_THAT(shown, HasSubstr("Map &lt;b&gt;&amp; partners</a>"));
    EXPECT_THAT(shown, HasSubstr("VA 3 &nbsp;Prevent &lt;b&gt;&amp;<"));
    EXPECT_THAT(shown, HasSubstr("Norfolk &lt;b&gt;&amp; Constabulary</td>"));
    EXPECT_THAT(shown, HasSubstr("Autumn &lt;b&gt;&amp; 2025</span>"));
}

TEST(ActionRow, Leads_to_the_action) {
    EXPECT_THAT(row(line()), HasSubstr("href=\"/actions/01h00000000000000000action\""));
}

TEST(ActionRow, Shows_the_plans_words_first_and_the_meaning_beneath) {
    EXPECT_THAT(row(line()),
                HasSubstr("om-plan__means om-plan__means--late\">"
                          "1 Sep to 30 Nov 2025, <span class=\"om-nowrap\">53 days late</span>"));
}

TEST(ActionRow, Only_what_is_late_is_red) {
    auto shown = line();
    shown.standing = Standing::in_progress;
    shown.time_left = "9 days left";
    EXPECT_THAT(
        row(shown),
        HasSubstr("om-plan__means\">1 Sep to 30 Nov 2025, <span class=\"om-nowrap\">9 days left<"));
}

TEST(ActionRow, Shows_gaps_as_gaps) {
    auto bare = line();
    bare.owner = bare.date_words = bare.date_meaning = "";
    bare.date_kind = "unknown";
    bare.time_left = "";
    bare.standing = Standing::not_started;
    EXPECT_THAT(row(bare), HasSubstr("No owner</span>"));
    EXPECT_THAT(row(bare), HasSubstr("No date</span>"));
    EXPECT_THAT(row(bare), HasSubstr("left blank in the plan"));
}

TEST(ActionRow, Keeps_words_that_are_no_date) {
    auto unclear = line();
    unclear.date_words = "TBC";
    unclear.date_kind = "unknown";
    unclear.time_left = "";
    EXPECT_THAT(row(unclear), HasSubstr(">TBC</span>"));
    EXPECT_THAT(row(unclear), HasSubstr("No date</span>"));
    EXPECT_THAT(row(unclear), Not(HasSubstr("left blank")));
}

TEST(ActionRow, Says_how_many_steps_are_done) {
    auto stepped = line();
    stepped.steps = 2;
    stepped.steps_done = 1;
    stepped.standing = Standing::in_progress;
    stepped.time_left = "9 days left";
    EXPECT_THAT(row(stepped),
                HasSubstr("1 of 2 steps done, <span class=\"om-nowrap\">9 days left"));
}

TEST(ActionRow, A_group_names_what_its_rows_are_under) {
    Html page;
    begin_action_table(page, {.caption = "Actions <b>&"});
    begin_action_group(page, {.name = html("<a>Families First</a>"), .remark = "Board <b>&"});
    end_action_group(page);
    end_action_table(page);
    const std::string shown(page.view());
    EXPECT_THAT(shown, HasSubstr("Actions &lt;b&gt;&amp;</caption>"));
    EXPECT_THAT(shown, HasSubstr("<b><a>Families First</a></b><span>Board &lt;b&gt;&amp;</span>"));
}

} // namespace
} // namespace openmasa::plan
