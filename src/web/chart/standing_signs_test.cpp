#include "web/chart/standing_signs.hpp"
#include <gmock/gmock.h>

namespace openmasa::chart {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Signs, each_standing_has_a_shape_of_its_own_and_a_sign_that_refers_to_it) {
    for (auto standing : ui::standings_in_bars) {
        Html sign;
        append_sign(sign, standing, 12.5);
        const std::string text(sign.view());
        const auto start = text.find('#') + 1;
        const auto id = text.substr(start, text.find('"', start) - start);
        EXPECT_THAT(std::string(sign_shapes().view()), HasSubstr("id=\"" + id + "\""));
        EXPECT_THAT(text, HasSubstr("x=\"12.5%\""));
    }
}

TEST(Signs, a_key_says_every_standing_in_a_word) {
    const std::string key(sign_key_items().view());
    for (auto word : {"late", "at risk", "done", "not started", "in progress", "stopped"})
        EXPECT_THAT(key, HasSubstr(word));
}

TEST(Bars, with_an_end_are_drawn_by_their_standing) {
    Html bar;
    append_bar(bar, ui::Standing::late, 10, 30.5);
    EXPECT_THAT(std::string(bar.view()), HasSubstr("om-span--late"));
    EXPECT_THAT(std::string(bar.view()), HasSubstr("width=\"20.5%\""));
}

TEST(Bars, without_an_end_fade) {
    Html bar;
    append_bar(bar, ui::Standing::in_progress, 10, 100, End::fades);
    EXPECT_THAT(std::string(bar.view()), HasSubstr("url(#om-fade-on-track)"));
    EXPECT_THAT(std::string(sign_shapes().view()), HasSubstr("id=\"om-fade-on-track\""));
    EXPECT_THAT(std::string(bar.view()), Not(HasSubstr("om-span--on-track")));
}

} // namespace
} // namespace openmasa::chart
