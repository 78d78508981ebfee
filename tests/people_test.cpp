// People and their accounts, by real requests: add, find, change, help, and leave.
#include "core/accounts/leaving.hpp"
#include "core/accounts/record_link.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class People : public testing::Test {
protected:
    const Scope& administrator() const { return program.cast.front(); }
    http::Response send(const Scope& who, const std::string& path, const std::string& fields = "") {
        return program.post(&who, path, fields, fmt::format("n{}", ++posts));
    }
    std::string page_of(const Scope& who, const std::string& below = "") const {
        return "/people/" + who.account->str() + below;
    }
    std::string link_on(const http::Response& page) {
        const auto start = page.body.find("/welcome/");
        return page.body.substr(start, std::string("/welcome/").size() + 43);
    }

    Program program;
    int posts = 0;
};

TEST_F(People, A_person_is_added_with_a_role_and_a_link_that_is_shown_once) {
    const auto added = send(program.test.unit, "/people/new",
                            "name=Data+%3Cb%3E+analyst&email=New@example.org&role=analyst");
    EXPECT_EQ(added.status, 200);
    EXPECT_EQ(program.get(nullptr, link_on(added)).status, 200);
    const auto list = program.get(&program.test.unit, "/people?words=data+%3CB").body;
    EXPECT_THAT(list, HasSubstr("Data &lt;b&gt; analyst"));
    EXPECT_THAT(list, HasSubstr("Has not chosen a password"));
    EXPECT_THAT(list, Not(HasSubstr("/welcome/")));
}

TEST_F(People, Everything_that_is_missing_is_named_at_once) {
    const auto refused = send(program.test.unit, "/people/new", "name=&email=nobody&role=analyst");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say who it is for"));
    EXPECT_THAT(refused.body, HasSubstr("not an e-mail address"));
    EXPECT_THAT(send(program.test.unit, "/people/new", "name=A&email=a@example.org").body,
                HasSubstr("Choose a role."));
    EXPECT_THAT(
        send(program.test.unit, "/people/new", "name=A&email=a@example.org&role=agency_lead").body,
        HasSubstr("error"));
}

TEST_F(People, Words_are_searched_as_they_are) {
    const auto found = [&](const std::string& words) {
        return accounts::list_people(program.test.db, words, accounts::Which::all, 100).size();
    };
    EXPECT_GT(found(""), 4u);
    EXPECT_EQ(found("%"), 0u);
    EXPECT_EQ(found("_"), 0u);
    EXPECT_EQ(found("SOMEBODY NEW"), 1u);
}

TEST_F(People, The_business_unit_gives_no_role_that_allows_more_than_its_own) {
    EXPECT_EQ(send(program.test.unit, "/people/new",
                   "name=Systems&email=s@example.org&role=administrator")
                  .status,
              422);
    for (const auto* below :
         {"/roles/add", "/invitation", "/sessions/end", "/two-step/off", "/leave"})
        EXPECT_EQ(send(program.test.unit, page_of(administrator(), below), "role=none").status, 404)
            << below;
    EXPECT_THAT(program.get(&program.test.unit, page_of(administrator())).body,
                HasSubstr("only whoever may administer"));
    EXPECT_EQ(
        send(administrator(), "/people/new", "name=Systems&email=s@example.org&role=administrator")
            .status,
        200);
}

TEST_F(People, Somebody_is_helped_who_cannot_sign_in) {
    const auto page = send(program.test.unit, page_of(program.test.reader, "/invitation"));
    EXPECT_EQ(program.get(nullptr, link_on(page)).status, 200);
    EXPECT_EQ(send(program.test.unit, page_of(program.test.reader, "/sessions/end")).status, 303);
    EXPECT_EQ(program.get(&program.test.reader, "/account").status, 303);
}

TEST_F(People, A_second_step_is_turned_off_for_somebody_who_lost_their_telephone) {
    EXPECT_EQ(send(administrator(), page_of(administrator(), "/two-step/off")).status, 303);
    const auto home = program.get(&administrator(), "/");
    EXPECT_EQ(Program::header(home, "Location"), "/account/two-step");
    EXPECT_EQ(program.get(&administrator(), "/people").status, 303);
    EXPECT_THAT(program.get(&administrator(), "/account/two-step").body,
                HasSubstr("Nothing else opens"));
    EXPECT_EQ(program.get(&administrator(), "/help").status, 200);
}

TEST_F(People, Whoever_leaves_hands_over_what_nobody_else_acts_for) {
    const auto& constable = program.test.constable;
    ASSERT_FALSE(constable.holdings.empty());
    program.test.in_one_transaction([&] {
        for (const auto& who : program.cast)
            if (who.holdings.front().owner)
                access::end_holdings(program.test.db, *who.person,
                                     program.test.today - std::chrono::days{1});
    });
    const auto leave = page_of(constable, "/leave");
    EXPECT_THAT(program.get(&program.test.unit, leave).body, HasSubstr("Choose who takes it over"));
    EXPECT_EQ(send(program.test.unit, leave).status, 422);
    EXPECT_EQ(program.get(&constable, "/account").status, 200);
    const auto field = "to-" + constable.holdings.front().owner->str();
    EXPECT_EQ(
        send(program.test.unit, leave, field + "=" + program.test.reader.account->str()).status,
        303);
    EXPECT_EQ(program.get(&constable, "/account").status, 303);
    EXPECT_EQ(program.get(&program.test.reader, "/actions/" + program.test.late.str() + "/progress")
                  .status,
              200);
    EXPECT_THAT(program.get(&program.test.unit, page_of(constable)).body, HasSubstr("ended"));
    EXPECT_EQ(send(program.test.unit, leave).status, 404);
}

TEST_F(People, The_links_that_a_leaver_gave_work_no_longer) {
    const auto& unit = program.test.unit;
    const auto page = send(unit, "/actions/" + program.test.late.str() + "/links",
                           "holder=Designated+nurse&days=14")
                          .body;
    const auto link = page.substr(page.find("/answer/"), 51);
    EXPECT_EQ(program.get(nullptr, link).status, 200);
    EXPECT_EQ(send(administrator(), page_of(unit, "/leave")).status, 303);
    EXPECT_EQ(program.get(nullptr, link).status, 404);
}

TEST_F(People, Nobody_ends_their_own_account_nor_the_last_who_may_administer) {
    EXPECT_THAT(send(program.test.unit, page_of(program.test.unit, "/leave")).body,
                HasSubstr("Somebody else has to end it"));
    const auto last =
        accounts::leave(program.test.db, command_line_scope(program.test.now, system_randomness()),
                        {.account = *administrator().account, .handed_over = {}});
    ASSERT_FALSE(last);
    EXPECT_THAT(last.refusal().problems.front().words, HasSubstr("Nobody else may administer"));
}

TEST_F(People, Only_those_who_give_accounts_find_these_pages) {
    for (const auto* path : {"/people", "/people/new"})
        EXPECT_EQ(program.get(&program.test.reader, path).status, 404) << path;
    EXPECT_EQ(program.get(&program.test.unit, "/people/nobody").status, 404);
}

} // namespace
} // namespace openmasa
