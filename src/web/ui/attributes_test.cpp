#include "web/ui/attributes.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

std::string written(const Html& markup) {
    return std::string(markup.view());
}

} // namespace

TEST(Attributes, Are_written_in_the_order_given_each_after_a_space) {
    EXPECT_EQ(written(Attributes{{"title", "a"}, {"data-row", std::string("7")}}),
              R"( title="a" data-row="7")");
}

TEST(Attributes, Names_and_values_are_escaped) {
    EXPECT_EQ(written(Attributes{{"a\"b", "<\"'&>"}}), R"( a&quot;b="&lt;&quot;&#39;&amp;&gt;")");
}

TEST(Attributes, A_flag_is_a_bare_name_or_nothing) {
    EXPECT_EQ(written(Attributes{{"hidden", true}, {"multiple", false}}), " hidden");
}

TEST(Attributes, An_empty_value_is_still_an_attribute) {
    EXPECT_EQ(written(Attributes{{"alt", ""}}), R"( alt="")");
}

TEST(Attributes, None_are_nothing) {
    EXPECT_TRUE(Attributes().empty());
    EXPECT_EQ(written(Attributes()), "");
}

TEST(Attributes, Can_be_added_to) {
    Attributes all{{"a", "1"}};
    all.add({"b", "2"});
    all.add(Attributes{{"c", true}});
    EXPECT_EQ(written(all), R"( a="1" b="2" c)");
}

TEST(Attributes, Given_leaves_out_an_empty_value) {
    EXPECT_EQ(written(given("id", "x<")), R"( id="x&lt;")");
    EXPECT_EQ(written(given("id", "")), "");
}

TEST(Attributes, True_or_false_says_what_was_chosen) {
    EXPECT_EQ(written(true_or_false("spellcheck", true)), R"( spellcheck="true")");
    EXPECT_EQ(written(true_or_false("spellcheck", false)), R"( spellcheck="false")");
    EXPECT_EQ(written(true_or_false("spellcheck", std::nullopt)), "");
}

} // namespace openmasa::ui
