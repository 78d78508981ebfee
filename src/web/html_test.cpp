#include "kernel/test_repository.hpp"
#include "web/html.hpp"
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;

struct Plan {};

struct Outcome {
    int status;
    std::string words;
};

std::string text(const Html& html) {
    return std::string(html.view());
}

/// Checks the source without building it, with REFUSED defined or not.
Outcome compile(const std::filesystem::path& source, std::string_view definition) {
    const auto command = "LC_ALL=C g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror " +
                         std::string(definition) + " -I'" + in_repository("src") + "' '" +
                         source.string() + "' 2>&1";
    auto* pipe = popen(command.c_str(), "r");
    if (!pipe) return {-1, "g++ could not be started"};
    std::string words;
    char piece[4096];
    while (const auto count = std::fread(piece, 1, sizeof piece, pipe)) words.append(piece, count);
    return {pclose(pipe), words};
}

/// What the compiler must say: the rest of the first line, "// because: ...".
std::string reason_in(const std::filesystem::path& source) {
    constexpr std::string_view mark = "// because: ";
    std::ifstream file(source);
    std::string line;
    std::getline(file, line);
    return line.starts_with(mark) ? line.substr(mark.size()) : "";
}

TEST(Html, A_string_is_escaped) {
    EXPECT_EQ(text(html("<p>{}</p>", "<b>&\"'")), "<p>&lt;b&gt;&amp;&quot;&#39;</p>");
    EXPECT_EQ(text(html("{}", std::string("a<b"))), "a&lt;b");
    EXPECT_EQ(text(html("{}", std::string_view("a<b"))), "a&lt;b");
}

TEST(Html, A_string_cannot_leave_its_attribute) {
    EXPECT_EQ(text(html(R"(<a title="{}">)", R"(" onclick="x)")),
              R"(<a title="&quot; onclick=&quot;x">)");
    EXPECT_EQ(text(html("<a title='{}'>", "' onclick='x")), "<a title='&#39; onclick=&#39;x'>");
}

TEST(Html, Html_goes_in_as_it_is) {
    EXPECT_EQ(text(html("<ul>{}</ul>", html("<li>{}</li>", "a & b"))),
              "<ul><li>a &amp; b</li></ul>");
}

TEST(Html, Numbers_and_ids_are_written_plainly) {
    EXPECT_EQ(text(html("{} {} {}", -7, 52u, std::int64_t{9'000'000'000})), "-7 52 9000000000");
    const auto id = Id<Plan>::unchecked("01jz0000000000000000000000");
    EXPECT_EQ(text(html("/plans/{}", id)), "/plans/01jz0000000000000000000000");
}

TEST(Html, Holes_may_stand_at_the_ends_and_side_by_side) {
    EXPECT_EQ(text(html("{}{}", "a", "b")), "ab");
    EXPECT_EQ(text(html("{} and {}", "a", "b")), "a and b");
}

TEST(Html, Braces_in_a_value_are_no_hole) {
    EXPECT_EQ(text(html("{}-{}", "{}", "b")), "{}-b");
}

TEST(Html, Braces_with_something_between_them_are_no_hole) {
    EXPECT_EQ(text(html("{ } {0} {")), "{ } {0} {");
}

TEST(Html, Of_an_empty_literal_is_empty) {
    EXPECT_TRUE(html("").empty());
    EXPECT_TRUE(Html().empty());
}

TEST(Html, Bytes_that_are_not_ascii_pass_through) {
    EXPECT_EQ(text(escaped("caf\u00e9 \u2013 \u00a3")), "caf\u00e9 \u2013 \u00a3");
}

TEST(Html, Marks_that_turn_words_round_are_left_out) {
    EXPECT_EQ(text(escaped("a\u202egpj.exe\u202c b")), "agpj.exe b");
    EXPECT_EQ(text(escaped("\u2066x\u2069\u2067")), "x");
    EXPECT_EQ(text(escaped("\u2014 \u2026 \u20ac \xe2")), "\u2014 \u2026 \u20ac \xe2");
    EXPECT_EQ(text(escaped("\u0645\u0631\u062d\u0628\u0627 \u200f")),
              "\u0645\u0631\u062d\u0628\u0627 \u200f")
        << "words from right to left stay";
}

TEST(Append, Writes_at_the_end) {
    Html list = html("<li>{}</li>", 1);
    append(list, "<li>{}</li>", "2 < 3");
    list += html("<li>3</li>");
    EXPECT_EQ(text(list), "<li>1</li><li>2 &lt; 3</li><li>3</li>");
    EXPECT_EQ(text(html("a") + html("b")), "ab");
}

TEST(EscapedLines, A_line_break_becomes_an_element) {
    EXPECT_EQ(text(escaped_lines("a & b\n\n<c>")), "a &amp; b<br><br>&lt;c&gt;");
    EXPECT_EQ(text(escaped_lines("one\n")), "one<br>");
    EXPECT_EQ(text(escaped_lines("")), "");
}

TEST(When, Gives_the_markup_only_if_the_condition_holds) {
    EXPECT_EQ(text(when(true, html("<b>"))), "<b>");
    EXPECT_TRUE(when(false, html("<b>")).empty());
}

/// Each file in tests/fixtures/refused holds a mistake and, a line away, how it is meant.
class Refused : public testing::TestWithParam<std::filesystem::path> {};

std::vector<std::filesystem::path> refused_sources() {
    std::vector<std::filesystem::path> sources;
    for (const auto& entry :
         std::filesystem::directory_iterator(in_repository("tests/fixtures/refused"))) {
        if (entry.path().extension() == ".cpp") sources.push_back(entry.path());
    }
    std::sort(sources.begin(), sources.end());
    return sources;
}

TEST_P(Refused, The_mistake_does_not_compile_and_its_twin_does) {
    const auto reason = reason_in(GetParam());
    ASSERT_FALSE(reason.empty()) << "the first line must say: // because: ...";
    const auto mistake = compile(GetParam(), "-DREFUSED");
    EXPECT_NE(mistake.status, 0);
    EXPECT_THAT(mistake.words, HasSubstr(reason));
    const auto twin = compile(GetParam(), "");
    EXPECT_EQ(twin.status, 0) << twin.words;
}

INSTANTIATE_TEST_SUITE_P(Source, Refused, testing::ValuesIn(refused_sources()),
                         [](const auto& source) { return source.param.stem().string(); });

} // namespace
} // namespace openmasa
