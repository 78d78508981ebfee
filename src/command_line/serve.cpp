#include "command_line/command.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/sessions.hpp"
#include "core/routing/router.hpp"
#include "modules.hpp"
#include "store/fault.hpp"
#include "web/http/server.hpp"
#include <charconv>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <thread>

namespace openmasa::command_line {
namespace {

struct ServeOptions {
    Common common;
    std::string listen = "127.0.0.1:8080";
    std::string today;
    unsigned workers = 8;
    bool behind_tls = false;
};

struct Address {
    std::string host;
    std::uint16_t port = 0;
};

std::optional<Address> read_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == text.npos) return std::nullopt;
    Address address{text.substr(0, colon), 0};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, address.port);
    if (read.ec != std::errc() || read.ptr != end || address.host.empty()) return std::nullopt;
    return address;
}

/// A plan may be uploaded, by somebody who at least looks signed in (who it is is asked later);
/// nothing else that people send is large.
std::size_t body_limit(const http::Request& request) {
    constexpr std::size_t upload = 32u << 20, form = 256u << 10;
    const bool may_upload = request.path == "/plans/import" && sessions::has_cookie(request);
    return may_upload ? upload : form;
}

int status_for(const store::Fault& fault) {
    switch (fault.kind()) {
    case store::Fault::Kind::full: return 507;
    case store::Fault::Kind::busy:
    case store::Fault::Kind::conflict:
    case store::Fault::Kind::away: return 503;
    case store::Fault::Kind::read_only:
    case store::Fault::Kind::damaged:
    case store::Fault::Kind::unsuitable:
    case store::Fault::Kind::constraint:
    case store::Fault::Kind::other: return 500;
    }
    return 500;
}

/// The log names the route and the fault, never what anybody wrote: a path may be a secret.
void log_fault(std::string_view route, const std::exception& fault) {
    std::cerr << fmt::format("{} fault at {}: {}\n", iso(clock_now()), route, fault.what());
}

class Answering {
public:
    Answering(store::Database& database, const Router& router)
        : database_(database), router_(router) {}

    http::Response operator()(http::Request& request) const {
        if (auto asset = router_.asset(request)) return std::move(*asset);
        thread_local std::unique_ptr<store::Db> db;
        try {
            if (!db) db = std::make_unique<store::Db>(database_);
            return router_.answer(request, *db);
        } catch (const store::Fault& fault) {
            db.reset(); // its connection may be the trouble
            log_fault(router_.pattern_of(request), fault);
            return router_.failure(status_for(fault), request);
        }
    }

private:
    store::Database& database_;
    const Router& router_;
};

Router make_router(store::Db& db, const ServeOptions& options) {
    auto settings = read_settings(db);
    db.finish(); // held open, it would keep the log from being checkpointed for as long as we serve
    RouterOptions router{.settings = std::move(settings),
                         .secure = options.behind_tls,
                         .clock = clock_now,
                         .randomness = &system_randomness(),
                         .today = day_from_iso(options.today)};
    return Router(std::move(router), modules());
}

int serve(const ServeOptions& options) {
    const auto address = read_address(options.listen);
    if (!address || (!options.today.empty() && !day_from_iso(options.today))) {
        std::cerr << "Write --listen as ADDRESS:PORT (127.0.0.1:8080) and --today as 2026-01-31.\n";
        return Exit::usage;
    }
    Open open(options.common.database);
    const auto router = make_router(open.db, options);
    http::ServerOptions server_options{
        .address = address->host, .port = address->port, .workers = options.workers};
    server_options.body_limit = body_limit;
    server_options.failure = [&](int status) { return router.failure(status); };
    server_options.on_exception = [&](const http::Request& request, const std::exception& fault) {
        log_fault(router.pattern_of(request), fault);
    };
    http::Server server(std::move(server_options), Answering(open.database, router));
    std::cout << fmt::format("OpenMASA serves http://{}:{}\n", address->host, server.port())
              << std::flush;
    server.run();
    return Exit::done;
}

} // namespace

void add_serve(CLI::App& app, Chosen& chosen) {
    auto* command = app.add_subcommand("serve", "Serve the pages until stopped");
    auto options = std::make_shared<ServeOptions>();
    add_database_option(*command, options->common);
    command->add_option("--listen", options->listen, "ADDRESS:PORT")->capture_default_str();
    command->add_option("--workers", options->workers, "Pages made at the same time")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_flag("--behind-tls", options->behind_tls,
                      "People reach it over https: cookies are then Secure");
    command->add_option("--today", options->today,
                        "Show everything as if today were this day (YYYY-MM-DD)");
    command->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

} // namespace openmasa::command_line
