// Registers as they were on a day: exported, and on their pages and in their downloads.
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/clocks/running.hpp"
#include "core/registers/as_at.hpp"
#include "core/registers/import.hpp"
#include "core/restriction/actions.hpp"
#include "core/restriction/store.hpp"
#include "core/terms/register.hpp"
#include "partnership/agencies/register.hpp"
#include "program.hpp"
#include "web/http/spool.hpp"
#include <algorithm>
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using registers::Cells;

class AsAt : public testing::Test {
protected:
    Scope on(Day day) {
        auto made = command_line_scope(day + std::chrono::hours{10}, program.randomness);
        made.today = day;
        return made;
    }
    void import(const registers::Register& which, const std::string& file, const Scope& who) {
        const auto seen = registers::look(test.db, who, which, sheet::read_sheet(file).value(),
                                          registers::Policy::stop)
                              .value();
        test.in_one_transaction(
            [&] { ASSERT_TRUE(registers::save(test.db, who, seen, seen.state)); });
    }
    /// What the named column held on that day, of every row.
    std::vector<std::string> then(const registers::Register& which, std::string_view column,
                                  Day day) {
        test.db.look_through(looking_back_at(modules(), {.day = day}));
        std::vector<std::string> cells;
        registers::rows_from_history(test.db, which, day)([&](const Cells& row) {
            cells.push_back(row[registers::place_of(which.columns, column)]);
        });
        test.db.finish();
        return cells;
    }

    Program program;
    plan::TestPlan& test = program.test;
    const Day first = test.today + std::chrono::days{1}, second = first + std::chrono::days{5};
};

TEST_F(AsAt, Agencies_are_exported_as_they_were) {
    import(agencies::agency_register,
           "name,sector,funds,from\nNew agency,Health,no," + iso(first) + "\n", on(first));
    import(agencies::agency_register, "name,sector,funds\nNew agency,Police,yes\n", on(second));
    EXPECT_TRUE(then(agencies::agency_register, "name", test.today).empty());
    EXPECT_EQ(then(agencies::agency_register, "sector", first), Cells{"Health"});
    EXPECT_EQ(then(agencies::agency_register, "funds", first), Cells{"no"});
    EXPECT_EQ(then(agencies::agency_register, "sector", second), Cells{"Police"});
}

TEST_F(AsAt, An_agency_was_there_from_its_first_day_also_where_it_was_written_down_later) {
    const auto& agencies = agencies::agency_register;
    import(agencies, "name,sector,from\nNew agency,Health," + iso(test.today) + "\n", on(second));
    import(agencies, "name,sector\nOld agency,Health\n", on(second));
    EXPECT_EQ(then(agencies, "name", test.today - std::chrono::days{1}), Cells{"Old agency"});
    EXPECT_THAT(then(agencies, "name", test.today),
                testing::UnorderedElementsAre("New agency", "Old agency"));
}

TEST_F(AsAt, People_are_exported_as_they_were_with_the_name_of_their_agency) {
    const auto& people = accounts::person_register;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(first));
    import(people, "name,agency,position\nA nurse,New agency,One\n", on(first));
    import(people, "name,agency,position\nA nurse,New agency,Two\n", on(second));
    EXPECT_EQ(then(people, "position", first), Cells{"One"});
    EXPECT_EQ(then(people, "agency", first), Cells{"New agency"});
    EXPECT_EQ(then(people, "version", second), Cells{"2"});
}

TEST_F(AsAt, People_are_exported_with_the_account_and_the_roles_of_that_day) {
    const auto& people = accounts::person_register;
    import(accounts::user_register, "email,name,role\nz@example.org,An analyst,analyst\n",
           on(first));
    import(accounts::user_register, "email,ended,role\nz@example.org,yes,auditor\n", on(second));
    const auto last = [&](std::string_view column, Day day) {
        const auto names = then(people, "name", day), cells = then(people, column, day);
        const auto found = std::ranges::find(names, "An analyst");
        return found == names.end() ? std::string("nobody") : cells[found - names.begin()];
    };
    EXPECT_EQ(last("account", test.today), "nobody");
    EXPECT_EQ(last("account", first), "open");
    EXPECT_EQ(last("roles", first), spoken(Role::analyst));
    EXPECT_EQ(last("signs_in_as", first), "z@example.org");
    EXPECT_EQ(last("account", second), "ended");
    EXPECT_EQ(last("roles", second), spoken(Role::auditor));
    EXPECT_TRUE(PersonId::parse(last("id", second)));
}

TEST_F(AsAt, Users_are_exported_with_the_roles_that_they_held_on_that_day) {
    const auto& users = accounts::user_register;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(first));
    import(users, "email,name,role\nz@example.org,An analyst,analyst; auditor\n", on(first));
    import(users, "email,name,role,for,ended\nz@example.org,A lead,agency lead,New agency,no\n",
           on(second));
    import(users, "email,ended\nz@example.org,yes\n", on(second + std::chrono::days{1}));
    const auto last = [&](std::string_view column, Day day) {
        const auto emails = then(users, "email", day), cells = then(users, column, day);
        const auto found = std::ranges::find(emails, "z@example.org");
        return found == emails.end() ? std::string("nobody") : cells[found - emails.begin()];
    };
    EXPECT_EQ(last("role", test.today), "nobody");
    EXPECT_EQ(last("role", first), "analyst; auditor");
    EXPECT_EQ(last("name", first), "An analyst");
    EXPECT_EQ(last("for", first), "");
    EXPECT_EQ(last("role", second), "agency_lead");
    EXPECT_EQ(last("for", second), "New agency");
    EXPECT_EQ(last("ended", second), "no");
    EXPECT_EQ(last("ended", second + std::chrono::days{1}), "yes");
}

TEST_F(AsAt, Every_register_can_be_exported_as_it_was) {
    for (const auto* which : registers_of_the_program())
        EXPECT_TRUE(which->looks_back || !which->history_kind.empty()) << which->kind;
}

class PastLists : public AsAt {
protected:
    std::string get(const std::string& target) {
        const auto page = program.get(&program.cast.front(), target);
        EXPECT_EQ(page.status, 200) << target;
        return http::whole_body(page);
    }
    const Day before = test.today - std::chrono::days{20},
              later = test.today - std::chrono::days{5};
    const std::string then_query = "as-at=" + iso(test.today - std::chrono::days{10});
};

TEST_F(PastLists, Pages_and_downloads_of_a_register_are_as_it_was_and_lead_to_nothing_of_now) {
    using testing::HasSubstr;
    using testing::Not;
    import(accounts::user_register, "email,name,role\nz@example.org,An <b>analyst,analyst\n",
           on(before));
    import(accounts::user_register, "email,name,role\nz@example.org,A lead,auditor\n", on(later));
    EXPECT_THAT(get("/users"), HasSubstr("A lead"));
    const auto page = get("/users?" + then_query);
    EXPECT_THAT(page, HasSubstr("As it was on 12 January 2026"));
    EXPECT_THAT(page, HasSubstr("An &lt;b&gt;analyst"));
    EXPECT_THAT(page, Not(HasSubstr("A lead")));
    EXPECT_THAT(page, Not(HasSubstr("/users/import\"")));
    EXPECT_THAT(page, Not(HasSubstr("href=\"/people/0")));
    EXPECT_THAT(get("/users?role=analyst&" + then_query), HasSubstr("z@example.org"));
    EXPECT_THAT(get("/users?role=auditor&" + then_query), Not(HasSubstr("z@example.org")));
    EXPECT_THAT(get("/users.csv?" + then_query), HasSubstr("An <b>analyst,analyst"));
    EXPECT_THAT(get("/users.csv?words=lead&" + then_query), Not(HasSubstr("z@example.org")));
}

TEST_F(PastLists, Of_agencies_people_and_terms_too) {
    using testing::HasSubstr;
    using testing::Not;
    import(agencies::agency_register, "name,sector,from\nNew agency,Health," + iso(before) + "\n",
           on(before));
    import(agencies::agency_register, "name,sector\nNew agency,Police\n", on(later));
    import(accounts::person_register, "name,agency,position\nA nurse,New agency,One\n", on(before));
    import(accounts::person_register, "name,agency,position\nA nurse,New agency,Two\n", on(later));
    import(terms::term_register, "kind,name,to\ntheme,Neglect,\n", on(before));
    import(terms::term_register, "kind,name,to\ntheme,Neglect,2026-01-19\n", on(later));
    EXPECT_THAT(get("/agencies?" + then_query), HasSubstr(">Health</td>"));
    EXPECT_THAT(get("/agencies?" + then_query), Not(HasSubstr("take part today")));
    EXPECT_THAT(get("/agencies?as-at=2020-01-01"),
                HasSubstr("Nothing stood in this list on that day."));
    EXPECT_THAT(get("/agencies"), HasSubstr(">Police</td>"));
    EXPECT_THAT(get("/people.csv?" + then_query), HasSubstr("A nurse,New agency,One"));
    EXPECT_THAT(get("/people?" + then_query), HasSubstr("A nurse"));
    EXPECT_THAT(get("/terms.csv?columns=name,standing"), HasSubstr("Neglect,ended"));
    EXPECT_THAT(get("/terms.csv?columns=name,standing&" + then_query), HasSubstr("Neglect,used"));
    EXPECT_THAT(get("/terms?kind=theme&" + then_query), HasSubstr("Neglect"));
}

TEST_F(PastLists, Who_held_which_role_is_told_with_the_role_s_own_days) {
    using testing::HasSubstr;
    using testing::Not;
    import(agencies::agency_register, "name,sector\nNew agency,Health\n", on(before));
    import(accounts::user_register,
           "email,name,role,for\nz@example.org,A lead <b>,agency lead,New agency\n", on(before));
    import(accounts::user_register, "email,name,role,for\nz@example.org,An auditor,auditor,\n",
           on(later));
    EXPECT_THAT(get("/rights"), HasSubstr("An auditor"));
    const auto page = get("/rights?" + then_query);
    EXPECT_THAT(page, HasSubstr("A lead &lt;b&gt;"));
    EXPECT_THAT(page, HasSubstr("New agency"));
    EXPECT_THAT(page, HasSubstr(spoken(before)));
    EXPECT_THAT(page, Not(HasSubstr("An auditor")));
    EXPECT_THAT(get("/rights?as-at=2020-01-01"), HasSubstr("Nobody held a role on that day."));
}

TEST_F(PastLists, Restrictions_are_told_as_they_stood_with_the_names_of_then) {
    const auto then = [&](Day day) {
        test.db.look_through(looking_back_at(modules(), {.day = day}));
        auto all = restriction::restrictions_then(test.db);
        test.db.finish();
        return all;
    };
    const auto kinds = restrictable(modules());
    const Record record{"action", test.late.str()};
    const auto restrict_on = [&](Day day, std::int64_t version,
                                 std::vector<restriction::Name> names) {
        auto unit = test.unit;
        unit.now = day + std::chrono::hours{10};
        unit.today = day;
        EXPECT_TRUE(restriction::restrict_record(test.db, unit, kinds,
                                                 {.record = record,
                                                  .version = version,
                                                  .reason = "A named child",
                                                  .names = std::move(names)}));
    };
    const restriction::Name nurse{.person = test.reader.person, .owner = {}},
        constable{.person = test.constable.person, .owner = {}, .denied = true},
        agency{.person = {}, .owner = test.constable.holdings.front().owner};
    test.in_one_transaction([&] { restrict_on(before, 0, {nurse, agency, constable}); });
    test.in_one_transaction([&] { restrict_on(later, 1, {nurse}); });
    EXPECT_TRUE(then(before - std::chrono::days{1}).empty());
    const auto first_day = then(before), last_day = then(later);
    ASSERT_EQ(first_day.size(), 1u);
    EXPECT_EQ(first_day.front().record, record);
    EXPECT_EQ(first_day.front().reason, "A named child");
    EXPECT_EQ(first_day.front().review_on, before + std::chrono::days{90});
    EXPECT_THAT(
        first_day.front().names,
        testing::UnorderedElementsAre(nurse, constable, agency,
                                      restriction::Name{.person = test.unit.person, .owner = {}}));
    ASSERT_EQ(last_day.size(), 1u);
    EXPECT_EQ(last_day.front().version, 2);
    EXPECT_THAT(last_day.front().names, testing::Not(testing::Contains(constable)));
    EXPECT_TRUE(get("/rights?" + then_query).find("VA 1") == std::string::npos); // not yet there
    const auto today = program.get(&test.unit, "/rights?as-at=" + iso(test.today));
    EXPECT_THAT(http::whole_body(today), testing::HasSubstr("VA 1"));
}

TEST_F(PastLists, A_clock_is_told_as_it_stood) {
    std::string address;
    test.in_one_transaction([&] {
        const auto clock = clocks::start(test.db, test.unit,
                                         {.kind = "action",
                                          .record = test.late.str(),
                                          .rule = "rapid-review",
                                          .from = test.today});
        ASSERT_TRUE(clock);
        address = "/clocks/" + clock->id.str();
    });
    const auto day = "?as-at=" + iso(test.today);
    const auto says = [&](const std::string& target, std::string_view words) {
        return get(target).find(words) != std::string::npos;
    };
    EXPECT_TRUE(says("/clocks" + day, "1 clock runs"));
    EXPECT_TRUE(says(address + day, "Rapid review"));
    EXPECT_TRUE(says("/actions/" + test.late.str() + day, "Rapid review"));
    EXPECT_TRUE(says("/clocks?" + then_query, "No clock runs"));
    EXPECT_EQ(program.get(&program.cast.front(), address + "?" + then_query).status, 404);
    EXPECT_FALSE(says(address + day, "Stop it"));
}

TEST_F(PastLists, Are_for_those_who_may_read_the_register_now) {
    for (const std::string list : {"/users", "/people", "/terms", "/users.csv"}) {
        const auto past = program.get(&test.outsider, list + "?" + then_query);
        EXPECT_EQ(past.status, 404) << list;
        program.randomness.calls = 0;
        const auto missing = program.get(&test.outsider, "/nothing-here?" + then_query);
        program.randomness.calls = 0;
        EXPECT_EQ(program.get(&test.outsider, list + "?" + then_query).body, missing.body) << list;
    }
}

} // namespace
} // namespace openmasa
