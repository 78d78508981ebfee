#include "intelligence/indicators/picture_file.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(PictureFile, Per_cents_become_pixels_and_classes_become_attributes) {
    const auto drawn = drawn_for(
        html(
            R"(<line class="om-xmr__mean" x1="0" x2="100%" y1="7" y2="7"/><text x="3.5%">7%</text>)"),
        800);
    EXPECT_EQ(drawn.view(),
              R"(<line stroke="#6f7a82" stroke-width="1.5" x1="0" x2="800.00" y1="7" y2="7"/>)"
              R"(<text x="28.00">7%</text>)");
}

TEST(PictureFile, Of_two_classes_the_later_one_has_the_attribute) {
    const auto drawn =
        drawn_for(html(R"(<circle class="om-strip__pt om-strip__pt--me" r="6"/>)"), 1);
    EXPECT_THAT(std::string(drawn.view()), HasSubstr(R"(fill="#14212b")"));
    EXPECT_THAT(std::string(drawn.view()), Not(HasSubstr(R"(fill="#5d6870")")));
    EXPECT_EQ(drawn_for(html(R"(<g class="om-nowhere" id="a"/>)"), 1).view(), R"(<g id="a"/>)");
}

TEST(PictureFile, Escapes_its_words_and_breaks_long_ones_into_lines) {
    const auto file = write_picture({.title = "Is <b> & \"more\"",
                                     .sub = std::string(100, 'a') + " " + std::string(100, 'b'),
                                     .drawing = html("<g/>"),
                                     .height = 100,
                                     .foot = {"Source: <i>"}});
    EXPECT_THAT(file, HasSubstr("Is &lt;b&gt; &amp; "));
    EXPECT_THAT(file, HasSubstr("Source: &lt;i&gt;"));
    EXPECT_THAT(file, Not(HasSubstr("<b>")));
    EXPECT_THAT(file, Not(HasSubstr(" class=")));
    EXPECT_THAT(file, HasSubstr(">" + std::string(100, 'b') + "</text>")) << "a line of its own";
    EXPECT_THAT(broken_into("one two  three", 7), ElementsAre("one two", "three"));
    EXPECT_THAT(broken_into("", 7), ElementsAre());
}

} // namespace
} // namespace openmasa::intelligence
