#include "web/ui/content.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::string written(const Content& content) {
    return std::string(html("{}", content).view());
}

} // namespace

TEST(Content, Every_kind_of_string_is_escaped) {
    EXPECT_EQ(written("<b>"), "&lt;b&gt;");
    EXPECT_EQ(written(std::string("<b>")), "&lt;b&gt;");
    EXPECT_EQ(written(std::string_view("<b>")), "&lt;b&gt;");
}

TEST(Content, Markup_goes_in_as_it_is) {
    EXPECT_EQ(written(html("<b>{}</b>", "&")), "<b>&amp;</b>");
}

TEST(Content, Knows_which_it_was) {
    EXPECT_TRUE(Content(html("<b></b>")).came_as_markup());
    EXPECT_FALSE(Content("<b></b>").came_as_markup());
}

TEST(Content, Is_empty_unless_given) {
    EXPECT_TRUE(Content().empty());
    EXPECT_TRUE(Content("").empty());
    EXPECT_FALSE(Content(" ").empty());
}

} // namespace openmasa::ui
