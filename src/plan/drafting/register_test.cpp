#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "core/registers/rows.hpp"
#include "plan/drafting/register.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <map>

namespace openmasa::drafting {
namespace {

using registers::Cells;
using testing::ElementsAre;

class PlanRegister : public testing::Test {
protected:
    /// One column of every row that this person sees, in the register's order.
    std::vector<std::string> column(std::string_view key, const Scope& who) {
        std::vector<std::string> cells;
        registers::all_rows(test.db, who, plan_register)([&](const Cells& row) {
            cells.push_back(row[registers::place_of(plan_register.columns, key)]);
        });
        test.db.finish();
        return cells;
    }
    registers::Preview look(const std::string& file) {
        auto seen = registers::look(test.db, test.unit, plan_register,
                                    sheet::read_sheet(file).value(), registers::Policy::stop);
        test.db.finish();
        return std::move(seen).value();
    }
    void import(const std::string& file) {
        const auto seen = look(file);
        test.in_one_transaction(
            [&] { ASSERT_TRUE(registers::save(test.db, test.unit, seen, seen.state)); });
    }
    plan::TestPlan test;
};

TEST_F(PlanRegister, Says_of_each_plan_what_it_is_and_how_it_stands_to_today) {
    const auto newer = test.add_another_plan("Coast plan").plan;
    test.in_one_transaction([&] {
        auto plan = newer;
        plan.type = plan::PlanType::locality;
        plan.period = "2020-21";
        plan.owner = test.constabulary;
        ++plan.version;
        plan::save_plan(test.db, test.unit, plan);
    });
    EXPECT_THAT(column("title", test.reader), ElementsAre(test.plan.title, "Coast plan"));
    EXPECT_THAT(column("type", test.reader), ElementsAre("business", "locality"));
    EXPECT_THAT(column("state", test.reader), ElementsAre("runs", "ended"));
    EXPECT_THAT(column("owner", test.reader), ElementsAre("", "Norfolk Constabulary <b>&"));
    EXPECT_THAT(column("actions", test.reader), ElementsAre("11", "0"));
    EXPECT_THAT(column("late", test.reader), ElementsAre("3", "0"));
    EXPECT_TRUE(column("title", test.outsider).empty());
    test.in_one_transaction([&] {
        auto plan = *plan::find_plan(test.db, test.unit, newer.id);
        plan.period = test.plan.period;
        plan.follows = test.plan.id;
        ++plan.version;
        plan::save_plan(test.db, test.unit, plan);
    });
    EXPECT_THAT(column("state", test.reader), ElementsAre("followed", "runs"));
    EXPECT_THAT(column("late", test.reader), ElementsAre("0", "0"));
}

TEST_F(PlanRegister, A_file_adds_plans_and_changes_what_they_are) {
    import("title,period,type,owner\nCoast plan,2026-27,locality,Norfolk Constabulary <b>&\n");
    EXPECT_THAT(column("owner", test.unit), ElementsAre("", "Norfolk Constabulary <b>&"));
    import("title,period,type,owner\nCoast plan,2026-27,workforce,\n");
    EXPECT_THAT(column("type", test.unit), ElementsAre("business", "workforce"));
    EXPECT_THAT(column("owner", test.unit), ElementsAre("", ""));
    const auto again = look("title,period,type,owner\nCoast plan,2026-27,workforce,\n");
    EXPECT_EQ(again.count(registers::Fate::same), 1);
}

TEST_F(PlanRegister, Two_editions_of_one_title_are_told_apart_by_their_periods) {
    import("title,period,type\nCoast plan,2025-26,locality\nCoast plan,2026-27,locality\n");
    EXPECT_THAT(column("period", test.unit), ElementsAre("2025-26", "2025-26", "2026-27"));
}

TEST_F(PlanRegister, An_owner_that_is_none_and_a_type_that_is_none_are_refused) {
    const auto seen =
        look("title,period,type,owner\nCoast plan,,locality,Nobody\nOther,,garden,\n");
    EXPECT_EQ(seen.count(registers::Fate::refused), 2);
}

} // namespace
} // namespace openmasa::drafting
