#include "core/access/secret.hpp"
#include "partnership/agencies/succession.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::agencies {
namespace {

using testing::HasSubstr;

class Following : public testing::Test {
protected:
    Agency agency(std::string name, std::optional<Day> from = {}, std::optional<Day> to = {}) {
        return {.id = OwnerId::make(Moment{}, system_randomness()),
                .name = std::move(name),
                .from = from,
                .to = to};
    }
    SayFollowed said(const Agency& who, std::string day = "1 April 2026") {
        return {.from = before.id,
                .to = who.id,
                .way = Way::merged,
                .day = std::move(day),
                .ground = "The order"};
    }
    std::string refusal(const Result<Succession>& read) {
        if (read) return "";
        const auto& first = read.refusal().problems.front();
        return first.field + ": " + first.words;
    }

    Agency before = agency("Norfolk and Waveney ICB", day(2022, 7, 1));
    Agency after = agency("Norfolk and Suffolk ICB", day(2026, 4, 1));
};

TEST_F(Following, One_that_is_right_is_understood) {
    const auto read = understood(said(after), before, after, {});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->day, day(2026, 4, 1));
    EXPECT_EQ(reason_of(*read), "Norfolk and Waveney ICB merged into Norfolk and Suffolk ICB on 1 "
                                "April 2026: The order");
}

TEST_F(Following, Everything_that_is_missing_is_told_at_once) {
    const auto read = understood({.from = before.id, .to = {}, .way = {}, .day = "", .ground = " "},
                                 before, {}, {});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.refusal().problems.size(), 4u);
}

TEST_F(Following, Nothing_follows_itself_twice_or_in_a_circle) {
    EXPECT_THAT(refusal(understood(said(before, "1 May 2026"), before, before, {})),
                HasSubstr("to: [Agency] and successor are the same one."));
    EXPECT_THAT(refusal(understood(said(after), before, after, {{before.id, after.id}})),
                HasSubstr("to: Norfolk and Suffolk ICB follows it already."));
    const auto third = agency("Third");
    EXPECT_THAT(refusal(understood(said(after), before, after,
                                   {{after.id, third.id}, {third.id, before.id}})),
                HasSubstr("to: Norfolk and Suffolk ICB came before it"));
}

TEST_F(Following, The_day_is_after_it_began_and_one_on_which_the_other_is_there) {
    EXPECT_THAT(refusal(understood(said(after, "1 July 2022"), before, after, {})),
                HasSubstr("day: Norfolk and Waveney ICB began on 1 July 2022"));
    EXPECT_THAT(refusal(understood(said(after, "31 March 2026"), before, after, {})),
                HasSubstr("day: Norfolk and Suffolk ICB begins only on 1 April 2026"));
    EXPECT_THAT(refusal(understood(said(after, "spring"), before, after, {})),
                HasSubstr("day: Enter the day"));
    before.to = day(2026, 3, 31);
    EXPECT_EQ(refusal(understood(said(after), before, after, {})), "");
    EXPECT_THAT(refusal(understood(said(after, "2 April 2026"), before, after, {})),
                HasSubstr("day: Norfolk and Waveney ICB ended on 31 March 2026"));
    after.to = day(2026, 4, 2);
    after.from.reset();
    before.to.reset();
    EXPECT_THAT(refusal(understood(said(after, "3 April 2026"), before, after, {})),
                HasSubstr("day: Norfolk and Suffolk ICB ended on 2 April 2026"));
}

TEST(Ways, Texts_are_read_back) {
    for (auto way : all_ways) {
        Way read{};
        EXPECT_TRUE(from_text(to_text(way), read));
        EXPECT_EQ(read, way);
        EXPECT_FALSE(spoken(way).empty());
    }
    Way way{};
    EXPECT_FALSE(from_text("dissolved", way));
    SettledHow outcome{};
    EXPECT_TRUE(from_text("elsewhere", outcome));
    EXPECT_EQ(outcome, SettledHow::elsewhere);
    EXPECT_FALSE(from_text("never", outcome));
}

} // namespace
} // namespace openmasa::agencies
