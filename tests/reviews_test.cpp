// Restrictions and broken glass that must be looked at again: who is reminded, and when.
#include "core/jobs/store.hpp"
#include "core/notices/store.hpp"
#include "core/restriction/reminders.hpp"
#include "core/restriction/store.hpp"
#include "restricted.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr, testing::Not;

inline constexpr store::Query<int(PersonId)> count_told{
    "test.count_told", "SELECT count(*) FROM notice WHERE kind = 'review_due' AND person_id = $1"};

class Reviews : public Restricted {
protected:
    /// The program itself, that day at half past six.
    Scope program_on(Day today) {
        return command_line_scope(Moment{today} + std::chrono::minutes{390}, program.randomness);
    }
    std::string remind_on(Day today) {
        std::string said;
        t().in_one_transaction([&] {
            t().db.execute("UPDATE notice SET told = 'mailed' WHERE mail_id IS NULL");
            said = restriction::remind(t().db, program_on(today));
        });
        return said;
    }
    int told(const Scope& somebody) { return *t().db.one(count_told, *somebody.person); }
    void restrict_for(int days, std::vector<restriction::Name> names = {}) {
        t().in_one_transaction([&] {
            ASSERT_TRUE(restriction::restrict_record(t().db, t().unit, kinds,
                                                     {.record = {"action", t().late.str()},
                                                      .reason = "A named child",
                                                      .review_in_days = days,
                                                      .names = std::move(names)}));
        });
    }
};

TEST_F(Reviews, Whoever_restricted_a_record_is_reminded_a_week_before_and_on_the_day_once_each) {
    restrict_for(90, {named(who(Role::lead_partner))}); // to 22 April
    for (const auto& [when, times] : {std::pair{day(2026, 4, 14), 0},
                                      {day(2026, 4, 15), 1},
                                      {day(2026, 4, 16), 1},
                                      {day(2026, 4, 22), 2},
                                      {day(2026, 4, 23), 2}}) {
        (void)remind_on(when);
        EXPECT_EQ(told(t().unit), times) << spoken(when);
    }
    EXPECT_EQ(told(who(Role::lead_partner)), 0) << "it is in somebody's hands";
}

TEST_F(Reviews, A_day_on_which_the_program_was_off_is_made_up_for) {
    restrict_for(90);
    EXPECT_EQ(remind_on(day(2026, 5, 3)), "Reminded of 1 review");
    EXPECT_EQ(remind_on(day(2026, 5, 4)), "");
    EXPECT_EQ(told(t().unit), 1);
}

TEST_F(Reviews, When_they_are_gone_everybody_who_may_restrict_and_read_it_is_reminded) {
    restrict_for(90, {named(who(Role::lead_partner)), named(who(Role::scrutineer)),
                      denied(who(Role::delegated_partner))});
    t().in_one_transaction([&] { accounts::end_account(t().db, *t().unit.account, t().now); });
    (void)remind_on(day(2026, 4, 22));
    EXPECT_EQ(told(who(Role::lead_partner)), 1);
    for (const auto* other : {&t().unit, &who(Role::scrutineer), &who(Role::delegated_partner),
                              &who(Role::business_unit)})
        EXPECT_EQ(told(*other), 0) << other->known_as;
}

TEST_F(Reviews, What_is_nobodys_is_said_and_told_as_soon_as_somebody_can_do_it) {
    restrict_for(90, {named(who(Role::lead_partner))});
    const auto end_both = [&] {
        for (const auto* one : {&t().unit, &who(Role::lead_partner)})
            accounts::end_account(t().db, *one->account, t().now);
    };
    t().in_one_transaction(end_both);
    EXPECT_THAT(remind_on(day(2026, 4, 22)), HasSubstr("Nobody is left"));
    t().in_one_transaction([&] { t().db.execute("UPDATE account SET ended_at = NULL"); });
    (void)remind_on(day(2026, 4, 23));
    EXPECT_EQ(told(t().unit), 1);
}

TEST_F(Reviews, A_review_that_was_put_off_is_reminded_of_anew_and_a_lifted_one_no_more) {
    restrict_for(10);
    (void)remind_on(day(2026, 2, 1));
    EXPECT_EQ(told(t().unit), 1);
    t().in_one_transaction([&] {
        auto standing = *restriction::find_open(t().db, {"action", t().late.str()});
        standing.review_on = day(2026, 3, 1);
        ASSERT_TRUE(restriction::save(t().db, t().unit, std::move(standing)));
    });
    (void)remind_on(day(2026, 2, 2));
    EXPECT_EQ(told(t().unit), 1);
    (void)remind_on(day(2026, 3, 1));
    EXPECT_EQ(told(t().unit), 2);
    t().in_one_transaction([&] {
        ASSERT_TRUE(restriction::lift_restriction(
            t().db, t().unit, kinds,
            {.record = {"action", t().late.str()}, .version = 2, .why = "It is over"}));
    });
    EXPECT_EQ(remind_on(day(2026, 5, 1)), "");
}

TEST_F(Reviews, A_broken_glass_is_reminded_of_on_its_last_day_and_not_to_who_broke_it) {
    restrict_for(90, {named(who(Role::lead_partner))});
    t().in_one_transaction([&] {
        ASSERT_TRUE(
            restriction::break_glass(t().db, who(Role::delegated_partner), kinds,
                                     {.reference = "VA 1", .reason = "A child is missing"}));
    });
    EXPECT_EQ(remind_on(day(2026, 1, 28)), "");
    EXPECT_EQ(remind_on(day(2026, 1, 29)), "Reminded of 1 review");
    EXPECT_EQ(remind_on(day(2026, 1, 30)), "");
    EXPECT_EQ(told(t().unit), 1);
    EXPECT_EQ(told(who(Role::lead_partner)), 1);
    EXPECT_EQ(told(who(Role::delegated_partner)), 0);
}

TEST_F(Reviews, The_programs_own_work_reminds_every_morning_and_twice_is_once) {
    restrict_for(90);
    const files::Storage storage{std::filesystem::temp_directory_path() / "openmasa-no-files"};
    const jobs::Worker worker{
        .database = &t().database(),
        .kinds = program.kinds,
        .restrictable = kinds,
        .storage = &storage,
        .now = [&] { return program_on(day(2026, 4, 22)); },
        .on_fault = [](auto, const auto& fault) { ADD_FAILURE() << fault.what(); }};
    EXPECT_EQ(jobs::find_kind(program.kinds, "reminders")->schedule, "daily 06:30");
    for (int morning = 0; morning < 2; ++morning) {
        t().in_one_transaction([&] {
            const auto scope = worker.now();
            jobs::add_job(t().db, {.id = scope.new_id<jobs::JobId>(),
                                   .kind = "reminders",
                                   .parameters = {},
                                   .person = {},
                                   .made_at = scope.now,
                                   .next_try_at = scope.now});
        });
        EXPECT_EQ(*jobs::work(t().db, worker), 1);
        t().db.finish();
    }
    EXPECT_EQ(told(t().unit), 1);
}

TEST_F(Reviews, Home_and_the_list_of_restricted_records_say_what_is_to_be_looked_at) {
    restrict_for(5, {named(who(Role::scrutineer))});
    EXPECT_THAT(
        program.get(&t().unit, "/").body,
        HasSubstr("<a class=\"govuk-link\" href=\"/restricted\">1 record</a> within a week."));
    const auto list = program.get(&t().unit, "/restricted").body;
    EXPECT_THAT(list, HasSubstr("/restricted/action/" + t().late.str()));
    EXPECT_THAT(list, HasSubstr("Look again by 27 Jan 2026"));
    for (const auto role : {Role::scrutineer, Role::lead_partner})
        EXPECT_THAT(program.get(&who(role), "/").body, Not(HasSubstr("to look at again")));
    EXPECT_THAT(program.get(&who(Role::lead_partner), "/restricted").body,
                HasSubstr("There are none"));
    EXPECT_EQ(program.get(&who(Role::scrutineer), "/restricted").status, 404);
}

} // namespace
} // namespace openmasa
