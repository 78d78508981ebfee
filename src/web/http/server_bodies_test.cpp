// The bodies of all requests together hold no more memory than they may.
#include "web/http/server_under_test.hpp"
#include <algorithm>
#include <deque>

namespace openmasa::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kB = 1024, MB = 1024 * kB;

/// Room for two uploads of 1 MB, as a third one that grows to it from 512 kB would need 3.5 MB of
/// the 3 MB that are not kept for forms.
constexpr std::size_t budget = 4 * MB, fitting = 2;

ServerOptions tight() {
    ServerOptions options;
    options.most_body_bytes = budget;
    options.read_timeout = 4s;
    options.body_limit = [](const Request& request) {
        return request.path == "/form" ? 256 * kB : MB;
    };
    return options;
}

/// Answers with the length of what it was sent, at length or not at all.
Response length(Request& request) {
    if (request.path == "/throw") throw std::runtime_error("no disk");
    Response answer;
    answer.body = std::to_string(request.body.size());
    if (request.path == "/long") answer.body.resize(16 * MB, ' ');
    return answer;
}

std::string start(const std::string& path, std::size_t bytes) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) +
           "\r\n\r\n";
}

std::string start_in_chunks(const std::string& path) {
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
}

std::string chunks(std::size_t kilobytes) {
    std::string all;
    for (std::size_t at = 0; at < kilobytes; ++at) all += "400\r\n" + std::string(kB, 'x') + "\r\n";
    return all;
}

std::string whole(const std::string& path, std::size_t bytes) {
    return start(path, bytes) + std::string(bytes, 'x');
}

int status_of(const ServerUnderTest& server, const std::string& request) {
    return Client(server).ask(request).status;
}

/// The server needs a moment to see that clients are gone; not more than a moment.
bool soon(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + 3s;
    while (!holds() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(10ms);
    return holds();
}

/// As it goes over the wire: all but the end, and the end.
struct SlowUpload {
    std::string name, most, end;
};

void PrintTo(const SlowUpload& upload, std::ostream* out) {
    *out << upload.name;
}

const SlowUpload slow_uploads[] = {
    {"of_known_length", start("/import", MB) + std::string(MB - 1, 'x'), "x"},
    {"in_chunks", start_in_chunks("/import") + chunks(1023), "1\r\nx\r\n0\r\n\r\n"},
};

class SlowUploads : public testing::TestWithParam<SlowUpload> {
protected:
    void begin(int count) {
        for (int at = 0; at < count; ++at) clients.emplace_back(server).send(GetParam().most);
    }
    /// Those that the server has answered already.
    std::size_t answered() {
        return std::count_if(clients.begin(), clients.end(), [](Client& it) { return it.hears(); });
    }

    ServerUnderTest server{length, tight()};
    std::deque<Client> clients;
};

TEST_P(SlowUploads, Those_that_do_not_fit_get_503_and_the_others_end_well) {
    begin(20);
    ASSERT_TRUE(soon([&] { return answered() == 20 - fitting; })) << answered();
    std::size_t served = 0;
    for (Client& client : clients) {
        if (!client.hears()) client.send(GetParam().end);
        const auto answer = client.read();
        if (answer.status == 200) {
            ++served;
            continue;
        }
        EXPECT_EQ(answer.status, 503);
        EXPECT_EQ(answer.body, "page for 503");
        EXPECT_EQ(answer.header("Connection"), "close");
        client.end_of_sending();
        EXPECT_TRUE(client.is_closed());
    }
    EXPECT_EQ(served, fitting);
}

TEST_P(SlowUploads, Forms_get_through_while_they_use_up_the_rest) {
    begin(20);
    ASSERT_TRUE(soon([&] { return answered() == 20 - fitting; })) << answered();
    ASSERT_EQ(status_of(server, whole("/import", MB)), 503);
    EXPECT_EQ(Client(server).ask(whole("/form", 256 * kB)).body, std::to_string(256 * kB));
    EXPECT_EQ(status_of(server, start_in_chunks("/form") + chunks(256) + "0\r\n\r\n"), 200);
    EXPECT_EQ(Client(server).get("/").status, 200);
}

TEST_P(SlowUploads, After_they_hang_up_there_is_room_again) {
    begin(20);
    ASSERT_TRUE(soon([&] { return answered() == 20 - fitting; })) << answered();
    clients.clear();
    EXPECT_TRUE(soon([&] { return status_of(server, whole("/import", MB)) == 200; }));
}

INSTANTIATE_TEST_SUITE_P(Server, SlowUploads, testing::ValuesIn(slow_uploads),
                         [](const auto& it) { return it.param.name; });

TEST(ServerBodies, A_length_that_is_only_declared_takes_nothing) {
    ServerUnderTest server(length, tight());
    std::deque<Client> clients;
    for (int at = 0; at < 20; ++at) clients.emplace_back(server).send(start("/import", MB) + "x");
    EXPECT_EQ(status_of(server, whole("/import", MB)), 200);
    EXPECT_EQ(clients.back().ask(std::string(MB - 1, 'x')).status, 200);
}

TEST(ServerBodies, Many_uploads_on_one_connection_do_not_add_up) {
    ServerUnderTest server(length, tight());
    Client client(server);
    for (int at = 0; at < 10; ++at) ASSERT_EQ(client.ask(whole("/import", MB)).status, 200);
}

/// A request that takes nearly 1 MB, and how it ends.
struct End {
    std::string name, request;
    int status;
};

void PrintTo(const End& end, std::ostream* out) {
    *out << end.name;
}

const End ends[] = {
    {"answered", whole("/import", MB), 200},
    {"fault_of_the_handler", whole("/throw", MB), 500},
    {"too_large", start_in_chunks("/import") + chunks(1024) + "1\r\n", 413},
    {"malformed", start_in_chunks("/import") + chunks(1000) + "x\r\n", 400},
    {"timed_out", start("/import", MB) + std::string(MB - 1, 'x'), 408},
};

class BodyEnds : public testing::TestWithParam<End> {};

/// The connections stay open, so that it is not their end that gives the memory back.
TEST_P(BodyEnds, Its_memory_is_given_back_before_the_connection_ends) {
    auto options = tight();
    options.read_timeout = 300ms;
    ServerUnderTest server(length, options);
    std::deque<Client> clients;
    for (int at = 0; at < 5; ++at)
        ASSERT_EQ(clients.emplace_back(server).ask(GetParam().request).status, GetParam().status);
    EXPECT_EQ(status_of(server, whole("/import", MB)), 200);
}

INSTANTIATE_TEST_SUITE_P(Server, BodyEnds, testing::ValuesIn(ends),
                         [](const auto& it) { return it.param.name; });

TEST(ServerBodies, Who_does_not_read_the_answer_holds_no_body) {
    ServerUnderTest server(length, tight());
    std::deque<Client> clients;
    for (int at = 0; at < 5; ++at) {
        clients.emplace_back(server).send(whole("/long", MB));
        ASSERT_TRUE(soon([&] { return clients.back().hears(); }));
        ASSERT_EQ(clients.back().read(Client::Body::none).status, 200);
    }
    EXPECT_EQ(status_of(server, whole("/import", MB)), 200);
}

} // namespace
} // namespace openmasa::http
