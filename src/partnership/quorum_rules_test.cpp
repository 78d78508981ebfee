#include "core/access/secret.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/quorum_rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::partnership {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

template<class SomeId> SomeId new_id() {
    return SomeId::make(Moment{}, system_randomness());
}
const Day today = day(2026, 11, 21);

Seat seat_of(const OwnerId& agency, std::string name, bool is_filled = true) {
    Seat seat{.id = new_id<OwnerId>(), .name = std::move(name), .holder = agency, .agency = agency};
    if (is_filled)
        seat.people.push_back({.id = new_id<MemberId>(),
                               .person = new_id<PersonId>(),
                               .known_as = "Somebody",
                               .from = day(2025, 1, 1)});
    return seat;
}
/// Of five agencies, one seat each, the last one vacant.
struct FiveSeats {
    std::vector<OwnerId> agencies;
    Group group{.id = {}, .name = "Group"};
    FiveSeats() {
        for (int at = 0; at < 5; ++at) {
            agencies.push_back(new_id<OwnerId>());
            group.seats.push_back(seat_of(agencies.back(), std::to_string(at), at < 4));
        }
    }
    std::set<OwnerId> present(int count) const {
        std::set<OwnerId> ids;
        for (int at = 0; at < count; ++at) ids.insert(group.seats[static_cast<unsigned>(at)].id);
        return ids;
    }
};

TEST(Quorums, Say_in_one_sentence_what_they_ask_for) {
    Quorum quorum{.id = {}, .from = today, .least = 4};
    EXPECT_EQ(in_words(quorum), "At least 4 seats must be there.");
    quorum.share_of = 2;
    quorum.share_in = 3;
    EXPECT_EQ(in_words(quorum), "At least 4 seats and two thirds of the seats must be there.");
    quorum.agencies = {{{}, "Norfolk Constabulary"}, {{}, "Norfolk County Council"}};
    EXPECT_EQ(in_words(quorum),
              "At least 4 seats and two thirds of the seats must be there, among them Norfolk "
              "Constabulary and Norfolk County Council.");
    quorum.least = quorum.share_of = quorum.share_in = 0;
    EXPECT_EQ(in_words(quorum), "Norfolk Constabulary and Norfolk County Council must be there.");
    EXPECT_EQ(in_words({.id = {}, .from = today, .share_of = 3, .share_in = 7}),
              "3 of every 7 seats must be there.");
}

TEST(Quorums, Say_what_is_missing_in_words) {
    const FiveSeats five;
    const auto seats = seats_on(five.group, today);
    const Quorum quorum{.id = {},
                        .from = today,
                        .least = 3,
                        .share_of = 2,
                        .share_in = 3,
                        .agencies = {{five.agencies[3], "Norfolk Constabulary"}}};
    EXPECT_THAT(quorate(quorum, seats, five.present(2)).missing,
                ElementsAre("2 more seats", "Norfolk Constabulary"));
    EXPECT_THAT(quorate(quorum, seats, five.present(3)).missing,
                ElementsAre("1 more seat", "Norfolk Constabulary"));
    EXPECT_TRUE(quorate(quorum, seats, five.present(4)).is_quorate());
}

TEST(Quorums, Count_two_seats_of_one_agency_twice_and_strangers_never) {
    FiveSeats five;
    five.group.seats[1].agency = five.agencies[0];
    const auto seats = seats_on(five.group, today);
    const Quorum two{.id = {}, .from = today, .least = 2};
    EXPECT_TRUE(quorate(two, seats, five.present(2)).is_quorate());
    EXPECT_FALSE(quorate(two, seats, {new_id<OwnerId>(), new_id<OwnerId>()}).is_quorate());
}

TEST(Quorums, Are_met_by_more_people_whenever_they_are_met_by_fewer) {
    std::mt19937 chance(7);
    for (int round = 0; round < 300; ++round) {
        const FiveSeats five;
        const auto seats = seats_on(five.group, today);
        Quorum quorum{.id = {}, .from = today, .least = static_cast<int>(chance() % 6)};
        quorum.share_in = static_cast<int>(chance() % 5);
        if (quorum.share_in) quorum.share_of = 1 + static_cast<int>(chance()) % quorum.share_in;
        quorum.share_of = std::abs(quorum.share_of);
        if (chance() % 2) quorum.agencies.push_back({five.agencies[chance() % 5], "Agency"});
        bool was = false;
        for (int count = 0; count <= 5; ++count) {
            const bool is = quorate(quorum, seats, five.present(count)).is_quorate();
            EXPECT_TRUE(is || !was) << round;
            was = is;
        }
        if (problems_with(five.group, quorum).empty()) {
            EXPECT_TRUE(was) << round;
        }
    }
}

TEST(Quorums, Nobody_can_reach_are_refused_beside_what_asks_too_much) {
    const FiveSeats five;
    const auto many = problems_with(five.group, Quorum{.id = {}, .from = today, .least = 6});
    ASSERT_THAT(many, SizeIs(1));
    EXPECT_EQ(many[0], (Problem{"least", "Nobody can reach this: the group has 5 seats on that "
                                         "day."}));
    const auto stranger = problems_with(
        five.group,
        Quorum{.id = {}, .from = today, .agencies = {{new_id<OwnerId>(), "East Coast"}}});
    ASSERT_THAT(stranger, SizeIs(1));
    EXPECT_EQ(stranger[0].field, "agencies");
    EXPECT_THAT(stranger[0].words, HasSubstr("East Coast has no seat"));
    const auto none = problems_with(five.group, Quorum{.id = {}, .from = today});
    ASSERT_THAT(none, SizeIs(1));
    EXPECT_EQ(none[0].field, "least");
    const auto share =
        problems_with(five.group, Quorum{.id = {}, .from = today, .share_of = 3, .share_in = 2});
    ASSERT_THAT(share, SizeIs(1));
    EXPECT_EQ(share[0].field, "share");
}

TEST(Quorums, A_vacancy_makes_one_out_of_reach_today_that_is_right_in_itself) {
    const FiveSeats five;
    const Quorum all{.id = {}, .from = today, .share_of = 1, .share_in = 1};
    EXPECT_THAT(problems_with(five.group, all), IsEmpty());
    EXPECT_THAT(reachable(all, five.group, today).missing, ElementsAre("1 more seat"));
    EXPECT_TRUE(
        reachable(Quorum{.id = {}, .from = today, .least = 4}, five.group, today).is_quorate());
}

TEST(Quorums, Count_from_their_day_until_the_next_one) {
    FiveSeats five;
    five.group.quorums = {{.id = new_id<QuorumId>(), .from = day(2026, 4, 1), .least = 3},
                          {.id = new_id<QuorumId>(), .from = day(2025, 1, 1), .least = 4}};
    EXPECT_EQ(quorum_on(five.group, day(2024, 12, 31)), nullptr);
    EXPECT_EQ(quorum_on(five.group, day(2026, 3, 31))->least, 4);
    EXPECT_EQ(quorum_on(five.group, day(2026, 4, 1))->least, 3);
    const auto twice = problems_with(
        five.group, Quorum{.id = new_id<QuorumId>(), .from = day(2026, 4, 1), .least = 2});
    ASSERT_THAT(twice, SizeIs(1));
    EXPECT_EQ(twice[0].field, "from");
}

} // namespace
} // namespace openmasa::partnership
