#include "web/http/request_head.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

std::string path_of(const std::string& target) {
    const auto head = read_head("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    return head ? head->request.path : "(refused)";
}

TEST(RequestHead, The_path_is_decoded_once) {
    EXPECT_EQ(path_of("/a%20b"), "/a b");
    EXPECT_EQ(path_of("/a+b"), "/a+b");
    EXPECT_EQ(path_of("/%2541"), "/%41");
    EXPECT_EQ(path_of("/%C3%A9"), "/é");
    EXPECT_EQ(path_of("/a..b/...c/.d"), "/a..b/...c/.d");
}

TEST(RequestHead, The_query_stays_as_it_was_sent) {
    const auto head = read_head("GET /a?b=%41+c?d HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->request.path, "/a");
    EXPECT_EQ(head->request.query, "b=%41+c?d");
}

TEST(RequestHead, An_absolute_target_s_host_counts) {
    const auto head = read_head("GET HTTP://plan.example:80/a?b HTTP/1.1\r\nHost: other\r\n\r\n");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->request.path, "/a");
    EXPECT_EQ(head->request.query, "b");
    EXPECT_EQ(head->request.header("host"), "plan.example:80");
    EXPECT_EQ(path_of("http://plan.example"), "/");
    EXPECT_EQ(path_of("http://plan.example?b"), "/");
    EXPECT_EQ(path_of("http:///a"), "(refused)");
    EXPECT_EQ(path_of("http://user@plan.example/"), "(refused)");
}

TEST(RequestHead, Values_lose_the_white_space_around_them) {
    const auto head = read_head("GET / HTTP/1.1\r\nHost:a\r\nX: \t b c \t\r\nY:\r\n\r\n");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->request.header("x"), "b c");
    EXPECT_EQ(head->request.headers.at(2).value, "");
}

TEST(RequestHead, Connection_lists_are_understood) {
    const auto kept = [](const std::string& version, const std::string& option) {
        return read_head("GET / " + version + "\r\nHost: a\r\nConnection: " + option + "\r\n\r\n")
            ->keep_alive;
    };
    EXPECT_TRUE(kept("HTTP/1.1", "upgrade"));
    EXPECT_FALSE(kept("HTTP/1.1", "upgrade, Close"));
    EXPECT_FALSE(kept("HTTP/1.0", "upgrade"));
    EXPECT_TRUE(kept("HTTP/1.0", "x,KEEP-ALIVE ,y"));
    EXPECT_FALSE(kept("HTTP/1.0", "keep-alive, close"));
}

TEST(RequestHead, More_than_100_headers_are_refused) {
    std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int at = 0; at < 99; ++at) head += "X: y\r\n";
    EXPECT_TRUE(read_head(head + "\r\n"));
    EXPECT_FALSE(read_head(head + "X: y\r\n\r\n"));
}

TEST(RequestHead, Its_end_is_found_and_what_cannot_become_a_head_is_told_early) {
    using State = HeadEnd::State;
    EXPECT_EQ(find_head_end("").state, State::incomplete);
    EXPECT_EQ(find_head_end("GET / HTTP/1.1\r\nHost: a\r\n\r").state, State::incomplete);
    EXPECT_EQ(find_head_end("GET / HTTP/1.1\r\n\r\nGET").state, State::complete);
    EXPECT_EQ(find_head_end("GET / HTTP/1.1\r\n\r\nGET").length, 18u);
    EXPECT_EQ(find_head_end("\x16\x03").state, State::malformed);
    EXPECT_EQ(find_head_end("GET /\n").state, State::malformed);
}

} // namespace
} // namespace openmasa::http
