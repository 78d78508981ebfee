// What the server refuses: too much, too slow, too many, and what could be read in two ways.
#include "web/http/server_under_test.hpp"
#include <deque>
#include <gmock/gmock.h>

namespace openmasa::http {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

ServerOptions hasty() {
    ServerOptions options;
    options.idle_timeout = 300ms;
    options.read_timeout = 300ms;
    options.upload_timeout = 600ms;
    return options;
}

ServerOptions at_most(std::size_t bytes) {
    ServerOptions options;
    options.body_limit = [bytes](const Request&) { return bytes; };
    return options;
}

class Refused : public testing::TestWithParam<std::string> {};

TEST_P(Refused, What_could_be_read_in_two_ways_is_400_and_closes) {
    int handled = 0;
    ServerUnderTest server([&](Request& request) {
        ++handled;
        return echo(request);
    });
    Client client(server);
    const auto answer = client.ask(GetParam());
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(answer.body, "page for 400");
    EXPECT_EQ(answer.header("Connection"), "close");
    client.end_of_sending();
    EXPECT_TRUE(client.is_closed());
    server.stop();
    EXPECT_EQ(handled, 0) << "a smuggled request was served";
}

const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    Framing, Refused,
    testing::Values(
        post + "Content-Length: 0\r\nContent-Length: 37\r\n\r\n" + smuggled,
        post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n" + smuggled,
        post + "Content-Length: 0, 0\r\n\r\n" + smuggled,
        post + "Content-Length: +0\r\n\r\n" + smuggled, post + "Content-Length: -1\r\n\r\n",
        post + "Content-Length: 0x5\r\n\r\n", post + "Content-Length:\r\n\r\n",
        post + "Content-Length: 99999999999999999999999\r\n\r\n",
        post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
        post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + smuggled,
        post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: chunked, gzip\r\n\r\n" + smuggled,
        post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: \"chunked\"\r\n\r\n" + smuggled,
        post + "Transfer-Encoding: \x0b" + "chunked\r\n\r\n" + smuggled,
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));

INSTANTIATE_TEST_SUITE_P(Chunks, Refused,
                         testing::Values(chunked + "g\r\n", chunked + "\r\n", chunked + "-1\r\n",
                                         chunked + "0x1\r\n", chunked + "1\r\naXX0\r\n\r\n",
                                         chunked + "1\r\nab\r\n0\r\n\r\n",
                                         chunked + "1\na\r\n0\r\n\r\n",
                                         chunked + "1\r\na\n0\r\n\r\n", chunked + "1 2\r\na\r\n",
                                         chunked + "fffffffffffffffff\r\n",
                                         chunked + "0\r\nX: \x01\r\n\r\n",
                                         chunked + "1f40\r\n" + std::string(8000, 'x') + "\r\n1;" +
                                             std::string(20'000, 'x'),
                                         chunked + "1;" + std::string(20'000, 'x') + "\r\n"));

INSTANTIATE_TEST_SUITE_P(
    Heads, Refused,
    testing::Values(
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n X: b\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\nContent-Length: 3\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"s, "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\r\n\r\n", "GET HTTP/1.1\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: a\r\n\r\n", "\x16\x03\x01\x02", " GET / HTTP/1.1\r\n"));

INSTANTIATE_TEST_SUITE_P(
    Paths, Refused,
    testing::Values(
        "GET a HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%0 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%0a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a/%2e%2E HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%2e.%2fb HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", "GET https://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n"));

TEST(ServerLimits, A_head_of_more_than_16_kB_is_431) {
    ServerUnderTest server(echo);
    Client client(server);
    client.send("GET / HTTP/1.1\r\nHost: test\r\n");
    for (int at = 0; at < 20; ++at) client.send("X: " + std::string(1000, 'a') + "\r\n");
    EXPECT_EQ(client.read().status, 431);
    client.end_of_sending();
    EXPECT_TRUE(client.is_closed());
}

TEST(ServerLimits, A_head_of_just_under_16_kB_is_served) {
    ServerUnderTest server(echo);
    Client client(server);
    const std::string start = "GET / HTTP/1.1\r\nHost: test\r\nX: ";
    const auto value = std::string(16 * 1024 - start.size() - 4, 'a');
    EXPECT_EQ(client.ask(start + value + "\r\n\r\n").status, 200);
}

TEST(ServerLimits, A_body_past_its_limit_gets_its_page_while_it_is_still_being_sent) {
    ServerUnderTest server(echo, at_most(1000));
    Client client(server);
    client.send(post + "Content-Length: 3000000\r\n\r\n");
    const std::string some(100'000, 'x');
    for (int at = 0; at < 30; ++at) ASSERT_TRUE(client.send(some)) << "hung up on";
    const auto answer = client.read();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.body, "page for 413");
    client.end_of_sending();
    EXPECT_TRUE(client.is_closed());
}

TEST(ServerLimits, Chunks_that_add_up_to_more_than_the_limit_are_413) {
    ServerUnderTest server(echo, at_most(10));
    Client exact(server), over(server), huge(server);
    EXPECT_EQ(exact.ask(chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n").status, 200);
    EXPECT_EQ(over.ask(chunked + "5\r\n01234\r\n6\r\n56789a\r\n0\r\n\r\n").status, 413);
    EXPECT_EQ(huge.ask(chunked + "ffffffffffffffff\r\n").status, 413);
}

TEST(ServerLimits, The_limit_is_chosen_by_what_is_asked_for) {
    ServerOptions options;
    options.body_limit = [](const Request& request) -> std::size_t {
        return request.path == "/import" && request.cookie("session") == "s" ? 100 : 3;
    };
    ServerUnderTest server(echo, options);
    Client one(server), other(server);
    EXPECT_EQ(one.ask("POST /import HTTP/1.1\r\nHost: a\r\nCookie: session=s\r\n"
                      "Content-Length: 5\r\n\r\nabcde")
                  .status,
              200);
    EXPECT_EQ(
        other.ask("POST /import HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde").status,
        413);
}

TEST(ServerLimits, Expect_100_continue_with_too_large_a_body_is_refused_before_it_is_sent) {
    ServerUnderTest server(echo, at_most(10));
    Client client(server);
    EXPECT_EQ(client.ask(post + "Content-Length: 11\r\nExpect: 100-continue\r\n\r\n").status, 413);
}

TEST(ServerLimits, An_idle_connection_is_closed_without_a_word) {
    ServerUnderTest server(echo, hasty());
    Client silent(server), served(server);
    EXPECT_EQ(served.get("/").status, 200);
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(served.is_closed());
}

/// What a client is told that sends these, a byte every 30 ms, until it is told.
Client::Answer answer_to_drips(const ServerUnderTest& server, std::string_view start, char byte) {
    Client client(server);
    client.send(start);
    std::atomic<bool> told = false;
    std::thread drip([&] {
        while (!told && client.send({&byte, 1})) std::this_thread::sleep_for(30ms);
    });
    auto answer = client.read();
    told = true;
    drip.join();
    return answer;
}

TEST(ServerLimits, A_head_that_drips_in_is_408) {
    ServerUnderTest server(echo, hasty());
    const auto answer = answer_to_drips(server, "GET / HTTP/1.1\r\n", 'X');
    EXPECT_EQ(answer.status, 408);
    EXPECT_EQ(answer.body, "page for 408");
    EXPECT_EQ(answer.header("Connection"), "close");
}

TEST(ServerLimits, A_body_that_stands_still_is_408) {
    ServerUnderTest server(echo, hasty());
    Client client(server);
    EXPECT_EQ(client.ask(post + "Content-Length: 10\r\n\r\nabc").status, 408);
}

TEST(ServerLimits, A_body_that_drips_in_ends_with_the_time_for_uploads) {
    ServerUnderTest server(echo, hasty());
    const auto start = post + "Content-Length: 1000\r\n\r\n";
    EXPECT_EQ(answer_to_drips(server, start, 'x').status, 408);
}

TEST(ServerLimits, A_client_that_does_not_read_its_answer_is_let_go) {
    ServerUnderTest server(
        [](Request&) {
            Response answer;
            answer.body.assign(std::size_t{64} << 20, 'x');
            return answer;
        },
        hasty());
    Client client(server);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(900ms);
    EXPECT_LT(client.read().body.size(), std::size_t{64} << 20);
}

TEST(ServerLimits, Two_hundred_idle_connections_do_not_stop_others) {
    ServerUnderTest server(echo);
    std::deque<Client> idle;
    for (int at = 0; at < 200; ++at) idle.emplace_back(server);
    Client client(server);
    const auto before = std::chrono::steady_clock::now();
    for (int at = 0; at < 100; ++at) ASSERT_EQ(client.get("/").status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
    EXPECT_EQ(idle.back().get("/").status, 200);
    EXPECT_EQ(idle.front().get("/").status, 200);
}

TEST(ServerLimits, Connections_past_the_limit_are_told_503_and_closed) {
    ServerOptions options;
    options.most_connections = 2;
    ServerUnderTest server(echo, options);
    Client first(server), second(server);
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
    {
        Client third(server);
        const auto answer = third.get("/");
        EXPECT_EQ(answer.status, 503);
        EXPECT_EQ(answer.header("Connection"), "close");
    }
    EXPECT_EQ(first.get("/").status, 200) << "those inside are not disturbed";
}

} // namespace
} // namespace openmasa::http
