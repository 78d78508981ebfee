// Pages as they were on an earlier day, by real requests through the router.
#include "core/audit/audit.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Everything in the test plan was recorded on 22 January 2026; five days later one action is
/// finished and renamed.
class LookingBack : public testing::Test {
protected:
    LookingBack() {
        program.test.now += std::chrono::hours{5 * 24};
        later = program.test.unit;
        later.now = program.test.now;
        later.today = london_day(later.now);
        program.test.in_one_transaction([&] {
            program.test.db.execute(
                "UPDATE session SET expires_at = '2026-03-01T00:00:00.000Z', last_used_at = '2026-02-01T00:00:00.000Z'");
            auto action = *plan::find_action(program.test.db, later, program.test.late);
            action.title = "Renamed since";
            action.status = plan::Status::done;
            EXPECT_TRUE(
                plan::save_action(program.test.db, later, action, {.verb = "action.changed"}));
        });
        router.emplace(RouterOptions{.clock = [this] { return later.now; },
                                     .randomness = &program.randomness,
                                     .on_over_budget =
                                         [](const Route& route, int statements) {
                                             ADD_FAILURE() << route.pattern << statements;
                                         }},
                       modules());
        std::swap(program.router, *router);
    }
    std::string get(const std::string& target, const Scope& who) {
        return program.get(&who, target).body;
    }
    std::string list(const std::string& query = "") {
        return "/plans/" + program.test.plan.id.str() + "/actions" + query;
    }
    std::string action(const std::string& query = "") {
        return "/actions/" + program.test.late.str() + query;
    }

    Program program;
    Scope later;
    std::optional<Router> router;
};

TEST_F(LookingBack, A_list_and_a_page_are_as_they_were_and_say_so) {
    const auto& unit = program.test.unit;
    EXPECT_THAT(get(list(), unit), HasSubstr("Renamed since"));
    const auto then = get(list("?as-at=2026-01-24"), unit);
    EXPECT_THAT(then, HasSubstr("As it was on 24 January 2026"));
    EXPECT_THAT(then, Not(HasSubstr("Renamed since")));
    EXPECT_THAT(then, HasSubstr("/actions/" + program.test.late.str() + "?as-at=2026-01-24"));
    EXPECT_THAT(get(action("?as-at=2026-01-24"), unit), Not(HasSubstr("Renamed since")));
    EXPECT_THAT(get("/?as-at=2026-01-24", unit), HasSubstr("As it was on 24 January 2026"));
    EXPECT_THAT(get(action("?as-at=2026-01-27"), unit), HasSubstr("Renamed since"));
    EXPECT_THAT(get(list("?as-at=2026-01-21"), unit), HasSubstr("Nothing is at this address"));
}

TEST_F(LookingBack, Nothing_can_be_changed_from_there) {
    const auto& unit = program.test.unit;
    EXPECT_THAT(get(action(), unit), HasSubstr("/progress\""));
    const auto then = get(action("?as-at=2026-01-24"), unit);
    EXPECT_THAT(then, Not(HasSubstr("/progress")));
    EXPECT_THAT(then, Not(HasSubstr("/change\"")));
    const auto below = "/actions/" + program.test.late.str() + "/progress?as-at=2026-01-24";
    EXPECT_EQ(program.get(&unit, below).status, 403);
    const auto sent = program.post(&unit, below, "status=done&words=x&version=2", "once");
    EXPECT_EQ(sent.status, 403);
    EXPECT_THAT(sent.body, HasSubstr("The past cannot be changed"));
    EXPECT_EQ(program.get(&program.test.reader, below).status, 404) << "no more than without a day";
    program.test.db.finish();
    EXPECT_EQ(plan::find_action(program.test.db, unit, program.test.late)->version, 2);
}

TEST_F(LookingBack, Redirects_and_downloads_are_of_that_day) {
    const auto& unit = program.test.unit;
    const auto moved =
        program.get(&unit, "/plans/" + program.test.plan.id.str() + "?as-at=2026-01-24");
    EXPECT_EQ(Program::header(moved, "Location"), list("?as-at=2026-01-24"));
    const auto csv = "/plans/" + program.test.plan.id.str() + "/actions.csv";
    EXPECT_THAT(get(csv, unit), HasSubstr("Renamed since"));
    EXPECT_THAT(get(csv + "?as-at=2026-01-24", unit), Not(HasSubstr("Renamed since")));
}

TEST_F(LookingBack, What_is_downloaded_of_that_day_is_in_the_log_when_it_was_downloaded) {
    EXPECT_THAT(get("/recommendations.csv?as-at=2026-01-24", program.test.unit),
                HasSubstr("title"));
    program.test.db.finish();
    EXPECT_EQ(audit::newest_entry(program.test.db), later.now);
}

TEST_F(LookingBack, A_day_that_is_none_is_said_on_the_page_as_it_is) {
    const auto& unit = program.test.unit;
    const auto shown = get(list("?as-at=someday"), unit);
    EXPECT_THAT(shown, HasSubstr("is not a day. What follows is as it stands today."));
    EXPECT_LT(shown.find("govuk-error-summary"), shown.find("<h1")) << "before anything else";
    EXPECT_THAT(shown, HasSubstr("Renamed since"));
    EXPECT_THAT(shown, Not(HasSubstr("As it was on")));
    EXPECT_THAT(get("/account?as-at=2026-01-24", unit), Not(HasSubstr("As it was on")));
}

TEST_F(LookingBack, Who_may_not_read_it_now_may_not_read_it_then) {
    for (const auto& target : {list("?as-at=2026-01-24"), action("?as-at=2026-01-24")}) {
        const auto missing = program.get(&program.test.outsider,
                                         "/actions/00000000000000000000000000?as-at=2026-01-24");
        EXPECT_EQ(program.get(&program.test.outsider, target).status, 404);
        EXPECT_EQ(program.get(&program.test.outsider, target).body.size(), missing.body.size());
    }
}

} // namespace
} // namespace openmasa
