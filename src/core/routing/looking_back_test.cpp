#include "core/routing/looking_back.hpp"
#include <gtest/gtest.h>

namespace openmasa::looking_back {
namespace {

Day today() {
    return day(2026, 4, 22);
}

history::AsAt as_at(Day day, bool as_known_then = false) {
    return {.day = day, .as_known_then = as_known_then};
}

TEST(LookingBack, A_day_may_be_written_in_any_way_that_a_date_may) {
    for (const auto* words :
         {"as-at=2026-03-31", "as-at=31%2F3%2F2026", "as-at=31+March+2026", "as-at=31+Mar+2026"}) {
        const auto found = asked(http::read_query(words), today());
        ASSERT_TRUE(found.as_at) << words;
        EXPECT_EQ(iso(found.as_at->day), "2026-03-31") << words;
        EXPECT_FALSE(found.as_at->as_known_then);
    }
    EXPECT_TRUE(
        asked(http::read_query("as-at=2026-03-31&known=then"), today()).as_at->as_known_then);
}

TEST(LookingBack, What_is_no_day_or_has_not_been_is_said) {
    EXPECT_EQ(asked(http::read_query("as-at=soon"), today()).problem,
              "\u201csoon\u201d is not a day.");
    EXPECT_EQ(asked(http::read_query("as-at=2026-04-23"), today()).problem,
              "23 April 2026 has not been yet.");
    EXPECT_TRUE(asked(http::read_query("as-at=2026-04-22"), today()).as_at);
    EXPECT_FALSE(asked(http::read_query("as-at="), today()).as_at);
    EXPECT_TRUE(asked(http::read_query("as-at="), today()).problem.empty());
}

TEST(LookingBack, Links_and_forms_that_ask_keep_the_day) {
    const auto page =
        html(R"(<a href="/actions/1">A</a> <a class="x" href="/plans?when=late&amp;p=2#top">B</a>
<a href="/help/dates">C</a> <a href="https://example.org/">D</a> <a href="#main">E</a>
<form method="get" action="/plans"><input></form><form method="post" action="/x"></form>)");
    EXPECT_EQ(
        kept_in_links(page, as_at(day(2026, 3, 31))).view(),
        R"(<a href="/actions/1?as-at=2026-03-31">A</a> <a class="x" href="/plans?when=late&amp;p=2&amp;as-at=2026-03-31#top">B</a>
<a href="/help/dates">C</a> <a href="https://example.org/">D</a> <a href="#main">E</a>
<form method="get" action="/plans"><input type="hidden" name="as-at" value="2026-03-31"><input></form><form method="post" action="/x"></form>)");
    EXPECT_EQ(kept_in_links(html(R"(<a href="/">H</a>)"), as_at(day(2026, 3, 31), true)).view(),
              R"(<a href="/?as-at=2026-03-31&amp;known=then">H</a>)");
}

TEST(LookingBack, What_a_person_wrote_is_no_link) {
    const auto words = escaped(" href=\"/actions/1\" <form >");
    EXPECT_EQ(kept_in_links(words, as_at(day(2026, 3, 31))).view(), words.view());
}

TEST(LookingBack, A_redirect_keeps_the_day_too) {
    http::Response response;
    response.set("Location", "/plans/1/actions").set("X", "/plans");
    keep_in_address(response, as_at(day(2026, 3, 31)));
    EXPECT_EQ(response.headers[0].value, "/plans/1/actions?as-at=2026-03-31");
    EXPECT_EQ(response.headers[1].value, "/plans");
}

} // namespace
} // namespace openmasa::looking_back
