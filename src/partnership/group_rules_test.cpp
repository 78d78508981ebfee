#include "core/access/secret.hpp"
#include "partnership/group_rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace openmasa::partnership {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

template<class SomeId> SomeId new_id() {
    return SomeId::make(Moment{}, system_randomness());
}
Member person(std::string name, Day from, std::optional<Day> to = {}, Part part = Part::member) {
    return {.id = new_id<MemberId>(),
            .person = new_id<PersonId>(),
            .known_as = std::move(name),
            .part = part,
            .from = from,
            .to = to};
}
Seat seat_with(std::vector<Member> people) {
    Seat seat{.id = new_id<OwnerId>(), .name = "Police", .holder = new_id<OwnerId>()};
    seat.people = std::move(people);
    return seat;
}
std::string member_of(const Seat& seat, Day on) {
    const auto* member = member_on(seat, on);
    return member ? member->known_as : "nobody";
}
Tie tie_to(const OwnerId& owner, Days days = {}) {
    return {.id = new_id<TieId>(), .owner = owner, .name = "Group", .days = days};
}

// --- seats --------------------------------------------------------------------------------------

TEST(SeatRules, Who_fills_one_and_who_stands_in_is_told_for_any_day) {
    const auto seat = seat_with(
        {person("First", day(2025, 4, 1), day(2026, 5, 14)), person("Second", day(2026, 5, 15)),
         person("Deputy", day(2026, 1, 1), day(2026, 6, 30), Part::deputy)});
    EXPECT_EQ(member_of(seat, day(2025, 3, 31)), "nobody");
    EXPECT_EQ(member_of(seat, day(2026, 5, 14)), "First");
    EXPECT_EQ(member_of(seat, day(2026, 5, 15)), "Second");
    EXPECT_THAT(deputies_on(seat, day(2026, 6, 30)), SizeIs(1));
    EXPECT_THAT(deputies_on(seat, day(2026, 7, 1)), IsEmpty());
}

TEST(SeatRules, Deputies_do_not_fill_one) {
    const auto seat = seat_with({person("Deputy", day(2026, 1, 1), {}, Part::deputy)});
    EXPECT_EQ(member_of(seat, day(2026, 2, 1)), "nobody");
    EXPECT_THAT(vacant_stretches(seat, day(2026, 2, 1)),
                ElementsAre(Stretch{day(2026, 2, 1), std::nullopt}));
}

TEST(SeatRules, Vacancies_are_what_looking_at_every_day_finds) {
    std::mt19937 chance(20261121);
    const auto begin = day(2025, 1, 1), end = day(2025, 3, 31);
    for (int round = 0; round < 300; ++round) {
        auto seat = seat_with({});
        seat.days = {begin, end};
        for (auto count = chance() % 5; count > 0; --count) {
            const auto from = begin + days(chance() % 90);
            seat.people.push_back(person("Any", from, from + days(chance() % 30),
                                         chance() % 4 ? Part::member : Part::deputy));
        }
        const auto gaps = vacant_stretches(seat, end);
        for (auto on = begin; on <= end; on += days{1}) {
            const bool is_gap = std::ranges::any_of(
                gaps, [&](const Stretch& gap) { return gap.first <= on && on <= *gap.last; });
            EXPECT_EQ(is_gap, member_on(seat, on) == nullptr) << round << " " << iso(on);
        }
    }
}

TEST(SeatRules, One_person_fills_a_seat_at_once) {
    const auto seat = seat_with({person("Chief Constable", day(2025, 4, 1))});
    const auto refused = problems_with(seat, person("Another", day(2026, 1, 1)));
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].field, "from");
    EXPECT_THAT(refused[0].words, HasSubstr("Chief Constable sits there from 1 Apr 2025."));
    EXPECT_THAT(problems_with(seat, person("Deputy", day(2026, 1, 1), {}, Part::deputy)),
                IsEmpty());
}

TEST(SeatRules, Nobody_stands_in_for_themselves) {
    const auto seat = seat_with({person("Chief Constable", day(2025, 4, 1))});
    auto again = person("Chief Constable", day(2026, 1, 1), {}, Part::deputy);
    again.person = seat.people[0].person;
    const auto refused = problems_with(seat, again);
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].field, "who");
}

TEST(SeatRules, Whoever_holds_the_office_fills_its_seat_and_nobody_else) {
    auto seat = seat_with({});
    seat.of_office = true;
    seat.holder_name = "Partnership chair";
    const auto refused = problems_with(seat, person("Anybody", day(2026, 1, 1)));
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_THAT(refused[0].words, HasSubstr("Whoever holds the office Partnership chair sits"));
}

TEST(SeatRules, Days_stand_within_those_of_the_seat_and_the_group) {
    auto seat = seat_with({});
    seat.days = {day(2025, 1, 1), day(2025, 12, 31)};
    EXPECT_EQ(problems_with(seat, person("Early", day(2024, 12, 31), day(2025, 6, 1))),
              (std::vector<Problem>{{"from", "The seat began on 1 Jan 2025."}}));
    EXPECT_EQ(problems_with(seat, person("Late", day(2025, 6, 1))),
              (std::vector<Problem>{{"to", "The seat ends on 31 Dec 2025."}}));
    Group group{.id = {}, .name = "Group", .days = {day(2025, 2, 1), {}}};
    const auto refused = problems_with(group, seat);
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].words, "The group began on 1 Feb 2025.");
}

TEST(SeatRules, One_without_agency_or_office_is_refused_beside_its_holder) {
    const Group group{.id = {}, .name = "Group"};
    auto seat = seat_with({});
    seat.holder = {};
    const auto refused = problems_with(group, seat);
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].field, "holder");
}

TEST(SeatRules, Two_of_one_agency_are_possible_but_not_of_one_name) {
    Group group{.id = {}, .name = "Group"};
    auto one = seat_with({}), other = seat_with({});
    other.holder = one.holder;
    other.name = "Police, safeguarding";
    group.seats = {one};
    EXPECT_THAT(problems_with(group, other), IsEmpty());
    other.name = "POLICE";
    EXPECT_THAT(problems_with(group, other), SizeIs(1));
}

TEST(SeatRules, Handed_on_they_end_for_whoever_filled_them_the_day_before) {
    auto seat = seat_with(
        {person("First", day(2025, 4, 1)), person("Deputy", day(2025, 4, 1), {}, Part::deputy)});
    auto next = person("Deputy", day(2026, 5, 15));
    next.person = seat.people[1].person;
    hand_on(seat, next);
    EXPECT_EQ(member_of(seat, day(2026, 5, 14)), "First");
    EXPECT_EQ(member_of(seat, day(2026, 5, 15)), "Deputy");
    EXPECT_THAT(deputies_on(seat, day(2026, 5, 14)), SizeIs(1));
    EXPECT_THAT(deputies_on(seat, day(2026, 5, 15)), IsEmpty());
    EXPECT_THAT(problems_with(seat, seat.people.back()), IsEmpty());
}

TEST(SeatRules, An_end_takes_all_who_sit_there_and_is_refused_before_somebody_begins) {
    auto seat = seat_with({person("First", day(2025, 4, 1))});
    ASSERT_TRUE(end_seat(seat, day(2026, 3, 31)));
    EXPECT_EQ(seat.days.to, day(2026, 3, 31));
    EXPECT_EQ(seat.people[0].to, day(2026, 3, 31));
    auto later = seat_with({person("Later", day(2026, 6, 1))});
    const auto refused = end_seat(later, day(2026, 3, 31));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().field, "to");
}

TEST(GroupRules, An_end_takes_seats_chairs_lines_and_guests_with_it) {
    Group group{.id = {}, .name = "Group"};
    group.seats = {seat_with({person("First", day(2025, 4, 1))})};
    group.chairs = {tie_to(new_id<OwnerId>()), tie_to(new_id<OwnerId>(), {day(2027, 1, 1), {}})};
    group.reports_to = {tie_to(new_id<OwnerId>(), {{}, day(2025, 1, 1)})};
    group.guests = {person("Guest", day(2026, 1, 1), {}, Part::guest)};
    ASSERT_TRUE(end_group(group, day(2026, 3, 31)));
    EXPECT_EQ(group.seats[0].people[0].to, day(2026, 3, 31));
    ASSERT_THAT(group.chairs, SizeIs(1));
    EXPECT_EQ(group.chairs[0].days.to, day(2026, 3, 31));
    EXPECT_EQ(group.reports_to[0].days.to, day(2025, 1, 1));
    EXPECT_EQ(group.guests[0].to, day(2026, 3, 31));
    EXPECT_THAT(problems_with(group), IsEmpty());
}

TEST(GroupRules, Whoever_leaves_leaves_every_place_they_have) {
    Group group{.id = {}, .name = "Group"};
    group.seats = {seat_with({person("Leaver", day(2025, 4, 1))}),
                   seat_with({person("Stays", day(2025, 4, 1))})};
    const auto leaver = group.seats[0].people[0].person;
    auto deputy = person("Leaver", day(2026, 6, 1), {}, Part::deputy);
    deputy.person = leaver;
    group.seats[1].people.push_back(deputy);
    EXPECT_TRUE(end_places_of(group, leaver, day(2026, 3, 31)));
    EXPECT_EQ(group.seats[0].people[0].to, day(2026, 3, 31));
    EXPECT_THAT(group.seats[1].people, SizeIs(1)) << "what was to begin later never was";
    EXPECT_FALSE(end_places_of(group, leaver, day(2026, 3, 31)));
}

// --- chairs and reporting lines -----------------------------------------------------------------

std::vector<OwnerId> owners_on(const std::vector<Tie>& ties, Day on) {
    std::vector<OwnerId> owners;
    for (const auto* tie : ties_on(ties, on)) owners.push_back(tie->owner);
    return owners;
}

TEST(TieRules, Another_chair_ends_the_one_before_and_a_joint_one_stays) {
    const auto first = new_id<OwnerId>(), second = new_id<OwnerId>();
    std::vector<Tie> chairs{tie_to(first)};
    retie(chairs, {tie_to(first), tie_to(second)}, day(2025, 6, 1));
    EXPECT_THAT(owners_on(chairs, day(2025, 5, 31)), ElementsAre(first));
    EXPECT_THAT(owners_on(chairs, day(2025, 6, 1)), ElementsAre(first, second));
    retie(chairs, {tie_to(second)}, day(2026, 1, 1));
    EXPECT_THAT(owners_on(chairs, day(2025, 12, 31)), ElementsAre(first, second));
    EXPECT_THAT(owners_on(chairs, day(2026, 1, 1)), ElementsAre(second));
    retie(chairs, {}, std::nullopt);
    EXPECT_THAT(chairs, IsEmpty());
}

TEST(TieRules, One_that_came_back_is_there_twice_and_never_at_once) {
    const auto one = new_id<OwnerId>(), other = new_id<OwnerId>();
    std::vector<Tie> chairs;
    retie(chairs, {tie_to(one)}, day(2024, 1, 1));
    retie(chairs, {tie_to(other)}, day(2025, 1, 1));
    retie(chairs, {tie_to(one)}, day(2026, 1, 1));
    EXPECT_THAT(chairs, SizeIs(3));
    for (auto on = day(2024, 1, 1); on < day(2027, 1, 1); on += days{30})
        EXPECT_THAT(owners_on(chairs, on), SizeIs(1)) << iso(on);
}

TEST(ReportingLines, A_circle_is_found_on_the_days_on_which_it_would_be_one) {
    const auto a = new_id<OwnerId>(), b = new_id<OwnerId>(), c = new_id<OwnerId>();
    const std::vector<Line> lines{{b, c, {{}, day(2025, 12, 31)}}, {c, a, {day(2025, 7, 1), {}}}};
    const auto found = circle_with(lines, {a, b, {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->on, day(2025, 7, 1));
    EXPECT_THAT(found->groups, ElementsAre(b, c, a));
    EXPECT_FALSE(circle_with(lines, {a, b, {day(2026, 1, 1), {}}}));
    EXPECT_FALSE(circle_with(lines, {a, b, {{}, day(2025, 6, 30)}}));
    EXPECT_TRUE(circle_with({}, {a, a, {}}));
}

/// Whether somebody can walk along the lines of that day from a group back to it.
bool goes_round(const std::vector<Line>& lines, const OwnerId& start, Day on) {
    std::set<OwnerId> reached;
    std::vector<OwnerId> open{start};
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto& line : lines)
            if (line.from_group == at && covers(line.days, on) &&
                reached.insert(line.to_group).second)
                open.push_back(line.to_group);
    }
    return reached.contains(start);
}

TEST(ReportingLines, Circles_are_what_walking_along_them_on_every_day_finds) {
    std::mt19937 chance(4);
    std::vector<OwnerId> groups;
    for (int count = 0; count < 6; ++count) groups.push_back(new_id<OwnerId>());
    const auto begin = day(2025, 1, 1);
    const auto some_days = [&] {
        const auto from = begin + days(chance() % 40);
        Days within{from, from + days(chance() % 30)};
        if (chance() % 5 == 0) within.from.reset();
        if (chance() % 5 == 0) within.to.reset();
        return within;
    };
    int circles = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<Line> lines;
        // Whatever is there already has no circle: everything goes to a later group.
        for (int count = 0; count < 7; ++count) {
            const auto low = chance() % 5, high = low + 1 + chance() % (5 - low);
            lines.push_back({groups[low], groups[high], some_days()});
        }
        const Line added{groups[chance() % 6], groups[chance() % 6], some_days()};
        const auto found = circle_with(lines, added);
        auto all = lines;
        all.push_back(added);
        bool any = false;
        for (auto on = begin - days{2}; on < begin + days{80}; on += days{1})
            any = any || (covers(added.days, on) && goes_round(all, added.from_group, on));
        EXPECT_EQ(found.has_value(), any) << round;
        if (found) {
            EXPECT_TRUE(goes_round(all, added.from_group, found->on)) << round;
        }
        circles += any;
    }
    EXPECT_GT(circles, 20);
}

// --- words --------------------------------------------------------------------------------------

TEST(GroupKinds, Are_read_back_as_they_are_written) {
    for (const auto kind : all_group_kinds) {
        GroupKind read{};
        EXPECT_TRUE(from_text(to_text(kind), read));
        EXPECT_EQ(read, kind);
        EXPECT_FALSE(spoken(kind).empty());
    }
    for (const auto part : all_parts) {
        Part read{};
        EXPECT_TRUE(from_text(to_text(part), read));
        EXPECT_EQ(read, part);
    }
    GroupKind none{};
    EXPECT_FALSE(from_text("club", none));
}

TEST(TermsRules, Those_adopted_last_before_a_day_count_and_drafts_never_do) {
    Group group{.id = {}, .name = "Group"};
    group.terms = {{.id = new_id<TermsId>(),
                    .number = 1,
                    .adopted_on = day(2024, 11, 29),
                    .review_on = day(2025, 11, 29)},
                   {.id = new_id<TermsId>(),
                    .number = 2,
                    .adopted_on = day(2025, 12, 4),
                    .review_on = day(2026, 12, 4)},
                   {.id = new_id<TermsId>(), .number = 3}};
    EXPECT_EQ(terms_on(group, day(2024, 11, 28)), nullptr);
    EXPECT_EQ(terms_on(group, day(2025, 12, 3))->number, 1);
    EXPECT_TRUE(review_is_overdue(*terms_on(group, day(2025, 12, 3)), day(2025, 12, 3)));
    EXPECT_EQ(terms_on(group, day(2026, 1, 1))->number, 2);
    EXPECT_FALSE(review_is_overdue(group.terms[1], day(2026, 12, 4)));
    EXPECT_FALSE(review_is_overdue(group.terms[2], day(2096, 1, 1)));
}

} // namespace
} // namespace openmasa::partnership
