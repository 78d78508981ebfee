#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/clocks/bank_holiday_list.hpp"
#include "core/clocks/due.hpp"
#include "core/clocks/question.hpp"
#include "core/clocks/store.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::clocks {
namespace {

using testing::HasSubstr;

class Calendar : public testing::Test {
protected:
    void SetUp() override { file_.migrate(); }
    static Scope unit() {
        return command_line_scope(store::TestDatabase::noon(), system_randomness());
    }
    /// The year 2027 with one day more.
    static std::vector<BankHoliday> with_one_more() {
        auto list = BankHolidays().of_year(2027);
        list.push_back({day(2027, 6, 7), "A day given once"});
        return list;
    }
    Result<Done> save(const Scope& scope, std::int64_t version) {
        auto saved = db_.atomically(
            [&] { return save_bank_holidays(db_, scope, with_one_more(), version); });
        db_.finish();
        return saved;
    }
    store::TestDatabase file_;
    store::Db db_{file_.database()};
};

TEST_F(Calendar, A_list_counts_at_once_in_every_worker_and_leaves_its_trace) {
    store::Db other(file_.database());
    EXPECT_EQ(bank_holidays(other)->name_of(day(2027, 6, 7)), "");
    other.finish();
    ASSERT_TRUE(save(unit(), 0));
    EXPECT_EQ(bank_holidays(other)->name_of(day(2027, 6, 7)), "A day given once");
    EXPECT_EQ(bank_holidays(db_)->name_of(day(2028, 12, 25)), "Christmas Day") << "by the rule";
    EXPECT_EQ(history::versions(db_, "bank_holidays", "england-and-wales", 5).size(), 1u);
    EXPECT_TRUE(audit::verify(db_).faults.empty());
}

TEST_F(Calendar, A_clock_counts_by_the_list_that_was_brought_in) {
    ASSERT_TRUE(save(unit(), 0));
    const auto rules = rule_book(db_);
    const auto* rule = rules->find("allegation-referral", day(2027, 6, 4));
    EXPECT_EQ(due(*rule, day(2027, 6, 4), BankHolidays()).due, day(2027, 6, 7));
    EXPECT_EQ(due(*rule, day(2027, 6, 4), *bank_holidays(db_)).due, day(2027, 6, 8));
}

TEST_F(Calendar, A_list_that_was_looked_at_before_another_came_in_is_refused) {
    ASSERT_TRUE(save(unit(), 0));
    const auto late = save(unit(), 0);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
    EXPECT_TRUE(save(unit(), 1));
}

TEST_F(Calendar, Who_may_not_edit_settings_changes_nothing) {
    auto nobody = unit();
    nobody.holdings.clear();
    const auto refused = save(nobody, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(audit::verify(db_).entries, 0);
}

TEST(HolidayDifferences, Name_each_day_that_would_change_and_no_other) {
    auto list = BankHolidays().of_year(2027);
    const auto easter = list.at(2);
    std::erase(list, easter);
    list.push_back({day(2027, 6, 7), "A day given once"});
    const auto found = differences(BankHolidays(), list);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].day, easter.day);
    EXPECT_EQ(found[0].now, "");
    EXPECT_EQ(found[1].now, "A day given once");
}

TEST(HolidayLines, Read_back_as_they_were_written_and_refuse_half_a_year) {
    const auto list = BankHolidays().of_year(2027);
    EXPECT_EQ(from_lines(to_lines(list)).value(), list);
    EXPECT_FALSE(from_lines("2027-12-25 Christmas Day\n"));
    EXPECT_FALSE(from_lines(to_lines(list) + "2027-03-26 Again\n"));
    EXPECT_FALSE(from_lines("Christmas Day\n"));
}

TEST(Question, Says_everything_that_is_wrong_at_once) {
    const auto refused =
        answer({.clock = "no-such-clock", .from = "soon", .pauses = "now and then"}, RuleBook(),
               BankHolidays());
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().problems.size(), 3u);
    EXPECT_EQ(refused.refusal().problems[0].field, "clock");
    EXPECT_EQ(refused.refusal().problems[1].field, "from");
    EXPECT_EQ(refused.refusal().problems[2].field, "pauses");
}

TEST(Question, Is_answered_from_words_with_pauses_and_reasons) {
    const auto answered = answer({.clock = "incident-notification",
                                  .from = "3 March 2025",
                                  .pauses = "4 March 2025 to 6 March 2025, inquest\n"},
                                 RuleBook(), BankHolidays());
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->due, day(2025, 3, 13));
    EXPECT_THAT(how_counted(*answered), HasSubstr("4 Mar 2025 (paused: inquest)"));
}

TEST(Question, In_hours_starts_at_a_time_in_London_over_the_night_the_clocks_go_back) {
    const auto ask = [](std::string at) {
        return answer({.clock = "child-death-notification", .from = "24 October 2026", .at = at},
                      RuleBook(), BankHolidays());
    };
    EXPECT_EQ(due_in_words(*ask("9am")), "26 October 2026, 8am") << "48 hours, one of them twice";
    EXPECT_FALSE(ask("soon"));
    EXPECT_EQ(due_in_words(*ask("")), "Monday 26 October 2026, by the same time of day");
}

TEST(RuleBookWithAdded, A_later_row_ends_the_one_before_and_a_groups_own_wins_for_the_group) {
    const auto group = OwnerId::make(store::TestDatabase::noon(), system_randomness());
    Rule later = *RuleBook().find("rapid-review", day(2026, 1, 1));
    later.amount = 10;
    later.from = day(2027, 1, 1);
    Rule own = *RuleBook().find("agenda-out", day(2026, 1, 1));
    own.amount = -3;
    own.from = day(2026, 9, 1);
    own.group = group;
    own.group_name = "Education group";
    const std::vector<Rule> added{later, own};
    const RuleBook book(added);
    EXPECT_EQ(book.find("rapid-review", day(2026, 12, 31))->amount, 15);
    EXPECT_EQ(book.find("rapid-review", day(2026, 12, 31))->to, day(2026, 12, 31));
    EXPECT_EQ(book.find("rapid-review", day(2027, 1, 1))->amount, 10);
    EXPECT_EQ(book.find("agenda-out", day(2026, 10, 1))->amount, -4);
    EXPECT_EQ(book.find("agenda-out", day(2026, 10, 1), group)->amount, -3);
    EXPECT_EQ(book.find("agenda-out", day(2026, 8, 1), group)->amount, -4);
    EXPECT_EQ(book.names().size(), RuleBook().names().size());
}

} // namespace
} // namespace openmasa::clocks
