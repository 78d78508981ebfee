#pragma once
// The HTTP server behind a small interface. Connections are coroutines on an I/O thread; handlers
// run on a pool of workers, so a slow page stops nobody else. HTTP/1.1 and 1.0, kept-alive and
// pipelined; meant to stand behind a proxy that adds TLS, or alone on a local machine.
#include "web/http/message.hpp"
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace openmasa::http {

/// Runs on a worker thread, for many requests at once. Exceptions become `failure` below.
using Handler = std::function<Response(Request&)>;

struct ServerOptions {
    std::string address = "127.0.0.1"; // an IP address, not a name
    std::uint16_t port = 8080;         // 0: any free port
    /// A socket that listens already and outlives this process, handed over by whoever started it
    /// (systemd): address and port are then its own. While one process ends and the next begins,
    /// clients wait in it instead of being refused.
    std::optional<int> inherited_socket;
    /// Whether SIGINT and SIGTERM stop it. One server of a process may have them.
    bool stops_by_signal = true;
    unsigned workers = 4;
    /// How many bytes of body this request may have (its head is read, its body is empty). Asked on
    /// the I/O thread: it must not wait for anything. Give much only to those who may upload.
    std::function<std::size_t(const Request&)> body_limit = [](const Request&) {
        return 256 * 1024;
    };
    /// Pages for what never reaches the handler: 400, 408, 413, 431, 503, on the I/O thread; and
    /// for an exception 500, on a worker. Without it, or when it throws, a plain sentence.
    std::function<Response(int status)> failure;
    /// Told about an exception that a handler let through (for the log). Must not throw.
    std::function<void(const Request&, const std::exception&)> on_exception;
    /// How long a connection may stay open without a request.
    std::chrono::milliseconds idle_timeout = std::chrono::seconds(75);
    /// How long a head may take, a body may stand still, and 64 kB of an answer may take.
    std::chrono::milliseconds read_timeout = std::chrono::seconds(30);
    /// How long a body may take altogether.
    std::chrono::milliseconds upload_timeout = std::chrono::seconds(300);
    /// Further ones get 503. Lowered when the system allows this process fewer open files.
    std::size_t most_connections = 2000;
    /// How much memory the bodies of all requests together may hold, until each is answered. The
    /// body that would go past it gets 503. A quarter is kept for bodies of at most 256 KB, so that
    /// forms get through while uploads use up the rest. Give it several times the largest
    /// `body_limit`: a body that grows is held twice for a moment, which counts.
    std::size_t most_body_bytes = 256 * 1024 * 1024;
};

class Server {
public:
    /// Binds and listens; throws std::runtime_error, in words, when the address cannot be had.
    Server(ServerOptions options, Handler handler);
    ~Server();
    std::uint16_t port() const;
    /// Serves until stop() or SIGINT/SIGTERM; then takes no more connections and finishes the
    /// requests under way (with an inherited socket also those that come within a second on
    /// connections already open), for at most 10 seconds and as long as a handler still runs (a
    /// second signal ends the process at once). Once for each Server.
    void run();
    /// Safe from any thread, also from a handler; returns at once.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa::http
