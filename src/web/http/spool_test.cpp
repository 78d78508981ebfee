#include "web/http/server_under_test.hpp"
#include "web/http/spool.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

std::string numbered(std::size_t lines) {
    std::string text;
    for (std::size_t line = 0; line < lines; ++line) text += std::to_string(line) + "\n";
    return text;
}

Response spooled(const std::string& text) {
    Spool spool;
    for (std::size_t at = 0; at < text.size(); at += 1000) spool.add(text.substr(at, 1000));
    Response response;
    spool.move_into(response);
    return response;
}

TEST(Spool, What_is_small_stays_in_memory) {
    const auto response = spooled("a few words");
    EXPECT_FALSE(response.file);
    EXPECT_EQ(response.body, "a few words");
}

TEST(Spool, What_is_large_is_a_file_with_every_byte_in_its_place) {
    const auto text = numbered(200'000);
    const auto response = spooled(text);
    ASSERT_TRUE(response.file);
    EXPECT_TRUE(response.body.empty());
    EXPECT_EQ(response.file->size(), text.size());
    EXPECT_EQ(whole_body(response), text);
    EXPECT_EQ(response.file->read(text.size() - 3, 100), text.substr(text.size() - 3));
    EXPECT_EQ(response.file->read(text.size(), 100), "");
}

TEST(Spool, A_file_arrives_whole_and_the_connection_goes_on) {
    const auto text = numbered(300'000);
    ServerUnderTest server([&](Request& request) {
        return request.path == "/large" ? spooled(text) : spooled("small");
    });
    Client client(server);
    for (int time = 0; time < 2; ++time) {
        EXPECT_EQ(client.get("/large").body, text);
        EXPECT_EQ(client.get("/other").body, "small");
    }
    client.send("HEAD /large HTTP/1.1\r\nHost: test\r\n\r\n");
    const auto head = client.read(Client::Body::none);
    EXPECT_EQ(head.header("Content-Length"), std::to_string(text.size()));
    EXPECT_EQ(client.get("/other").body, "small");
}

TEST(Spool, A_client_that_leaves_half_way_ends_nothing_else) {
    const auto text = numbered(3'000'000);
    ServerUnderTest server([&](Request&) { return spooled(text); });
    {
        Client leaving(server);
        leaving.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
    }
    EXPECT_EQ(Client(server).get("/").body.size(), text.size());
}

} // namespace
} // namespace openmasa::http
