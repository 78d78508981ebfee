#include "plan/action_row.hpp"
#include "plan/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::HasSubstr;
using testing::Not;
using ui::Standing;

const Day today = day(2026, 1, 22);

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
    EXPECT_THAT(row(bare), HasSubstr("left blank"));
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

TEST(ActionRow, Says_when_the_next_step_is_due) {
    auto stepped = line();
    stepped.steps = 3;
    stepped.steps_done = 1;
    stepped.next_step = day(2027, 1, 31);
    stepped.standing = Standing::in_progress;
    stepped.time_left = "71 days left";
    EXPECT_THAT(row(stepped), HasSubstr(">1 of 3 steps done, next by 31 Jan 2027, "
                                        "<span class=\"om-nowrap\">71 days left</span>"));
    stepped.steps_done = 3;
    stepped.next_step.reset();
    stepped.time_left = "";
    EXPECT_THAT(row(stepped), HasSubstr(">all 3 steps done</span>"));
}

TEST(ActionRow, Beside_late_stands_what_was_set) {
    auto at_risk = line();
    at_risk.status = Status::at_risk;
    EXPECT_THAT(row(at_risk),
                HasSubstr("Late</strong> <span class=\"om-plan__means\">at risk</span>"));
    at_risk.standing = Standing::at_risk;
    EXPECT_THAT(row(at_risk), Not(HasSubstr(">at risk<")));
}

TEST(ActionRow, What_is_finished_lacks_neither_owner_nor_date) {
    for (auto status : {Status::done, Status::stopped}) {
        auto bare = line();
        bare.status = status;
        bare.standing = standing(status, {}, 1, today);
        bare.owner = bare.date_words = bare.date_meaning = "";
        bare.date_kind = "unknown";
        bare.time_left = "";
        bare.evidence = 1;
        EXPECT_THAT(row(bare), Not(HasSubstr("om-ev--missing")));
        EXPECT_THAT(row(bare), Not(HasSubstr("left blank")));
        EXPECT_THAT(row(bare), HasSubstr("&ndash;</span><span class=\"govuk-visually-hidden\">"
                                         "No owner</span>"));
        bare.date_words = "TBC";
        EXPECT_THAT(row(bare), HasSubstr("<span class=\"om-plan__words\">TBC</span></td>"));
    }
}

TEST(ActionRow, Several_dates_stand_in_lines_as_they_were_written) {
    auto several = line();
    several.date_words = "30 Jun 2026\n30 Sep <b> 2026\nwhen the board has agreed it";
    EXPECT_THAT(row(several), HasSubstr("<span class=\"om-nowrap\">30 Jun 2026</span><br>"
                                        "<span class=\"om-nowrap\">30 Sep &lt;b&gt; 2026</span><br>"
                                        "when the board has agreed it</span>"));
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
