// A plan's dates for a calendar program, by real requests: taken once, or followed by an address
// that is a right of its own.
#include "core/documents/test_calendar.hpp"
#include "restricted.hpp"

namespace openmasa {
namespace {

using documents::test::read_calendar;
using testing::HasSubstr;
using testing::Not;

class PlanCalendar : public Restricted {
protected:
    std::string page() { return "/plans/" + t().plan.id.str() + "/calendar"; }
    http::Response give(const Scope& who, const std::string& fields) {
        return program.post(&who, page(), fields, fmt::format("nonce-{}", ++posts));
    }
    /// The path of a feed that was given just now.
    std::string feed() {
        const auto given = give(t().unit, "holder=Head+of+Safeguarding%2C+County+Council&days=182");
        const auto at = given.body.find("/calendar/");
        EXPECT_NE(at, std::string::npos);
        return at == std::string::npos ? "" : given.body.substr(at, given.body.find('<', at) - at);
    }
    std::vector<documents::test::Properties> events(const http::Response& file) {
        EXPECT_EQ(file.status, 200);
        EXPECT_EQ(Program::header(file, "Content-Type"), "text/calendar; charset=utf-8");
        return read_calendar(file.body).events;
    }
    static bool has(const std::vector<documents::test::Properties>& events,
                    std::string_view words) {
        return std::ranges::any_of(events, [&](const auto& event) {
            return event.at("SUMMARY").find(words) != std::string::npos;
        });
    }
    int count(std::string_view verb) { return t().db.one(count_verb, verb).value_or(0); }
    int posts = 0;
};

TEST_F(PlanCalendar, Whoever_reads_the_plan_takes_its_dates_and_the_log_says_so) {
    const auto taken =
        events(program.get(&t().reader, "/plans/" + t().plan.id.str() + "/milestones.ics"));
    EXPECT_TRUE(has(taken, "VA 2 Publish the practice guide"));
    EXPECT_FALSE(has(taken, "Set up the working group")); // done
    EXPECT_FALSE(has(taken, "Move the record system"));   // stopped
    EXPECT_FALSE(has(taken, "Count the leaflets"));       // withdrawn
    EXPECT_EQ(count("plan.calendar_taken"), 1);
    EXPECT_EQ(program.get(&t().outsider, "/plans/" + t().plan.id.str() + "/milestones.ics").status,
              404);
}

TEST_F(PlanCalendar, An_address_opens_the_dates_without_an_account_and_each_fetch_is_in_the_log) {
    const auto path = feed();
    EXPECT_TRUE(has(events(program.get(nullptr, path)), "VA 2 Publish the practice guide"));
    EXPECT_EQ(count("plan.calendar_fetched"), 1);
    EXPECT_EQ(count("link.used"), 1);
    EXPECT_THAT(program.get(&t().unit, page()).body, HasSubstr("1 time, last"));
}

TEST_F(PlanCalendar, An_address_shows_nothing_that_is_restricted_from_anybody) {
    const auto path = feed();
    add_secret();
    EXPECT_TRUE(has(events(program.get(nullptr, path)), "Publish"));
    restrict_secret({named(t().reader)});
    EXPECT_THAT(program.get(nullptr, path).body, Not(HasSubstr(canary)));
}

TEST_F(PlanCalendar, An_address_works_no_longer_once_it_is_taken_back_or_has_ended) {
    const auto path = feed();
    const auto listed = program.get(&t().unit, page()).body;
    const auto at = listed.find("/calendars/");
    ASSERT_NE(at, std::string::npos);
    const auto revoke = listed.substr(at, listed.find('"', at) - at);
    EXPECT_EQ(program.post(&t().reader, revoke, "", "n1").status, 404);
    EXPECT_EQ(program.get(nullptr, path).status, 200);
    EXPECT_EQ(program.post(&t().unit, revoke, "", "n2").status, 303);
    EXPECT_EQ(program.get(nullptr, path).status, 404);
    EXPECT_EQ(program.post(&t().unit, revoke, "", "n3").status, 404);

    const auto second = feed();
    t().now += std::chrono::hours{24} * 183;
    EXPECT_EQ(program.get(nullptr, second).status, 404);
}

TEST_F(PlanCalendar, An_address_is_of_its_purpose_and_its_plan_alone) {
    const auto path = feed();
    const auto secret = path.substr(10, path.find('/', 10) - 10);
    EXPECT_EQ(program.get(nullptr, "/answer/" + secret).status, 404);
    EXPECT_EQ(program.get(nullptr, "/calendar/xyz/milestones.ics").status, 404);
}

TEST_F(PlanCalendar, Only_who_keeps_the_plan_gives_addresses_and_says_for_whom_and_how_long) {
    EXPECT_EQ(give(t().reader, "holder=Somebody&days=31").status, 404);
    EXPECT_THAT(program.get(&t().reader, page()).body, Not(HasSubstr("Make the address")));
    const auto wrong = give(t().unit, "holder=&days=3660");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Say who will follow the dates"));
    EXPECT_THAT(wrong.body, HasSubstr("Choose how long the address works."));
    EXPECT_EQ(count("link.given"), 0);
}

} // namespace
} // namespace openmasa
