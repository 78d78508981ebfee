#include "core/access/secret.hpp"
#include "partnership/office_rules.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::partnership {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

HolderId new_id() {
    return HolderId::make(Moment{}, system_randomness());
}
Holder holder(std::string name, Day from, std::optional<Day> to = {}, bool acting = false) {
    return {.id = new_id(),
            .person = {},
            .known_as = std::move(name),
            .from = from,
            .to = to,
            .acting = acting};
}
Office office_with(std::vector<Holder> holders) {
    Office office{.id = {}, .name = "Partnership chair", .kind = OfficeKind::partnership_chair};
    office.holders = std::move(holders);
    return office;
}
std::vector<std::string> names_on(const Office& office, Day on) {
    std::vector<std::string> names;
    for (const auto* one : holders_on(office, on)) names.push_back(one->known_as);
    return names;
}

TEST(OfficeRules, Who_held_it_on_a_day_is_told_from_the_first_day_to_the_last) {
    const auto office = office_with(
        {holder("First", day(2025, 4, 1), day(2026, 5, 14)), holder("Second", day(2026, 5, 15))});
    EXPECT_THAT(names_on(office, day(2025, 3, 31)), IsEmpty());
    EXPECT_THAT(names_on(office, day(2025, 4, 1)), ElementsAre("First"));
    EXPECT_THAT(names_on(office, day(2026, 5, 14)), ElementsAre("First"));
    EXPECT_THAT(names_on(office, day(2026, 5, 15)), ElementsAre("Second"));
    EXPECT_THAT(names_on(office, day(2096, 5, 15)), ElementsAre("Second"));
}

TEST(OfficeRules, Only_a_past_stretch_of_somebody_who_does_not_act_leaves_it_empty) {
    const auto today = day(2026, 1, 22);
    const auto office = office_with({holder("First", day(2025, 4, 1))});
    const auto left = [&](Holder next) { return left_empty_by(office, next, today).has_value(); };
    EXPECT_TRUE(left(holder("Next", day(2025, 5, 1), day(2026, 1, 21))));
    EXPECT_FALSE(left(holder("Next", day(2025, 5, 1), today)));
    EXPECT_FALSE(left(holder("Next", day(2025, 5, 1))));
    EXPECT_FALSE(left(holder("Next", day(2025, 5, 1), day(2025, 6, 1), true)));
    EXPECT_FALSE(left(holder("Next", day(2025, 1, 1), day(2025, 3, 31)))) << "before them";
}

TEST(OfficeRules, Whoever_acts_answers_first_while_the_holder_is_away) {
    const auto office = office_with({holder("Away", day(2025, 4, 1)),
                                     holder("Acting", day(2026, 1, 1), day(2026, 2, 1), true)});
    EXPECT_THAT(names_on(office, day(2026, 1, 15)), ElementsAre("Acting", "Away"));
    const auto shared = shared_stretches(office);
    ASSERT_EQ(shared.size(), 1u);
    EXPECT_EQ(shared[0].when, (Stretch{day(2026, 1, 1), day(2026, 2, 1)}));
}

TEST(OfficeRules, Gaps_are_the_days_on_which_nobody_held_it) {
    auto office = office_with({holder("First", day(2025, 4, 1), day(2025, 6, 30)),
                               holder("Second", day(2025, 8, 1), day(2025, 12, 31))});
    EXPECT_THAT(empty_stretches(office, day(2026, 1, 22)),
                ElementsAre(Stretch{day(2025, 7, 1), day(2025, 7, 31)},
                            Stretch{day(2026, 1, 1), std::nullopt}));
    office.from = day(2025, 3, 1);
    office.to = day(2025, 12, 31);
    EXPECT_THAT(empty_stretches(office, day(2026, 1, 22)),
                ElementsAre(Stretch{day(2025, 3, 1), day(2025, 3, 31)},
                            Stretch{day(2025, 7, 1), day(2025, 7, 31)}));
    EXPECT_THAT(empty_stretches(office_with({}), day(2026, 1, 22)),
                ElementsAre(Stretch{day(2026, 1, 22), std::nullopt}));
}

TEST(OfficeRules, Gaps_are_what_looking_at_every_day_finds) {
    std::mt19937 chance(20260122);
    const auto begin = day(2025, 1, 1), end = day(2025, 3, 31);
    for (int round = 0; round < 300; ++round) {
        auto office = office_with({});
        office.from = begin;
        office.to = end;
        for (auto count = chance() % 5; count > 0; --count) {
            const auto from = begin + days(chance() % 90);
            office.holders.push_back(holder("Any", from, from + days(chance() % 30), chance() % 2));
        }
        const auto gaps = empty_stretches(office, end);
        for (auto on = begin; on <= end; on += days{1}) {
            const bool is_gap = std::ranges::any_of(
                gaps, [&](const Stretch& gap) { return gap.first <= on && on <= *gap.last; });
            EXPECT_EQ(is_gap, holders_on(office, on).empty()) << round << " " << iso(on);
        }
    }
}

TEST(OfficeRules, Two_hold_it_at_once_only_where_one_of_them_acts) {
    const auto office = office_with({holder("Chief Constable", day(2025, 4, 1))});
    const auto refused = problems_with(office, holder("Another", day(2026, 1, 1)));
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(refused[0].field, "from");
    EXPECT_THAT(refused[0].words, HasSubstr("Chief Constable holds it from 1 Apr 2025."));
    EXPECT_THAT(problems_with(office, holder("Acting", day(2026, 1, 1), {}, true)), IsEmpty());
    EXPECT_THAT(problems_with(office, holder("Before", day(2025, 1, 1), day(2025, 3, 31))),
                IsEmpty());
}

TEST(OfficeRules, Nobody_holds_what_is_not_there_nor_backwards) {
    auto office = office_with({});
    office.from = day(2024, 1, 1);
    office.to = day(2026, 3, 31);
    const auto early = problems_with(office, holder("Early", day(2023, 12, 31), day(2024, 2, 1)));
    ASSERT_EQ(early.size(), 1u);
    EXPECT_EQ(early[0].field, "from");
    const auto late = problems_with(office, holder("Late", day(2026, 1, 1)));
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0], (Problem{"to", "The office ends on 31 Mar 2026."}));
    const auto back = problems_with(office, holder("Back", day(2025, 2, 1), day(2025, 1, 1)));
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back[0].field, "to");
}

TEST(OfficeRules, Handing_over_ends_whoever_holds_it_the_day_before) {
    auto office = office_with({holder("First", day(2025, 4, 1))});
    hand_over(office, holder("Second", day(2026, 5, 15)));
    EXPECT_EQ(office.holders[0].to, day(2026, 5, 14));
    EXPECT_THAT(names_on(office, day(2026, 5, 15)), ElementsAre("Second"));
    hand_over(office, holder("Acting", day(2026, 9, 1), {}, true));
    EXPECT_THAT(names_on(office, day(2026, 9, 1)), ElementsAre("Acting", "Second"));
    hand_over(office, holder("Third", day(2026, 10, 1)));
    EXPECT_THAT(names_on(office, day(2026, 9, 30)), ElementsAre("Acting", "Second"));
    EXPECT_THAT(names_on(office, day(2026, 10, 1)), ElementsAre("Third"));
}

TEST(OfficeRules, Guidance_asks_for_holders_from_the_day_it_was_in_force) {
    EXPECT_EQ(statutory(OfficeKind::lead_partner, day(2023, 12, 14)), nullptr);
    const auto* rule = statutory(OfficeKind::lead_partner, day(2023, 12, 15));
    ASSERT_NE(rule, nullptr);
    EXPECT_THAT(std::string(rule->clause), HasSubstr("Working Together 2023"));
    EXPECT_TRUE(statutory(OfficeKind::scrutineer, day(2026, 1, 1))->to_be_checked);
    EXPECT_EQ(statutory(OfficeKind::head_of_delivery, day(2026, 1, 1)), nullptr);
}

TEST(OfficeRules, A_partners_office_is_of_an_agency_and_ends_with_nobody_in_it) {
    Office office{.id = {}, .name = "Lead partner, police", .kind = OfficeKind::lead_partner};
    const auto without = problems_with(office);
    ASSERT_EQ(without.size(), 1u);
    EXPECT_EQ(without[0].field, "agency");
    office.kind = OfficeKind::other;
    office.holders = {holder("Chief Constable", day(2025, 4, 1))};
    office.to = day(2026, 3, 31);
    const auto held = problems_with(office);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held[0].field, "to");
}

TEST(OfficeKinds, Are_read_back_as_they_are_written) {
    for (const auto kind : all_office_kinds) {
        OfficeKind read{};
        EXPECT_TRUE(from_text(to_text(kind), read));
        EXPECT_EQ(read, kind);
        EXPECT_FALSE(spoken(kind).empty());
    }
    OfficeKind none{};
    EXPECT_FALSE(from_text("chief", none));
}

} // namespace
} // namespace openmasa::partnership
