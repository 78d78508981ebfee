// The page of rights, and the question why, by real requests.
#include "core/restriction/actions.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Rights : public testing::Test {
protected:
    Scope& who(Role role) { return program.cast[static_cast<std::size_t>(role)]; }
    std::string page(const Scope& asking, const std::string& path) {
        return program.get(&asking, path).body;
    }
    void restrict(Record record, std::vector<restriction::Name> names = {},
                  std::int64_t version = 0) {
        const auto kinds = restrictable(modules());
        program.test.in_one_transaction([&] {
            ASSERT_TRUE(restriction::restrict_record(program.test.db, program.test.unit, kinds,
                                                     {.record = std::move(record),
                                                      .version = version,
                                                      .reason = "A named child",
                                                      .names = std::move(names)}));
        });
    }
    /// VA 1, for nobody but the business unit.
    void restrict_va_1() { restrict({"action", program.test.late.str()}); }
    restriction::Name constable() { return {.person = program.test.constable.person, .owner = {}}; }
    Program program;
};

TEST_F(Rights, The_page_says_what_roles_allow_and_who_holds_them_within_what) {
    const auto rights = page(program.test.unit, "/rights");
    EXPECT_THAT(rights, HasSubstr("record progress and add evidence"));
    EXPECT_THAT(rights, HasSubstr("Agency lead"));
    EXPECT_THAT(rights, HasSubstr("Norfolk Constabulary &lt;b&gt;&amp;"));
    EXPECT_THAT(rights, HasSubstr("No record that you may read is restricted."));
}

TEST_F(Rights, Restricted_records_are_listed_for_those_who_may_read_them_alone) {
    restrict_va_1();
    EXPECT_THAT(page(program.test.unit, "/rights"), HasSubstr("VA 1"));
    EXPECT_THAT(page(who(Role::auditor), "/rights"), Not(HasSubstr("VA 1")));
}

TEST_F(Rights, The_business_unit_asks_why_about_anybody) {
    const auto of_lead = "/rights/why?person=" + who(Role::agency_lead).person->str() +
                         "&permission=update_action&reference=";
    EXPECT_THAT(page(program.test.unit, of_lead + "VA+1"), HasSubstr("Agency lead: yes"));
    EXPECT_THAT(page(program.test.unit, of_lead + "FF+1"), HasSubstr("Agency lead: no"));
    EXPECT_THAT(page(program.test.unit, of_lead + "FF+99"),
                HasSubstr("Nothing that you may read has this reference"));
    restrict_va_1();
    EXPECT_THAT(page(program.test.unit, of_lead + "VA+1"), HasSubstr("not named as a reader"));
    EXPECT_THAT(page(who(Role::auditor), of_lead + "VA+1"),
                HasSubstr("Nothing that you may read has this reference"));
}

TEST_F(Rights, Who_may_read_is_changed_and_the_newest_lists_hold) {
    const Record va_1{"action", program.test.late.str()};
    const auto path = "/actions/" + va_1.id;
    restrict(va_1, {constable()});
    EXPECT_EQ(program.get(&program.test.constable, path).status, 200);
    restrict(va_1, {}, 1);
    EXPECT_EQ(program.get(&program.test.constable, path).status, 404);
    EXPECT_EQ(program.get(&program.test.unit, path).status, 200);
}

constexpr store::Query<int()> count_readings{
    "test.count_readings", "SELECT count(*) FROM audit_entry WHERE verb = 'restricted.read'"};

TEST_F(Rights, A_page_that_names_only_an_action_reads_the_priority_and_the_objective_it_is_in) {
    restrict({"section", program.test.adolescents.id.str()}, {constable()});
    restrict({"objective", program.test.prevent.id.str()}, {constable()});
    const auto form = "/actions/" + program.test.late.str() + "/evidence";
    EXPECT_THAT(page(program.test.constable, form), Not(HasSubstr("Vulnerable")));
    EXPECT_EQ(*program.test.db.one(count_readings), 2);
}

TEST_F(Rights, Everybody_asks_why_about_themselves_and_about_nobody_else) {
    const auto asked =
        page(program.test.constable,
             "/rights/why?person=" + program.test.unit.person->str() + "&permission=edit_plan");
    EXPECT_THAT(asked, HasSubstr("Chief Constable: no"));
    EXPECT_THAT(asked, Not(HasSubstr("Business unit")));
}

} // namespace
} // namespace openmasa
