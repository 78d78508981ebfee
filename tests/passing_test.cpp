// An office changes hands, and what the leaver leads in person passes by a list that is agreed.
#include "kernel/text.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "plan/verify.hpp"
#include "program.hpp"
#include "web/http/percent.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Passing : public testing::Test {
protected:
    Passing() {
        t().in_one_transaction([&] {
            office = offices::add(t().db, t().unit,
                                  {.id = {}, .name = "Partnership chair <b>", .purpose = "Chairs"})
                         ->id;
            auto led = *plan::find_action(t().db, t().unit, t().late);
            led.lead = t().constable.person;
            ASSERT_TRUE(plan::save_action(t().db, t().unit, led, {.verb = "action.changed"}));
        });
        hand_over("Chief Constable", "1 April 2025");
    }
    plan::TestPlan& t() { return program.test; }
    http::Response post(const std::string& path, const std::string& fields) {
        return program.post(&t().unit, path, fields, "form" + std::to_string(++forms));
    }
    std::string hand_over(const std::string& who, const std::string& from) {
        const auto version = partnership::find_office(t().db, t().unit, office)->version;
        t().db.finish();
        const auto answer =
            post("/offices/" + office.str() + "/hand-over",
                 fmt::format("version={}&who={}&from={}", version, http::percent_encoded(who),
                             http::percent_encoded(from)));
        EXPECT_EQ(answer.status, 303) << answer.body.substr(0, 300);
        return Program::header(answer, "Location");
    }
    std::string seen() const { return "duties.action.lead." + program.test.late.str(); }
    std::string lead_now() {
        auto action = plan::find_action(t().db, t().unit, t().late);
        t().db.finish();
        return action->lead_name.value_or("nobody");
    }

    Program program;
    OwnerId office;
    int forms = 0;
};

TEST_F(Passing, After_a_hand_over_stands_the_list_of_what_the_leaver_leads) {
    const auto place = hand_over("Lead member", "14 January 2026");
    EXPECT_EQ(place, fmt::format("/duties/people/{}?office={}", t().constable.person->view(),
                                 office.view()));
    const auto list = program.get(&t().unit, place).body;
    EXPECT_THAT(list, HasSubstr("Chief Constable leads 1 action that is open."));
    EXPECT_THAT(list, HasSubstr("VA 1"));
    EXPECT_THAT(list, HasSubstr(R"(value="Lead member")"));
    EXPECT_THAT(list, HasSubstr("Partnership chair &lt;b&gt;"));
    EXPECT_EQ(lead_now(), "Chief Constable") << "nothing passes before the list is agreed";
    const auto agreed =
        post(place, "seen=" + seen() + "&to=lead+member&by=Partners&on=21+January+2026");
    EXPECT_EQ(Program::header(agreed, "Location"), "/offices/" + office.str() + "?saved=yes");
    EXPECT_EQ(lead_now(), "Lead member");
    auto verdict = audit::verify(t().db);
    plan::verify(t().db, verdict);
    EXPECT_EQ(verdict.faults, std::vector<std::string>());
}

TEST_F(Passing, Where_nothing_is_led_the_office_follows_at_once) {
    hand_over("Lead member", "14 January 2026");
    EXPECT_THAT(hand_over("Somebody new", "20 January 2026"), HasSubstr("?saved=yes"));
}

TEST_F(Passing, Who_takes_over_is_somebody_else_and_known) {
    const auto place = "/duties/people/" + t().constable.person->str();
    const auto fields = "seen=" + seen() + "&by=Partners&on=21+January+2026&to=";
    EXPECT_THAT(post(place, fields + "Nobody+at+all").body, HasSubstr("Nobody here is called"));
    EXPECT_THAT(post(place, fields + "Chief+Constable").body, HasSubstr("say who takes over"));
    EXPECT_EQ(lead_now(), "Chief Constable");
    EXPECT_EQ(post(place, fields + "&fate." + seen() + "=stays").status, 303)
        << "nobody is asked for where nothing passes";
    EXPECT_EQ(lead_now(), "Chief Constable");
    EXPECT_EQ(post(place, fields + "&fate." + seen() + "=ends&why." + seen() + "=Left").status,
              303);
    EXPECT_EQ(lead_now(), "nobody");
}

TEST_F(Passing, Who_does_not_keep_offices_finds_no_such_page) {
    const auto place = "/duties/people/" + t().constable.person->str();
    EXPECT_EQ(program.get(&t().reader, place).status, 404);
    EXPECT_EQ(program.get(&t().unit, "/duties/people/" + office.str()).status, 404);
    EXPECT_THAT(program.get(&t().unit, "/duties/people/" + t().reader.person->str()).body,
                HasSubstr("leads nothing that is open."));
}

} // namespace
} // namespace openmasa
