#include "web/http/server_under_test.hpp"
#include <fcntl.h>
#include <future>
#include <gmock/gmock.h>
#include <mutex>

namespace openmasa::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

TEST(Server, A_page_comes_with_its_length_the_date_and_no_server_name) {
    ServerUnderTest server(echo);
    Client client(server);
    const auto answer = client.get("/actions?due=late");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "get /actions?due=late []");
    EXPECT_EQ(answer.header("Content-Length"), std::to_string(answer.body.size()));
    EXPECT_THAT(answer.header("Date"), testing::EndsWith(" GMT"));
    EXPECT_EQ(answer.header("Connection"), "keep-alive");
    EXPECT_THAT(answer.head, Not(HasSubstr("Server:")));
}

TEST(Server, The_handler_sees_headers_and_who_asks) {
    ServerUnderTest server([](Request& request) {
        Response answer;
        answer.body = request.peer + "|" + std::string(request.header("x-office")) + "|" +
                      std::string(request.cookie("session"));
        return answer;
    });
    Client client(server);
    const auto answer = client.ask("GET / HTTP/1.1\r\nHost: test\r\nX-Office:  Chief Constable \r\n"
                                   "Cookie: a=b; session=s3\r\n\r\n");
    EXPECT_EQ(answer.body, "127.0.0.1|Chief Constable|s3");
}

TEST(Server, One_connection_serves_many_requests) {
    ServerUnderTest server(echo);
    Client client(server);
    for (int at = 0; at < 5; ++at) {
        const auto path = "/page/" + std::to_string(at);
        EXPECT_EQ(client.get(path).body, "get " + path + "? []");
    }
}

TEST(Server, Pipelined_requests_are_answered_in_order) {
    ServerUnderTest server([](Request& request) {
        if (request.path == "/slow") std::this_thread::sleep_for(100ms);
        return echo(request);
    });
    Client client(server);
    client.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n"
                "POST /form HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\na=1"
                "\r\nGET /last HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(client.read().body, "get /slow? []");
    EXPECT_EQ(client.read().body, "post /form? [a=1]");
    EXPECT_EQ(client.read().body, "get /last? []");
}

TEST(Server, A_request_may_come_a_byte_at_a_time) {
    ServerUnderTest server(echo);
    Client client(server);
    for (const char c :
         std::string("POST /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n"
                     "\r\n4\r\nwiki\r\n0\r\n\r\n")) {
        client.send({&c, 1});
        std::this_thread::sleep_for(200us);
    }
    EXPECT_EQ(client.read().body, "post /a? [wiki]");
}

TEST(Server, HEAD_is_answered_without_a_body_and_with_its_length) {
    ServerUnderTest server(echo);
    Client client(server);
    client.send("HEAD /page HTTP/1.1\r\nHost: test\r\n\r\n");
    const auto answer = client.read(Client::Body::none);
    EXPECT_EQ(answer.header("Content-Length"),
              std::to_string(std::string("head /page? []").size()));
    EXPECT_EQ(client.get("/next").body, "get /next? []") << "a body was sent after HEAD";
}

TEST(Server, Methods_beyond_GET_HEAD_and_POST_arrive_as_other) {
    ServerUnderTest server(echo);
    Client client(server);
    EXPECT_EQ(client.ask("DELETE /a HTTP/1.1\r\nHost: test\r\n\r\n").body, "other /a? []");
}

TEST(Server, HTTP_1_0_closes_unless_asked_to_keep_alive) {
    ServerUnderTest server(echo);
    Client kept(server);
    EXPECT_EQ(kept.ask("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("Connection"),
              "keep-alive");
    EXPECT_EQ(kept.ask("GET /b HTTP/1.0\r\n\r\n").header("Connection"), "close");
    EXPECT_TRUE(kept.is_closed());
}

TEST(Server, Connection_close_is_honoured) {
    ServerUnderTest server(echo);
    Client client(server);
    const auto answer = client.ask("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, A_client_that_stops_sending_still_gets_its_answer) {
    ServerUnderTest server(echo);
    Client client(server);
    client.send("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
    client.end_of_sending();
    EXPECT_EQ(client.read().body, "get /a? []");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, Expect_100_continue_is_told_to_go_on) {
    ServerUnderTest server(echo);
    Client client(server);
    client.send(
        "POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read(Client::Body::none).status, 100);
    EXPECT_EQ(client.ask("hi").body, "post /a? [hi]");
}

TEST(Server, Chunks_become_one_body_and_trailers_are_left_out) {
    ServerUnderTest server(echo);
    Client client(server);
    const auto answer =
        client.ask("POST /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: Chunked\r\n\r\n"
                   "3\r\nabc\r\nA;name=\"v\"\r\n0123456789\r\n0\r\nX-Trailer: 1\r\n\r\n");
    EXPECT_EQ(answer.body, "post /a? [abc0123456789]");
    EXPECT_EQ(client.get("/next").body, "get /next? []");
}

TEST(Server, A_large_body_and_a_large_answer_arrive_whole) {
    ServerOptions options;
    options.body_limit = [](const Request&) { return std::size_t{8} << 20; };
    ServerUnderTest server(
        [](Request& request) {
            Response answer;
            answer.body = std::move(request.body);
            return answer;
        },
        options);
    std::string body(5'000'000, 'x');
    for (std::size_t at = 0; at < body.size(); ++at) body[at] = static_cast<char>(at * 31 % 251);
    Client client(server);
    const auto answer =
        client.ask("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5000000\r\n\r\n" + body);
    EXPECT_TRUE(answer.body == body);
}

TEST(Server, An_exception_becomes_the_500_page_and_is_told) {
    std::string told;
    ServerOptions options;
    options.on_exception = [&](const Request& request, const std::exception& fault) {
        told = request.path + ": " + fault.what();
    };
    ServerUnderTest server(
        [](Request& request) -> Response {
            if (request.path == "/odd") throw 42;
            throw std::runtime_error("no disk");
        },
        options);
    Client client(server);
    const auto answer = client.get("/save");
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body, "page for 500");
    EXPECT_EQ(told, "/save: no disk");
    EXPECT_EQ(client.get("/odd").status, 500) << "the connection goes on";
}

TEST(Server, A_header_value_cannot_add_lines_to_an_answer) {
    ServerUnderTest server([](Request& request) {
        Response answer;
        answer.status = 303;
        answer.set("Location", "/a\r\nSet-Cookie: session=stolen" + request.path);
        return answer;
    });
    Client client(server);
    const auto answer = client.get("/");
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.head, Not(HasSubstr("Set-Cookie")));
}

TEST(Server, A_failing_failure_page_becomes_a_plain_sentence) {
    ServerOptions options;
    options.failure = [](int) -> Response { throw std::runtime_error("no page"); };
    ServerUnderTest server(echo, options);
    Client client(server);
    const auto answer = client.ask("GARBAGE\r\n\r\n");
    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("did not work"));
}

TEST(Server, Slow_handlers_do_not_stop_others) {
    std::promise<void> go;
    auto gone = go.get_future().share();
    ServerUnderTest server([&](Request& request) {
        if (request.path == "/slow") gone.wait();
        return echo(request);
    });
    Client slow(server), other_slow(server), quick(server);
    slow.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n");
    other_slow.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(quick.get("/quick").body, "get /quick? []");
    go.set_value();
    EXPECT_EQ(slow.read().status, 200);
    EXPECT_EQ(other_slow.read().status, 200);
}

TEST(Server, A_graceful_stop_finishes_what_runs_and_ends_what_idles) {
    std::promise<void> begun, go;
    auto gone = go.get_future().share();
    ServerUnderTest server([&](Request& request) {
        begun.set_value();
        gone.wait();
        return echo(request);
    });
    Client running(server), idle(server);
    running.send("GET /running HTTP/1.1\r\nHost: test\r\n\r\n");
    begun.get_future().wait();
    server.server().stop();
    EXPECT_TRUE(idle.is_closed());
    go.set_value();
    const auto answer = running.read();
    EXPECT_EQ(answer.body, "get /running? []");
    const auto before = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 1s);
    EXPECT_TRUE(running.is_closed());
}

TEST(Server, A_handler_may_stop_the_server) {
    ServerUnderTest* self = nullptr;
    ServerUnderTest server([&](Request& request) {
        self->server().stop();
        return echo(request);
    });
    self = &server;
    Client client(server);
    EXPECT_EQ(client.get("/stop").status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, SIGTERM_stops_it) {
    Server server(
        [] {
            ServerOptions options;
            options.port = 0;
            return options;
        }(),
        echo);
    std::thread later([] {
        std::this_thread::sleep_for(100ms);
        kill(getpid(), SIGTERM);
    });
    server.run();
    later.join();
}

/// A socket that listens on loopback and is not any server's own.
class KeptSocket {
public:
    KeptSocket() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(listen(socket_, 100), 0);
    }
    ~KeptSocket() { close(socket_); }
    int copy() const { return dup(socket_); }

private:
    int socket_;
};

ServerOptions serving(const KeptSocket& socket) {
    ServerOptions options;
    options.inherited_socket = socket.copy();
    return options;
}

TEST(Server, A_socket_handed_over_serves_one_process_after_the_other) {
    const KeptSocket kept;
    auto first = std::make_unique<ServerUnderTest>(echo, serving(kept));
    Client before(*first);
    EXPECT_EQ(before.get("/one").status, 200);
    first->server().stop();
    EXPECT_EQ(before.get("/two").status, 200) << "it was open when the stop began";
    EXPECT_TRUE(before.is_closed());
    first->stop();
    ServerUnderTest second(echo, serving(kept));
    EXPECT_EQ(second.port(), first->port());
    Client after(second);
    EXPECT_EQ(after.get("/three").status, 200);
}

TEST(Server, What_was_handed_over_and_is_no_socket_is_said_in_words) {
    ServerOptions options;
    options.inherited_socket = open("/dev/null", O_RDONLY);
    EXPECT_THROW(Server(options, echo), std::runtime_error);
}

TEST(Server, An_address_that_cannot_be_had_is_said_in_words) {
    ServerUnderTest first(echo);
    ServerOptions options;
    options.port = first.port();
    const auto words = [&] {
        try {
            Server second(options, echo);
        } catch (const std::runtime_error& fault) {
            return std::string(fault.what());
        }
        return std::string();
    };
    EXPECT_THAT(words(), HasSubstr("Cannot listen on 127.0.0.1 port"));
    options.address = "localhost";
    EXPECT_THAT(words(), HasSubstr("is not an IP address"));
}

} // namespace
} // namespace openmasa::http
