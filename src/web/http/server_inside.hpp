#pragma once
// What server.cpp and server_sockets.cpp are made of: the only files that know Boost.
// One thread runs all connections; what a Connection holds is touched by that thread alone, except
// while a worker has its request. Instead of a timer for each connection, one watch looks at every
// connection's deadline four times a second.
#include "web/http/body_budget.hpp"
#include "web/http/reply.hpp"
#include "web/http/request_head.hpp"
#include "web/http/server.hpp"
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <unordered_set>

namespace openmasa::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using Error = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
template<class T> using Awaitable = asio::awaitable<T, Executor>;

/// How a request arrived; the numbers are the statuses it is refused with.
enum class Arrival {
    whole,
    gone,
    malformed = 400,
    late = 408,
    too_large = 413,
    long_head = 431,
    no_room = 503
};

/// Where to listen. Throws std::runtime_error, in words, for what is no IP address.
tcp::endpoint endpoint_of(const ServerOptions& options);
/// IPv4 or IPv6, of a socket that somebody else has made.
tcp protocol_of(int socket);
/// "192.0.2.1" also for a client that came to an IPv6 socket by IPv4.
std::string address_of(const tcp::endpoint& endpoint);

struct Server::Inside {
    class Connection;

    Inside(ServerOptions options, Handler handler);
    void listen();
    void take_over(int socket);
    void run();
    void begin_stop();
    void reached_by_signals();
    bool listens_to_open_connections() const { return !stopping || options.inherited_socket; }
    Awaitable<void> accept();
    void welcome(Socket socket);
    Awaitable<void> host(std::unique_ptr<Connection> guest);
    Awaitable<void> turn_away(std::unique_ptr<Connection> guest);
    Awaitable<void> watch();
    Reply answer(RequestHead& head);
    Reply failed(int status, Method method, Afterwards afterwards);
    void report(const Request& request, const std::exception& fault) noexcept;

    ServerOptions options;
    Handler handler;
    std::uint16_t port = 0;
    std::unordered_set<Connection*> open;
    BodyBudget bodies{options.most_body_bytes};
    std::atomic<bool> stopping = false;
    Clock::time_point last_moment;
    asio::io_context io{1};
    asio::basic_socket_acceptor<tcp, Executor> acceptor{io};
    asio::signal_set signals{io};
    Timer timer{io};
    asio::thread_pool workers;
};

/// One client, from its first byte to its last. Its functions run on the I/O thread.
class Server::Inside::Connection {
public:
    Connection(Inside& server, Socket socket);
    ~Connection();
    Awaitable<void> serve();
    Awaitable<void> refuse(Reply why);
    void look_at_deadline(Clock::time_point now);
    void end_if_idle();
    const Request& request() const { return head_.request; }

private:
    enum class Doing { waiting, working, leaving };

    Awaitable<Arrival> read_request();
    Awaitable<Arrival> read_head();
    Arrival understand_head(std::size_t length);
    Awaitable<Arrival> read_body();
    bool make_room(std::size_t body_limit);
    Awaitable<bool> fill();
    Awaitable<void> ask_for_body();
    Awaitable<Afterwards> work();
    Awaitable<bool> send(const Reply& reply);
    Awaitable<bool> send_file(const std::string& head, const FileBody& file);
    Awaitable<void> leave();
    Arrival broken_off() const { return late_ ? Arrival::late : Arrival::gone; }
    void allow(Clock::duration time);
    void drop(std::size_t bytes);
    std::string_view unread() const { return {buffer_.data(), filled_}; }

    Inside& server_;
    Socket socket_;
    std::string peer_;
    RequestHead head_;
    BodyRoom room_{server_.bodies, head_.request.body};
    Clock::time_point deadline_ = Clock::time_point::max();
    bool late_ = false;
    Doing doing_ = Doing::waiting;
    std::size_t filled_ = 0;
    std::array<char, head_limit> buffer_; // what was read from the socket and not yet understood
};

} // namespace openmasa::http
