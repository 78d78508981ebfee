#include "core/documents/png.hpp"
#include <cstdlib>
#include <gtest/gtest.h>

namespace openmasa::documents {
namespace {

constexpr std::string_view drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#fff"/></svg>)";

/// A whole number of a PNG's head: its width stands at 16, its height at 20.
unsigned number_at(const std::string& png, std::size_t at) {
    unsigned number = 0;
    for (std::size_t byte = at; byte < at + 4; ++byte)
        number = number * 256 + static_cast<unsigned char>(png[byte]);
    return number;
}

TEST(Png, Is_twice_as_large_as_the_drawing_says) {
    if (const auto why = why_no_png(); !why.empty()) GTEST_SKIP() << why;
    const auto png = draw_png(drawing);
    ASSERT_TRUE(png);
    ASSERT_GT(png->size(), 24U);
    EXPECT_EQ(number_at(*png, 16), 60U);
    EXPECT_EQ(number_at(*png, 20), 40U);
}

TEST(Png, Of_what_is_no_drawing_is_refused) {
    if (const auto why = why_no_png(); !why.empty()) GTEST_SKIP() << why;
    EXPECT_FALSE(draw_png("<p>words</p>"));
    EXPECT_FALSE(draw_png(""));
}

TEST(Png, Shows_no_other_file_of_this_machine) {
    if (const auto why = why_no_png(); !why.empty()) GTEST_SKIP() << why;
    const auto png = draw_png(R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">
<image href="file:///etc/shadow" width="30" height="20"/></svg>)");
    ASSERT_TRUE(png) << "what it may not see is left out";
    EXPECT_EQ(number_at(*png, 16), 60U);
}

TEST(Png_without_the_converter, Is_refused_in_a_sentence) {
    const char* before = std::getenv("OPENMASA_RSVG");
    const std::string kept = before ? before : "";
    setenv("OPENMASA_RSVG", "/nowhere/rsvg-convert", 1);
    EXPECT_FALSE(draw_png(drawing));
    EXPECT_TRUE(why_no_png().starts_with("No PNG can be made on this server: rsvg-convert"));
    before ? setenv("OPENMASA_RSVG", kept.c_str(), 1) : unsetenv("OPENMASA_RSVG");
}

} // namespace
} // namespace openmasa::documents
