#include "web/http/message.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

Request with(std::vector<Header> headers) {
    Request request;
    request.headers = std::move(headers);
    return request;
}

std::string cookie(const std::string& header, std::string_view name) {
    return std::string(with({{"Cookie", header}}).cookie(name));
}

TEST(Message, A_header_is_found_whatever_its_case) {
    const auto request = with({{"X-Office", "first"}, {"x-office", "second"}});
    EXPECT_EQ(request.header("X-OFFICE"), "first");
    EXPECT_EQ(request.header("X-Offic"), "");
    EXPECT_EQ(request.header(""), "");
}

TEST(Message, Names_are_the_same_only_when_every_letter_is) {
    EXPECT_TRUE(same_name("Content-Length", "CONTENT-length"));
    EXPECT_FALSE(same_name("Content-Length", "Content-Lengths"));
    EXPECT_FALSE(same_name("a[", "a{")) << "these differ by the bit that letters differ by";
}

TEST(Message, A_cookie_is_found_among_others) {
    EXPECT_EQ(cookie("a=1; session=x; b=2", "session"), "x");
    EXPECT_EQ(cookie("session=x", "session"), "x");
    EXPECT_EQ(cookie("a=1;session=x ;", "session"), "x");
}

TEST(Message, A_cookie_name_is_taken_whole_and_with_its_case) {
    EXPECT_EQ(cookie("mysession=1; session2=2; Session=3", "session"), "");
    EXPECT_EQ(cookie("x=session=5", "session"), "");
}

TEST(Message, A_cookie_keeps_what_its_value_holds) {
    EXPECT_EQ(cookie("token=a=b==", "token"), "a=b==");
    EXPECT_EQ(cookie("token=\"quoted\"", "token"), "\"quoted\"");
    EXPECT_EQ(cookie("token=%41", "token"), "%41");
}

TEST(Message, Of_two_cookies_the_first_counts_even_when_it_is_empty) {
    EXPECT_EQ(cookie("a=1; a=2", "a"), "1");
    EXPECT_EQ(cookie("a=; a=2", "a"), "");
}

TEST(Message, Cookies_may_come_in_several_headers) {
    EXPECT_EQ(with({{"Cookie", "a=1"}, {"cookie", "b=2"}}).cookie("b"), "2");
}

TEST(Message, Cookies_without_sense_are_passed_over) {
    EXPECT_EQ(cookie(";;; =; b ; a=1", "a"), "1");
    EXPECT_EQ(cookie("a", "a"), "");
    EXPECT_EQ(cookie("", "a"), "");
}

} // namespace
} // namespace openmasa::http
