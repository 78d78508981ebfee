#include "core/transitions/diagram.hpp"
#include "core/transitions/table.hpp"
#include <gtest/gtest.h>

namespace openmasa::transitions {
namespace {

enum class State { open, shut, gone };
enum class Move { shut, open };
enum class Need { key };
struct Words {
    using State = transitions::State;
    using Move = transitions::Move;
    using Need = transitions::Need;
    using Asked = transitions::Need;
    using Clock = transitions::Need;
    using Told = transitions::Need;
};
constexpr Row<Words> door[] = {
    {.move = Move::shut, .from = State::open, .to = State::shut, .who = Permission::anyone},
    {.move = Move::open, .from = State::shut, .to = State::open, .who = Permission::anyone},
};
constexpr Row<Words> twice[] = {
    {.move = Move::shut, .from = State::open, .to = State::shut, .who = Permission::anyone},
    {.move = Move::shut, .from = State::open, .to = State::gone, .who = Permission::anyone},
};
constexpr State all[] = {State::open, State::shut, State::gone};

TEST(Transitions, A_cell_is_found_or_is_not_there) {
    EXPECT_EQ(find_row(Table<Words>(door), State::open, Move::shut)->to, State::shut);
    EXPECT_EQ(find_row(Table<Words>(door), State::shut, Move::shut), nullptr);
    EXPECT_EQ(rows_from(Table<Words>(door), State::shut).size(), 1U);
    EXPECT_TRUE(rows_from(Table<Words>(door), State::gone).empty());
}

TEST(Transitions, A_table_with_a_cell_twice_or_a_state_that_nothing_reaches_is_unsound) {
    EXPECT_TRUE(is_sound(Table<Words>(door)));
    EXPECT_FALSE(is_sound(Table<Words>(twice)));
    EXPECT_FALSE(reaches_all(Table<Words>(door), State::open, std::span<const State>(all)));
    EXPECT_TRUE(reaches_all(Table<Words>(door), State::open, std::span<const State>(all, 2)));
}

TEST(Transitions, A_set_has_what_was_put_into_it) {
    constexpr Set<State> two{State::open, State::gone};
    EXPECT_TRUE(two.has(State::open) && two.has(State::gone));
    EXPECT_FALSE(two.has(State::shut));
    EXPECT_TRUE(Set<State>().empty());
    EXPECT_EQ(Set<State>().with(State::open), Set<State>{State::open});
}

Diagram hostile() {
    return {.title = "<b>&",
            .states = {{.words = "<script>"}, {.words = "\"quoted\""}},
            .moves = {{.words = "a > b", .from = 0, .to = 1, .who = "<i>"},
                      {.words = "back", .from = 1, .to = 0}}};
}

TEST(Transitions, Words_arrive_escaped_in_the_picture_and_in_the_table) {
    for (const auto& page : {drawn(hostile()), as_table(hostile())}) {
        EXPECT_EQ(page.view().find("<script>"), page.view().npos);
        EXPECT_EQ(page.view().find("<b>"), page.view().npos);
        EXPECT_EQ(page.view().find("<i>"), page.view().npos);
        EXPECT_NE(page.view().find("a &gt; b"), page.view().npos);
    }
}

TEST(Transitions, Moves_of_one_name_into_one_state_share_a_line) {
    Diagram diagram{.title = "Three",
                    .states = {{.words = "A"}, {.words = "B"}, {.words = "C"}},
                    .moves = {{.words = "close", .from = 0, .to = 2},
                              {.words = "go", .from = 0, .to = 1},
                              {.words = "close", .from = 1, .to = 2}}};
    const auto lanes = lanes_of(diagram);
    ASSERT_EQ(lanes.size(), 2U);
    EXPECT_EQ(lanes[0], (Lane{"close", {0, 1}, 2}));
    EXPECT_EQ(lanes[1], (Lane{"go", {0}, 1}));
    EXPECT_NE(drawn(diagram).view().find("close: from A, B to C"), std::string_view::npos);
}

TEST(Transitions, An_empty_table_is_an_empty_picture) {
    EXPECT_NE(drawn({.title = "Nothing"}).view().find("<svg"), std::string_view::npos);
}

TEST(Transitions, Who_may_is_told_with_how_far_it_reaches) {
    const auto who = who_may(Permission::answer_recommendation, {});
    EXPECT_TRUE(who.starts_with("Business unit, Group chair, ")) << who;
    EXPECT_TRUE(who.ends_with("(of what is theirs)")) << who;
}

} // namespace
} // namespace openmasa::transitions
