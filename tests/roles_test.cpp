// Roles that are given and ended on a person's page, by real requests.
#include "core/accounts/people.hpp"
#include "core/audit/audit.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr, testing::Not;

class Roles : public testing::Test {
protected:
    plan::TestPlan& t() { return program.test; }
    const Scope& administrator() const { return program.cast.front(); }
    static std::string page_of(const Scope& who) { return "/people/" + who.account->str(); }
    http::Response give(const Scope& giver, const Scope& to, const std::string& fields) {
        return program.post(&giver, page_of(to) + "/roles/add", fields,
                            fmt::format("n{}", ++posts));
    }
    http::Response end(const Scope& ender, const Scope& of, const std::string& last = "") {
        const auto held = accounts::roles_from(t().db, *of.person, t().today);
        t().db.finish();
        return program.post(&ender, page_of(of) + "/roles/" + held.back().id + "/end",
                            "last=" + last, fmt::format("n{}", ++posts));
    }
    int status(const Scope& who, const std::string& path) { return program.get(&who, path).status; }
    bool log_is_whole() { return audit::verify(t().db).faults.empty(); }

    Program program;
    int posts = 0;
};

TEST_F(Roles, A_role_for_the_whole_partnership_is_given_and_ended_at_once) {
    EXPECT_EQ(status(t().outsider, "/plans"), 404);
    const auto given =
        give(t().unit, t().outsider, "role=analyst&where=partnership&from=22+Jan+2026");
    EXPECT_EQ(Program::header(given, "Location"), page_of(t().outsider));
    EXPECT_EQ(status(t().outsider, "/plans"), 303);
    EXPECT_THAT(program.get(&t().unit, page_of(t().outsider)).body,
                HasSubstr("Analyst, from 22 Jan 2026"));
    EXPECT_EQ(end(t().unit, t().outsider).status, 303);
    EXPECT_EQ(status(t().outsider, "/plans"), 404);
    EXPECT_THAT(program.get(&t().unit, page_of(t().outsider)).body, HasSubstr("No role"));
    EXPECT_THAT(program.get(&administrator(), "/audit").body, HasSubstr("ended a role of"));
}

TEST_F(Roles, A_role_on_one_record_is_given_by_what_the_record_is_called_or_by_its_address) {
    for (const auto& record :
         {std::string("VA"), std::string("va+1"),
          "https%3A%2F%2Fmasa.example.org%2Fobjectives%2F" + t().prevent.id.str(),
          "%2Fplans%2F" + t().plan.id.str()}) {
        EXPECT_EQ(
            give(t().unit, t().outsider,
                 "role=scrutineer&where=record&from=22+Jan+2026&to=1+Feb+2026&record=" + record)
                .status,
            303)
            << record;
        EXPECT_EQ(status(t().outsider, "/actions/" + t().late.str()), 200) << record;
        EXPECT_EQ(status(t().outsider, "/agencies"), 404);
        EXPECT_EQ(end(t().unit, t().outsider).status, 303);
        EXPECT_EQ(status(t().outsider, "/actions/" + t().late.str()), 404);
    }
    EXPECT_TRUE(log_is_whole());
}

TEST_F(Roles, A_role_within_a_seat_updates_the_actions_of_its_group) {
    OwnerId group;
    t().in_one_transaction([&] {
        group = access::owner_named(t().db, t().unit, "Neglect Group");
        auto action = *plan::find_action(t().db, t().unit, t().done);
        action.owner = group;
        ASSERT_TRUE(plan::save_action(t().db, t().unit, action, {.verb = "action.changed"}));
    });
    const auto progress = "/actions/" + t().done.str() + "/progress";
    EXPECT_EQ(status(t().outsider, progress), 404);
    EXPECT_EQ(give(t().unit, t().outsider,
                   "role=group_member&where=owner&from=22+Jan+2026&new_owner=Education+in+the+"
                   "Neglect+Group&seat_in=" +
                       group.str())
                  .status,
              303);
    EXPECT_EQ(status(t().outsider, progress), 200);
    EXPECT_EQ(status(t().outsider, "/actions/" + t().late.str() + "/progress"), 404);
    const auto seats = access::seats_of(t().db, group);
    ASSERT_EQ(seats.size(), 1u);
    EXPECT_EQ(seats[0].name, "Education in the Neglect Group");
    t().db.finish();
    EXPECT_THAT(program.get(&t().unit, page_of(t().outsider)).body,
                HasSubstr("Group member for Education in the Neglect Group"));
    EXPECT_EQ(give(t().unit, t().reader,
                   "role=group_member&where=owner&from=22+Jan+2026&owner=" + seats[0].id.str())
                  .status,
              303);
    EXPECT_EQ(status(t().reader, progress), 200);
    EXPECT_TRUE(log_is_whole());
}

TEST_F(Roles, What_is_wrong_is_named_at_once_and_what_was_typed_stays) {
    const auto page = [&](const std::string& fields) {
        const auto refused = give(t().unit, t().outsider, fields);
        EXPECT_EQ(refused.status, 422) << fields;
        return refused.body;
    };
    const auto nothing = page("from=1+Jan+2026&to=never");
    EXPECT_THAT(nothing, HasSubstr("Choose a role."));
    EXPECT_THAT(nothing, HasSubstr("Choose where it is held."));
    EXPECT_THAT(nothing, HasSubstr("Enter the first day, 22 Jan 2026 or later."));
    EXPECT_THAT(nothing, HasSubstr("Enter the last day, not before the first"));
    EXPECT_THAT(nothing, HasSubstr("value=\"never\""));
    const std::string today = "&from=22+Jan+2026";
    EXPECT_THAT(page("role=analyst" + today), HasSubstr("Choose where it is held."));
    EXPECT_THAT(page("role=group_chair&where=partnership" + today),
                HasSubstr("held within an agency"));
    EXPECT_THAT(page("role=analyst&where=owner" + today), HasSubstr("for the whole partnership"));
    EXPECT_THAT(page("role=group_chair&where=owner" + today),
                HasSubstr("Choose the agency, group"));
    EXPECT_THAT(page("role=analyst&where=record&record=ZZ+9" + today),
                HasSubstr("Nothing that you may read is called so."));
    EXPECT_THAT(
        page("role=group_chair&where=owner&new_owner=X&seat_in=" + t().services.str() + today),
        HasSubstr("Choose the group that the seat is in."));
    EXPECT_THAT(page("role=administrator&where=partnership" + today), HasSubstr("Choose a role."));
    EXPECT_EQ(give(t().unit, t().outsider, "role=analyst&where=partnership" + today).status, 303);
    EXPECT_THAT(page("role=analyst&where=partnership" + today), HasSubstr("already"));
}

TEST_F(Roles, Days_to_come_are_shown_and_kept_to) {
    EXPECT_EQ(
        give(t().unit, t().outsider, "role=analyst&where=partnership&from=1+Feb+2026&to=3+Feb+2026")
            .status,
        303);
    EXPECT_EQ(status(t().outsider, "/plans"), 404);
    EXPECT_THAT(program.get(&t().unit, page_of(t().outsider)).body,
                HasSubstr("Analyst, from 1 Feb 2026 to 3 Feb 2026"));
    EXPECT_EQ(end(t().unit, t().outsider, "2+Feb+2026").status, 303);
    EXPECT_THAT(program.get(&t().unit, page_of(t().outsider)).body, HasSubstr("to 2 Feb 2026"));
    EXPECT_EQ(end(t().unit, t().outsider, "5+Feb+2026").status, 422);
    EXPECT_EQ(end(t().unit, t().outsider, "1+Jan+2026").status, 422);
}

TEST_F(Roles, Nobody_gives_or_ends_what_allows_more_than_their_own) {
    EXPECT_EQ(
        give(t().unit, administrator(), "role=analyst&where=partnership&from=22+Jan+2026").status,
        404);
    EXPECT_EQ(end(t().unit, administrator()).status, 404);
    EXPECT_EQ(
        give(t().reader, t().outsider, "role=analyst&where=partnership&from=22+Jan+2026").status,
        404);
    EXPECT_THAT(end(administrator(), administrator()).body,
                HasSubstr("Nobody else may administer"));
}

} // namespace
} // namespace openmasa
