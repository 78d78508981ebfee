#include "web/http/server.hpp"
#include "web/http/open_files.hpp"
#include "web/http/request_body.hpp"
#include "web/http/server_inside.hpp"
#include "web/http/spool.hpp"
#include <algorithm>
#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <stdexcept>

namespace openmasa::http {
namespace {

constexpr asio::use_awaitable_t<Executor> awaiting;

constexpr auto watch_every = std::chrono::milliseconds(250);
constexpr auto watch_every_when_stopping = std::chrono::milliseconds(10);
constexpr auto pause_without_files = std::chrono::milliseconds(100);
constexpr auto longest_stop = std::chrono::seconds(10);
/// A client that is refused while it still sends is heard out this far, so that it reads why.
constexpr auto longest_hearing = std::chrono::seconds(5);
constexpr auto longest_hearing_when_stopping = std::chrono::seconds(1);
constexpr auto longest_wait_when_handing_over = std::chrono::seconds(1);
constexpr std::size_t most_heard = 32 * 1024 * 1024;
/// So many connections past the limit are told 503; those past that are closed unanswered.
constexpr std::size_t turned_away_at_once = 100;
/// Files that the process needs beside its connections: database, log, documents.
constexpr std::size_t other_files = 200;
constexpr std::size_t piece = 64 * 1024;

std::size_t room_for_connections(std::size_t wanted);

} // namespace

// ------------------------------------------------------------------------------- the server

Server::Server(ServerOptions options, Handler handler)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return inside_->port;
}

void Server::run() {
    inside_->run();
}

void Server::stop() {
    asio::post(inside_->io, [inside = inside_.get()] { inside->begin_stop(); });
}

Server::Inside::Inside(ServerOptions given, Handler given_handler)
    : options(std::move(given)), handler(std::move(given_handler)),
      workers(std::max(options.workers, 1u)) {
    options.most_connections = room_for_connections(options.most_connections);
    options.inherited_socket ? take_over(*options.inherited_socket) : listen();
}

void Server::Inside::listen() {
    const auto endpoint = endpoint_of(options);
    try {
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen();
        port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& fault) {
        throw std::runtime_error(fmt::format("Cannot listen on {} port {}: {}", options.address,
                                             options.port, fault.code().message()));
    }
}

void Server::Inside::take_over(int socket) {
    try {
        acceptor.assign(protocol_of(socket), socket);
        port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& fault) {
        throw std::runtime_error(fmt::format("The socket that was handed over cannot be used: {}",
                                             fault.code().message()));
    }
}

void Server::Inside::run() {
    reached_by_signals();
    asio::co_spawn(io, accept(), asio::detached);
    asio::co_spawn(io, watch(), asio::detached);
    io.run();
    workers.stop();
    workers.join();
}

void Server::Inside::reached_by_signals() {
    if (!options.stops_by_signal) return;
    signals.add(SIGINT);
    signals.add(SIGTERM);
    signals.async_wait([this](Error error, int) {
        if (!error) begin_stop();
    });
}

void Server::Inside::begin_stop() {
    if (stopping.exchange(true)) return;
    last_moment = Clock::now() + longest_stop;
    Error ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    signals.clear(ignored); // so a second signal does what it does to any program
    for (Connection* connection : open) connection->end_if_idle();
    timer.cancel();
}

Awaitable<void> Server::Inside::accept() {
    while (!stopping) {
        Error error;
        auto socket = co_await acceptor.async_accept(asio::redirect_error(awaiting, error));
        if (!error) {
            welcome(std::move(socket));
        } else if (!stopping) {
            // Most likely out of files: some will be closed soon.
            Timer pause(io, pause_without_files);
            co_await pause.async_wait(asio::redirect_error(awaiting, error));
        }
    }
}

void Server::Inside::welcome(Socket socket) {
    const bool full = open.size() >= options.most_connections;
    if (open.size() >= options.most_connections + turned_away_at_once) return;
    auto guest = std::make_unique<Connection>(*this, std::move(socket));
    asio::co_spawn(io, full ? turn_away(std::move(guest)) : host(std::move(guest)), asio::detached);
}

Awaitable<void> Server::Inside::host(std::unique_ptr<Connection> guest) {
    try {
        co_await guest->serve();
    } catch (const std::exception& fault) {
        report(guest->request(), fault);
    }
}

Awaitable<void> Server::Inside::turn_away(std::unique_ptr<Connection> guest) {
    auto busy = plain_response(503, "Too many people are connected. Try again in a minute.\n");
    busy.set("Retry-After", "60");
    co_await guest->refuse(reply_of(std::move(busy), Method::get, Afterwards::close));
}

Awaitable<void> Server::Inside::watch() {
    while (!stopping || !open.empty()) {
        Error ignored;
        timer.expires_after(stopping ? watch_every_when_stopping : watch_every);
        co_await timer.async_wait(asio::redirect_error(awaiting, ignored));
        const auto now = Clock::now();
        for (Connection* connection : open) connection->look_at_deadline(now);
        if (stopping && now >= last_moment) io.stop();
    }
}

/// Runs on a worker.
Reply Server::Inside::answer(RequestHead& head) {
    const auto method = head.request.method;
    const auto afterwards =
        head.keep_alive && !stopping ? Afterwards::keep_open : Afterwards::close;
    try {
        return reply_of(handler(head.request), method, afterwards);
    } catch (const std::exception& fault) {
        report(head.request, fault);
    } catch (...) {
        report(head.request, std::runtime_error("something thrown that is no std::exception"));
    }
    return failed(500, method, afterwards);
}

/// Runs on any thread.
Reply Server::Inside::failed(int status, Method method, Afterwards afterwards) {
    try {
        if (options.failure) return reply_of(options.failure(status), method, afterwards);
    } catch (const std::exception& fault) {
        report({}, fault);
    }
    return reply_of(plain_response(status, "This did not work. Go back and try again.\n"), method,
                    afterwards);
}

void Server::Inside::report(const Request& request, const std::exception& fault) noexcept {
    if (options.on_exception) options.on_exception(request, fault);
}

// --------------------------------------------------------------------------- one connection

Server::Inside::Connection::Connection(Inside& server, Socket socket)
    : server_(server), socket_(std::move(socket)) {
    Error ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
    peer_ = address_of(socket_.remote_endpoint(ignored));
    server_.open.insert(this);
}

Server::Inside::Connection::~Connection() {
    server_.open.erase(this);
}

void Server::Inside::Connection::look_at_deadline(Clock::time_point now) {
    if (now < deadline_) return;
    late_ = true;
    Error ignored;
    socket_.cancel(ignored);
}

/// A request may be on its way already: where the next process takes over, nobody is cut short.
void Server::Inside::Connection::end_if_idle() {
    if (doing_ == Doing::working) return;
    if (doing_ == Doing::waiting && server_.options.inherited_socket) {
        deadline_ = std::min(deadline_, Clock::now() + longest_wait_when_handing_over);
        return;
    }
    Error ignored;
    socket_.cancel(ignored);
}

void Server::Inside::Connection::allow(Clock::duration time) {
    late_ = false;
    deadline_ = Clock::now() + time;
}

void Server::Inside::Connection::drop(std::size_t bytes) {
    filled_ -= bytes;
    if (filled_ > 0) std::memmove(buffer_.data(), buffer_.data() + bytes, filled_);
}

Awaitable<void> Server::Inside::Connection::serve() {
    auto afterwards = Afterwards::keep_open;
    while (afterwards == Afterwards::keep_open && server_.listens_to_open_connections()) {
        const auto arrival = co_await read_request();
        if (arrival == Arrival::gone) co_return;
        if (arrival != Arrival::whole) {
            const int status = static_cast<int>(arrival);
            co_await refuse(server_.failed(status, Method::get, Afterwards::close));
            co_return;
        }
        afterwards = co_await work();
    }
    if (filled_ > 0) co_await leave();
}

Awaitable<Arrival> Server::Inside::Connection::read_request() {
    head_ = {};
    const auto arrival = co_await read_head();
    if (arrival != Arrival::whole) co_return arrival;
    head_.request.peer = peer_;
    if (!head_.chunked && head_.content_length == 0) co_return Arrival::whole;
    co_return co_await read_body();
}

Awaitable<Arrival> Server::Inside::Connection::read_head() {
    doing_ = filled_ == 0 ? Doing::waiting : Doing::working;
    allow(server_.stopping ? longest_wait_when_handing_over : server_.options.idle_timeout);
    if (filled_ == 0 && !co_await fill()) co_return Arrival::gone;
    doing_ = Doing::working;
    allow(server_.options.read_timeout);
    for (;;) {
        while (unread().starts_with("\r\n")) drop(2); // RFC 9112, section 2.2
        const auto end = find_head_end(unread());
        if (end.state == HeadEnd::State::malformed) co_return Arrival::malformed;
        if (end.state == HeadEnd::State::complete) co_return understand_head(end.length);
        if (filled_ == buffer_.size()) co_return Arrival::long_head;
        if (!co_await fill()) co_return filled_ == 0 ? Arrival::gone : broken_off();
    }
}

Arrival Server::Inside::Connection::understand_head(std::size_t length) {
    auto head = http::read_head(unread().substr(0, length));
    if (!head) return Arrival::malformed;
    head_ = std::move(*head);
    drop(length);
    return Arrival::whole;
}

Awaitable<Arrival> Server::Inside::Connection::read_body() {
    const auto limit = server_.options.body_limit(head_.request);
    BodyReader reader(head_, limit);
    const auto end = Clock::now() + server_.options.upload_timeout;
    for (;;) {
        if (!make_room(limit)) co_return Arrival::no_room;
        auto bytes = unread();
        const auto progress = reader.read(bytes, head_.request.body);
        drop(filled_ - bytes.size());
        switch (progress) {
        case BodyReader::Progress::complete: co_return Arrival::whole;
        case BodyReader::Progress::malformed: co_return Arrival::malformed;
        case BodyReader::Progress::too_large: co_return Arrival::too_large;
        case BodyReader::Progress::more: break;
        }
        if (std::exchange(head_.expects_continue, false)) co_await ask_for_body();
        allow(std::min<Clock::duration>(server_.options.read_timeout, end - Clock::now()));
        if (!co_await fill()) co_return broken_off();
    }
}

/// For what was read from the socket, as if all of it were body.
bool Server::Inside::Connection::make_room(std::size_t body_limit) {
    const std::size_t most =
        head_.chunked ? body_limit : std::min<std::uint64_t>(body_limit, head_.content_length);
    return room_.grow(std::min(head_.request.body.size() + filled_, most), most);
}

Awaitable<void> Server::Inside::Connection::ask_for_body() {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    Error ignored; // a broken connection shows when the body is read
    co_await asio::async_write(socket_, asio::buffer(go_on),
                               asio::redirect_error(awaiting, ignored));
}

/// Reads what has come; false when the client is gone or the time is up.
Awaitable<bool> Server::Inside::Connection::fill() {
    Error error;
    const auto room = asio::buffer(buffer_.data() + filled_, buffer_.size() - filled_);
    const auto count =
        co_await socket_.async_read_some(room, asio::redirect_error(awaiting, error));
    filled_ += count;
    co_return !error;
}

Awaitable<Afterwards> Server::Inside::Connection::work() {
    deadline_ = Clock::time_point::max();
    co_await asio::post(asio::bind_executor(server_.workers.get_executor(), awaiting));
    const auto reply = server_.answer(head_);
    co_await asio::post(asio::bind_executor(server_.io.get_executor(), awaiting));
    room_.end(); // a client may take its time to read the answer
    const bool sent = co_await send(reply);
    co_return sent ? reply.afterwards : Afterwards::close;
}

Awaitable<bool> Server::Inside::Connection::send(const Reply& reply) {
    std::string_view head = reply.head, body = reply.body;
    Error error;
    if (reply.file) co_return co_await send_file(reply.head, *reply.file);
    while (!error && !(head.empty() && body.empty())) {
        const auto some = body.substr(0, piece);
        const std::array<asio::const_buffer, 2> parts = {asio::buffer(head), asio::buffer(some)};
        allow(server_.options.read_timeout);
        co_await asio::async_write(socket_, parts, asio::redirect_error(awaiting, error));
        head = {};
        body.remove_prefix(some.size());
    }
    co_return !error;
}

/// A piece is read when the one before has gone: however large the file, this is what it takes.
Awaitable<bool> Server::Inside::Connection::send_file(const std::string& head,
                                                      const FileBody& file) {
    std::string some = head;
    std::size_t read = 0;
    Error error;
    while (!error && !some.empty()) {
        allow(server_.options.read_timeout);
        co_await asio::async_write(socket_, asio::buffer(some),
                                   asio::redirect_error(awaiting, error));
        some = file.read(read, piece);
        read += some.size();
    }
    co_return !error;
}

Awaitable<void> Server::Inside::Connection::refuse(Reply why) {
    doing_ = Doing::working;
    room_.end();
    const bool sent = co_await send(why);
    if (sent) co_await leave();
}

/// Closing while the client still sends would throw away the answer on its way to it.
Awaitable<void> Server::Inside::Connection::leave() {
    Error ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    doing_ = Doing::leaving;
    allow(server_.stopping ? longest_hearing_when_stopping : longest_hearing);
    bool more = true;
    for (std::size_t heard = 0; more && heard < most_heard; heard += filled_) {
        filled_ = 0;
        more = co_await fill();
    }
}

namespace {

std::size_t room_for_connections(std::size_t wanted) {
    constexpr auto others = other_files + turned_away_at_once;
    const auto files = allow_open_files(wanted + others);
    return std::min(wanted, files > others ? files - others : 1);
}

} // namespace
} // namespace openmasa::http
