#include "plan/position/rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::position {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RecommendationId numbered(int number) {
    auto text = std::string(26, '0');
    text.replace(26 - std::to_string(number).size(), text.npos, std::to_string(number));
    return RecommendationId::unchecked(text);
}
const Day spring = day(2025, 3, 31), winter = day(2024, 12, 31);

/// Lives by hand, numbered in their order.
class PositionRule : public testing::Test {
protected:
    Life& add(std::vector<std::pair<Day, State>> stands) {
        Life life{.id = numbered(int(lives.size()) + 1)};
        for (const auto& [from, state] : stands)
            add_stand(life.stands, {.from = from, .state = state});
        life.recommended = life.stands.front().from;
        lives.push_back(std::move(life));
        return lives.back();
    }
    Life& filed(Filed where) {
        auto& life = add({{day(2024, 6, 1), State::accepted}});
        life.filed = std::move(where);
        return life;
    }
    Position position() { return position_of(lives, winter, spring, names); }
    Flow flow() { return flow_between(lives, winter, spring); }
    std::vector<Life> lives;
    PriorityNames names;
};

TEST(QuarterEnd, Is_the_last_day_of_the_quarter_before_that_day) {
    EXPECT_EQ(quarter_end_before(day(2025, 3, 31)), day(2024, 12, 31));
    EXPECT_EQ(quarter_end_before(day(2025, 4, 1)), day(2025, 3, 31));
    EXPECT_EQ(quarter_end_before(day(2025, 1, 1)), day(2024, 12, 31));
    EXPECT_EQ(quarter_end_before(day(2025, 8, 15)), day(2025, 6, 30));
    EXPECT_EQ(quarter_end_before(day(2025, 12, 31)), day(2025, 9, 30));
}

TEST(LifeOfOne, A_later_version_that_began_earlier_takes_the_place_of_what_came_after) {
    std::vector<Stand> stands;
    add_stand(stands, {.from = day(2025, 3, 10)});
    add_stand(stands, {.from = day(2026, 1, 22), .joined_to = numbered(7)});
    add_stand(stands, {.from = day(2025, 3, 31), .state = State::accepted});
    ASSERT_EQ(stands.size(), 2U);
    EXPECT_EQ(stands[1].from, day(2025, 3, 31));
    EXPECT_FALSE(stands[1].joined_to);
    add_stand(stands, {.from = day(2026, 1, 23), .state = State::accepted});
    EXPECT_EQ(stands.size(), 2U) << "nothing became another";
    const Life life{.id = numbered(1), .stands = stands};
    EXPECT_EQ(stand_on(life, day(2025, 3, 9)), nullptr);
    EXPECT_EQ(stand_on(life, day(2025, 3, 30))->state, State::proposed);
    EXPECT_EQ(stand_on(life, day(2025, 3, 31))->state, State::accepted);
}

TEST_F(PositionRule,
       What_waits_for_a_decision_stands_with_another_or_was_withdrawn_is_not_counted) {
    add({{winter, State::proposed}});
    for (auto state : recommendations::all_states) add({{winter, state}});
    add({{winter, State::accepted}}).stands.back().joined_to = numbered(2);
    add({{winter, State::accepted}}).stands.back().withdrawn = true;
    const auto made = position();
    EXPECT_EQ(made.all.all, 4) << "accepted, in progress, actions complete, impact tested";
    EXPECT_EQ(made.waiting, 2);
    EXPECT_EQ(made.joined, 1);
    EXPECT_EQ(made.recommendations, 11);
    EXPECT_EQ(made.flow.now, made.all.all);
}

TEST_F(PositionRule, Homes_stand_in_their_order_and_kinds_add_up) {
    const auto neglect = plan::SectionId::unchecked(std::string(26, '1'));
    const auto early_help = plan::SectionId::unchecked(std::string(26, '2'));
    names = {{neglect, "Neglect"}, {early_help, "Early help"}};
    filed({});
    filed({.home = Home::other, .home_words = "Business unit", .kind = Kind::tools});
    filed({.home = Home::sector, .home_words = "Health", .kind = Kind::workforce});
    filed({.home = Home::sector, .home_words = "education"});
    filed({.home = Home::priority, .priority = neglect, .kind = Kind::leadership});
    filed({.home = Home::priority, .priority = neglect, .kind = Kind::leadership});
    filed({.home = Home::priority, .priority = early_help, .kind = Kind::communications});
    filed({.home = Home::priority,
           .priority = plan::SectionId::unchecked(std::string(26, '3')),
           .kind = Kind::tools});
    const auto made = position();
    std::vector<std::string> said;
    HomeRow sum;
    for (const auto& row : made.homes) {
        said.push_back(row.name + " " + std::to_string(row.all));
        sum.all += row.all;
        for (std::size_t at = 0; at < kind_columns; ++at) sum.of_kind[at] += row.of_kind[at];
    }
    EXPECT_THAT(said, ElementsAre("Early help 1", "Neglect 2", " 1", "education 1", "Health 1",
                                  " 1", " 1"));
    EXPECT_EQ(made.homes[2].home, Home::priority) << "which cannot be named";
    EXPECT_EQ(made.homes[5].home, Home::other);
    EXPECT_FALSE(made.homes[6].home);
    EXPECT_EQ(sum.all, 8);
    EXPECT_EQ(sum.of_kind, made.all.of_kind);
    EXPECT_THAT(made.all.of_kind, ElementsAre(2, 1, 2, 1, 2));
}

TEST_F(PositionRule, Priorities_of_one_name_are_one_home_whichever_plan_they_stand_in) {
    const auto first = plan::SectionId::unchecked(std::string(26, '1'));
    const auto second = plan::SectionId::unchecked(std::string(26, '2'));
    names = {{first, "Neglect"}, {second, "Neglect"}};
    filed({.home = Home::priority, .priority = second});
    filed({.home = Home::priority, .priority = first});
    const auto made = position();
    ASSERT_EQ(made.homes.size(), 1U);
    EXPECT_EQ(made.homes[0].all, 2);
}

TEST_F(PositionRule, A_sector_is_one_however_it_is_written) {
    filed({.home = Home::sector, .home_words = "Education"});
    filed({.home = Home::sector, .home_words = "education"});
    const auto made = position();
    ASSERT_EQ(made.homes.size(), 1U);
    EXPECT_EQ(made.homes[0].all, 2);
}

TEST_F(PositionRule, Opened_less_closed_is_the_difference_and_what_ended_meanwhile_is_in_both) {
    add({{day(2024, 6, 1), State::accepted}});
    add({{day(2024, 6, 1), State::accepted}, {day(2025, 2, 1), State::embedded}});
    add({{day(2024, 6, 1), State::in_progress}, {day(2025, 2, 1), State::superseded}});
    add({{day(2024, 6, 1), State::accepted}, {day(2025, 2, 1), State::not_accepted}});
    add({{day(2024, 6, 1), State::proposed}, {day(2025, 1, 1), State::accepted}});
    add({{day(2025, 1, 5), State::proposed},
         {day(2025, 1, 9), State::accepted},
         {day(2025, 3, 1), State::closed}});
    add({{day(2024, 6, 1), State::embedded}, {day(2025, 3, 31), State::in_progress}});
    add({{winter, State::accepted}}); // the first day counts as before
    add({{day(2025, 4, 1), State::accepted}});
    const auto made = flow();
    EXPECT_EQ(made.then, 5);
    EXPECT_EQ(made.of(Came::accepted), 2);
    EXPECT_EQ(made.of(Came::reopened), 1);
    EXPECT_EQ(made.opened(), 3);
    EXPECT_EQ(made.of(Went::embedded), 1);
    EXPECT_EQ(made.of(Went::superseded), 1);
    EXPECT_EQ(made.of(Went::closed), 1);
    EXPECT_EQ(made.of(Went::not_accepted), 1);
    EXPECT_EQ(made.closed(), 4);
    EXPECT_EQ(made.otherwise(), 0);
    EXPECT_EQ(made.now, 4);
    EXPECT_EQ(made.net(), -1);
}

TEST_F(PositionRule, What_was_joined_parted_or_withdrawn_is_named_and_closes_nothing) {
    add({{winter, State::accepted}});
    add_stand(lives[0].stands,
              {.from = day(2025, 1, 2), .state = State::accepted, .joined_to = numbered(2)});
    add({{winter, State::accepted}});
    lives[1].stands[0].joined_to = numbered(1);
    add_stand(lives[1].stands, {.from = day(2025, 1, 2), .state = State::accepted});
    add({{winter, State::accepted}});
    add_stand(lives[2].stands,
              {.from = day(2025, 1, 2), .state = State::accepted, .withdrawn = true});
    add_stand(lives[2].stands, {.from = day(2025, 1, 3), .state = State::accepted});
    const auto made = flow();
    EXPECT_EQ(made.of(Went::joined), 1);
    EXPECT_EQ(made.of(Came::parted), 1);
    EXPECT_EQ(made.of(Went::withdrawn), 1);
    EXPECT_EQ(made.of(Came::brought_back), 1);
    EXPECT_EQ(made.opened(), 0);
    EXPECT_EQ(made.closed(), 0);
    EXPECT_EQ(made.then + made.otherwise(), made.now);
}

TEST_F(PositionRule, Parted_and_accepted_on_one_day_was_accepted) {
    add({{winter, State::proposed}});
    lives[0].stands[0].joined_to = numbered(9);
    add_stand(lives[0].stands, {.from = day(2025, 1, 2), .state = State::accepted});
    EXPECT_EQ(flow().of(Came::accepted), 1);
}

TEST(AgeBands, Are_whole_months_of_the_calendar) {
    EXPECT_EQ(band_of(day(2025, 1, 31), day(2025, 4, 29)), 0U);
    EXPECT_EQ(band_of(day(2025, 1, 31), day(2025, 4, 30)), 1U);
    EXPECT_EQ(band_of(day(2024, 9, 30), day(2025, 3, 29)), 1U);
    EXPECT_EQ(band_of(day(2024, 9, 30), day(2025, 3, 30)), 2U);
    EXPECT_EQ(band_of(day(2024, 2, 29), day(2025, 2, 28)), 3U);
    EXPECT_EQ(band_of(day(2023, 3, 31), day(2025, 3, 30)), 3U);
    EXPECT_EQ(band_of(day(2023, 3, 31), day(2025, 3, 31)), 4U);
}

TEST(AgeBands, The_median_of_an_even_number_lies_between_the_two_in_the_middle) {
    const Day today = day(2025, 3, 31);
    const auto ago = [&](int days) { return today - std::chrono::days{days}; };
    EXPECT_EQ(ages_of({}, today).median, std::nullopt);
    EXPECT_EQ(ages_of({ago(10), ago(400), ago(31)}, today).median, 31);
    EXPECT_EQ(ages_of({ago(10), ago(400), ago(31), ago(40)}, today).median, 35);
    EXPECT_THAT(ages_of({ago(10), ago(400), ago(800)}, today).in_band, ElementsAre(1, 0, 0, 1, 1));
}

TEST_F(PositionRule, Age_counts_from_the_last_acceptance_and_from_where_it_was_first_recommended) {
    add({{day(2022, 5, 1), State::proposed},
         {day(2022, 6, 1), State::accepted},
         {day(2024, 1, 1), State::closed},
         {day(2025, 3, 1), State::accepted},
         {day(2025, 3, 30), State::in_progress}});
    auto& joined = add({{day(2019, 5, 1), State::proposed}});
    joined.stands.back().joined_to = numbered(1);
    EXPECT_EQ(accepted_since(lives[0]), day(2025, 3, 1));
    const auto made = position();
    EXPECT_EQ(made.since_accepted.median, 30);
    EXPECT_EQ(made.since_recommended.median, (spring - day(2019, 5, 1)).count());
}

TEST_F(PositionRule, What_stood_with_another_for_a_while_has_been_accepted_all_the_time) {
    auto& life = add({{day(2024, 6, 1), State::accepted}});
    add_stand(life.stands,
              {.from = day(2024, 7, 1), .state = State::accepted, .joined_to = numbered(9)});
    add_stand(life.stands, {.from = day(2025, 1, 1), .state = State::accepted});
    EXPECT_EQ(accepted_since(life), day(2024, 6, 1));
}

TEST_F(PositionRule, Late_is_what_is_still_to_be_carried_out_after_its_day) {
    filed({.due = day(2025, 3, 30)});
    filed({.due = spring});
    filed({.due = day(2024, 3, 30)}).stands.back().state = State::in_progress;
    filed({.due = day(2024, 3, 30)}).stands.back().state = State::actions_complete;
    filed({.due = day(2024, 3, 30)}).stands.back().state = State::proposed;
    filed({});
    const auto made = position();
    ASSERT_EQ(made.late.size(), 2U);
    EXPECT_EQ(made.late[0].id, numbered(3));
    EXPECT_EQ(made.late[1].id, numbered(1));
}

TEST_F(PositionRule, What_moved_stands_with_where_it_was_the_newest_first) {
    add({{day(2025, 1, 5), State::proposed}, {day(2025, 1, 9), State::accepted}});
    add({{day(2024, 1, 5), State::proposed}, {day(2025, 2, 9), State::not_accepted}});
    add({{day(2024, 1, 5), State::proposed}});
    const auto made = position();
    ASSERT_EQ(made.moved.size(), 3U);
    EXPECT_EQ(made.moved[0].after.state, State::not_accepted);
    EXPECT_EQ(made.moved[0].before->state, State::proposed);
    EXPECT_EQ(made.moved[1].after.state, State::accepted);
    EXPECT_FALSE(made.moved[2].before) << "it was first recommended then";
}

TEST_F(PositionRule, Where_nobody_recommended_anything_everything_is_nought) {
    const auto made = position();
    EXPECT_EQ(made.recommendations, 0);
    EXPECT_THAT(made.homes, IsEmpty());
    EXPECT_EQ(made.flow.net(), 0);
    EXPECT_EQ(made.since_accepted.median, std::nullopt);
}

} // namespace
} // namespace openmasa::position
