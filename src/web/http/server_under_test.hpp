#pragma once
// For tests: a server on a free port of 127.0.0.1 and a client that says exactly what it is told.
#include "web/http/server.hpp"
#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace openmasa::http {

class ServerUnderTest {
public:
    explicit ServerUnderTest(Handler handler, ServerOptions options = {})
        : server_(prepared(std::move(options)), std::move(handler)),
          thread_([this] { server_.run(); }) {}
    ~ServerUnderTest() { stop(); }
    std::uint16_t port() const { return server_.port(); }
    Server& server() { return server_; }
    void stop() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }

private:
    static ServerOptions prepared(ServerOptions options) {
        options.port = 0;
        if (!options.failure)
            options.failure = [](int status) {
                return Response{status, {}, "page for " + std::to_string(status)};
            };
        return options;
    }
    Server server_;
    std::thread thread_;
};

class Client {
public:
    struct Answer {
        int status = 0; // 0: the server closed without an answer
        std::string head, body;
        /// The rest of the line that starts with `name` and a colon, as the server wrote it.
        std::string header(const std::string& name) const {
            const auto at = head.find("\r\n" + name + ": ");
            if (at == head.npos) return "";
            const auto start = at + name.size() + 4;
            return head.substr(start, head.find("\r\n", start) - start);
        }
    };
    enum class Body { expected, none };

    explicit Client(const ServerUnderTest& server) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{8, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(server.port());
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            ADD_FAILURE() << "cannot connect";
    }
    Client(const Client&) = delete;
    ~Client() { close(socket_); }

    /// False when the other end is gone.
    bool send(std::string_view text) {
        while (!text.empty()) {
            const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void end_of_sending() { shutdown(socket_, SHUT_WR); }

    Answer read(Body body = Body::expected) {
        Answer answer;
        std::size_t end = 0;
        while ((end = read_.find("\r\n\r\n")) == read_.npos)
            if (!read_more()) return answer;
        answer.head = read_.substr(0, end + 2);
        answer.status = std::stoi(answer.head.substr(9, 3));
        read_.erase(0, end + 4);
        const auto length = answer.header("Content-Length");
        const std::size_t size = body == Body::none || length.empty() ? 0 : std::stoul(length);
        while (read_.size() < size)
            if (!read_more()) break;
        answer.body = read_.substr(0, size);
        read_.erase(0, size);
        return answer;
    }
    Answer ask(std::string_view text) {
        send(text);
        return read();
    }
    Answer get(const std::string& path) {
        return ask("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
    }
    /// Whether something has come from the server that was not read yet.
    bool hears() const {
        pollfd heard{socket_, POLLIN, 0};
        return !read_.empty() || poll(&heard, 1, 0) > 0;
    }
    /// Whether the server ends the connection, and says nothing more, before patience ends.
    bool is_closed() {
        if (!read_.empty()) return false;
        char byte;
        const auto count = recv(socket_, &byte, 1, 0);
        return count == 0 || (count < 0 && errno == ECONNRESET);
    }

private:
    bool read_more() {
        char some[16384];
        const auto count = recv(socket_, some, sizeof some, 0);
        if (count > 0) read_.append(some, static_cast<std::size_t>(count));
        return count > 0;
    }
    int socket_;
    std::string read_;
};

/// Answers with what it was asked: method, path, query, body.
inline Response echo(Request& request) {
    constexpr std::string_view names[] = {"get", "head", "post", "other"};
    Response answer;
    answer.set("Content-Type", "text/plain");
    answer.body = std::string(names[static_cast<int>(request.method)]) + " " + request.path + "?" +
                  request.query + " [" + request.body + "]";
    return answer;
}

} // namespace openmasa::http
