// What somebody owes, through the whole program: who is led there, and that every page says the
// same.
#include "partnership/agencies/store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class OwedProgram : public testing::Test {
protected:
    std::string get(const Scope& who, const std::string& target) {
        return program.get(&who, target).body;
    }
    plan::TestPlan& t() { return program.test; }
    std::string owner() { return "/owners/" + t().constabulary.str(); }

    Program program;
};

TEST_F(OwedProgram, The_page_of_an_agency_says_what_it_owes_and_leads_there) {
    t().in_one_transaction([&] {
        agencies::add_agency(t().db, t().unit,
                             {.id = t().constabulary,
                              .name = "Norfolk Constabulary <b>&",
                              .sector = "Police",
                              .role = "Statutory partner"});
    });
    const auto page = get(t().reader, "/agencies/" + t().constabulary.str());
    EXPECT_THAT(page, HasSubstr("href=\"" + owner() + "\">4 open actions, 2 of them late</a>"));
    EXPECT_THAT(get(t().reader, owner()), HasSubstr("/agencies/" + t().constabulary.str()));
    EXPECT_THAT(get(t().outsider, "/agencies/" + t().constabulary.str()),
                Not(HasSubstr("open actions")));
}

TEST_F(OwedProgram, Home_leads_those_who_act_for_somebody_to_what_that_one_owes) {
    EXPECT_THAT(get(program.cast[std::size_t(Role::agency_lead)], "/"),
                HasSubstr("All that <a class=\"govuk-link govuk-link--no-visited-state\" href=\"" +
                          owner()));
    EXPECT_THAT(get(t().reader, "/"), Not(HasSubstr(owner())));
}

TEST_F(OwedProgram, The_names_of_owners_lead_there_from_a_plans_pages) {
    const auto plan = "/plans/" + t().plan.id.str();
    for (const auto& page :
         {plan + "/actions", plan + "/priorities", "/priorities/" + t().adolescents.id.str(),
          "/objectives/" + t().prevent.id.str(), "/actions/" + t().late.str()})
        EXPECT_THAT(get(t().reader, page), HasSubstr("href=\"" + owner() + "\"")) << page;
}

TEST_F(OwedProgram, Looking_back_to_before_the_plan_nothing_was_owed_and_nothing_had_changed) {
    EXPECT_THAT(get(t().reader, owner()), HasSubstr("4 open actions, 2 of them late."));
    const auto then = get(t().reader, owner() + "?as-at=2026-01-21");
    EXPECT_THAT(then, HasSubstr("As it was on 21 January 2026"));
    EXPECT_THAT(then, HasSubstr("No open actions."));
    const auto plan = "/plans/" + t().plan.id.str();
    EXPECT_THAT(get(t().reader, plan + "/changes?since=2026-01-22"),
                HasSubstr("12 actions changed since 22 January 2026."));
    EXPECT_EQ(program.get(&t().reader, plan + "/changes?as-at=2026-01-21").status, 404);
}

TEST_F(OwedProgram, Home_and_the_pages_of_gaps_say_the_same_numbers) {
    const auto home = get(t().unit, "/");
    const auto plan = get(t().unit, "/plans/" + t().plan.id.str() + "/gaps");
    const auto all = get(t().unit, "/gaps");
    EXPECT_THAT(home, HasSubstr("Give 2 actions a date"));
    EXPECT_THAT(plan, HasSubstr("due=none\">open actions without a date"));
    for (const auto& page : {plan, all})
        for (const auto* gap :
             {"<b>2</b><span>", "<b>1</b><span>", "without a date", "without an owner"})
            EXPECT_THAT(page, HasSubstr(gap));
    EXPECT_THAT(plan, HasSubstr("<b>5</b><span>"));
    EXPECT_THAT(home, HasSubstr("<b>5</b><span>"));
}

} // namespace
} // namespace openmasa
