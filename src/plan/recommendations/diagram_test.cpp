#include "plan/recommendations/diagram.hpp"
#include <gtest/gtest.h>

namespace openmasa::recommendations {
namespace {

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size()))
        ++found;
    return found;
}

TEST(RecommendationDiagram, Every_state_and_every_move_of_the_table_is_drawn_and_told) {
    const auto said = diagram({});
    ASSERT_EQ(said.states.size(), all_states.size());
    ASSERT_EQ(said.moves.size(), moves().size());
    const auto picture = transitions::drawn(said);
    for (const auto state : all_states)
        EXPECT_NE(picture.view().find(std::string(">") + std::string(spoken(state)) + "</text>"),
                  picture.view().npos)
            << spoken(state);
    std::size_t dots = 0;
    for (const auto& lane : transitions::lanes_of(said)) dots += lane.from.size();
    EXPECT_EQ(dots, moves().size());
    EXPECT_EQ(count(picture.view(), "r=\"5\""), moves().size());
    EXPECT_EQ(count(transitions::as_table(said).view(), "<th scope=\"row\""), moves().size());
}

TEST(RecommendationDiagram, The_table_says_who_what_is_needed_and_who_is_told) {
    const auto said = diagram({});
    const auto& accept = said.moves.front();
    EXPECT_EQ(accept.who,
              "Business unit, Delegated safeguarding partner, Lead safeguarding partner");
    EXPECT_EQ(accept.complete, "a source with the words as published, its home, its kind");
    EXPECT_EQ(accept.said, "the day, which board or person");
    EXPECT_EQ(accept.clocks, "starts: agencies' responses");
    EXPECT_EQ(accept.told, "the lead group and person, the agencies expected to respond");
}

TEST(RecommendationDiagram, Where_one_stands_is_marked_once) {
    const auto here = transitions::drawn(diagram({}, State::in_progress));
    EXPECT_EQ(count(here.view(), "font-weight=\"700\""), 1U);
    EXPECT_EQ(count(transitions::drawn(diagram({})).view(), "font-weight=\"700\""), 0U);
}

} // namespace
} // namespace openmasa::recommendations
