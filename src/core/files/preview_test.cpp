#include "core/files/preview.hpp"
#include "core/files/type.hpp"
#include <gtest/gtest.h>

namespace openmasa::files {
namespace {

using namespace std::string_literals;

std::string size_of(const std::string& content) {
    const auto preview = preview_of(type_of(content).media, content);
    if (preview.kind != Preview::Kind::picture) return "none";
    return std::to_string(preview.width) + "x" + std::to_string(preview.height);
}

std::string png(const std::string& width_and_height) {
    return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s + width_and_height + "\x08\x06\0\0\0"s;
}

TEST(Previews, The_size_of_a_picture_is_read_from_its_head) {
    EXPECT_EQ(size_of(png("\0\0\x02\x80\0\0\x01\xe0"s)), "640x480");
    EXPECT_EQ(size_of("GIF89a\x80\x02\xe0\x01\0\0\0"s), "640x480");
    EXPECT_EQ(size_of("RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x02\xe0\x01"s),
              "640x480");
    EXPECT_EQ(size_of("RIFF\x24\0\0\0WEBPVP8L\x18\0\0\0\x2f\x7f\xc2\x77\0"s), "640x480");
    EXPECT_EQ(size_of("RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0"s), "640x480");
}

TEST(Previews, A_jpegs_frame_stands_behind_its_other_segments) {
    const auto start = "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s;
    const auto table = "\xff\xc4\0\x04\0\0"s, frame = "\xff\xff\xc2\0\x11\x08\x01\xe0\x02\x80\x03"s;
    EXPECT_EQ(size_of(start + table + frame + "\x01\x22\0"s), "640x480");
    EXPECT_EQ(size_of(start + table), "none");
    EXPECT_EQ(size_of(start + "no segment here"), "none");
}

TEST(Previews, A_picture_that_is_too_large_or_has_no_size_is_not_shown) {
    EXPECT_EQ(size_of(png("\0\0\x27\x10\0\0\x0f\xa0"s)), "10000x4000");
    EXPECT_EQ(size_of(png("\0\0\x27\x10\0\0\x0f\xa1"s)), "none");
    EXPECT_EQ(size_of(png("\xff\xff\xff\xff\xff\xff\xff\xff"s)), "none");
    EXPECT_EQ(size_of(png("\0\0\0\0\0\0\x01\0"s)), "none");
    EXPECT_EQ(size_of("\x89PNG\r\n\x1a\n"s), "none");
    EXPECT_EQ(size_of("RIFF\x24\0\0\0WEBP"s), "none");
}

TEST(Previews, What_a_browser_would_run_or_open_is_not_shown) {
    for (const std::string content :
         {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "%PDF-1.7",
          "<?xml version='1.0'?>", "From: somebody\n\nwords", "PK\x03\x04 word/document.xml"}) {
        const auto& type = type_of(content);
        EXPECT_FALSE(may_have_preview(type.media)) << type.media;
        EXPECT_EQ(preview_of(type.media, content).kind, Preview::Kind::none) << type.media;
    }
}

TEST(Previews, Of_a_text_the_first_lines_are_shown) {
    const auto short_one = preview_of("text/plain", "\xEF\xBB\xBFone\r\n<b>two</b>\n");
    EXPECT_EQ(short_one.text, "one\r\n<b>two</b>\n");
    EXPECT_FALSE(short_one.is_cut);
    std::string many;
    for (int line = 1; line <= most_lines + 1; ++line) many += "line\n";
    const auto cut = preview_of("text/plain", many);
    EXPECT_TRUE(cut.is_cut);
    EXPECT_EQ(cut.text.size(), 5u * most_lines);
    EXPECT_FALSE(preview_of("text/plain", many.substr(5)).is_cut);
    const auto wide = preview_of("text/plain", std::string(1'000'000, 'x'));
    EXPECT_TRUE(wide.is_cut);
    EXPECT_LT(wide.text.size(), 400u);
    EXPECT_EQ(preview_of("text/plain", "").text, "");
}

} // namespace
} // namespace openmasa::files
