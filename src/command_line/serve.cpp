#include "command_line/background.hpp"
#include "command_line/command.hpp"
#include "command_line/log.hpp"
#include "command_line/monitoring.hpp"
#include "command_line/systemd.hpp"
#include "core/access/secret.hpp"
#include "core/accounts/housekeeping.hpp"
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/sessions.hpp"
#include "core/audit/daily_checkpoints.hpp"
#include "core/health/figures.hpp"
#include "core/routing/router.hpp"
#include "kernel/text.hpp"
#include "modules.hpp"
#include "plan/all_versions.hpp"
#include "store/fault.hpp"
#include "web/http/pattern.hpp"
#include "web/http/server.hpp"
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <thread>

namespace openmasa::command_line {
namespace {

struct ServeOptions {
    Common common;
    std::string listen = "127.0.0.1:8080";
    std::string today;
    std::string metrics;
    /// Where people reach the program; links in mails start with it.
    std::string public_address;
    /// The file with the secret by which a proxy proves that it has signed people in.
    std::string outside_secret_file;
    std::vector<std::string> outside_second_step;
    unsigned workers = 8;
    bool behind_tls = false;
    bool log_requests = false;
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

/// A plan and evidence may be uploaded, by somebody who at least looks signed in (who it is is
/// asked later); nothing else that people send is large.
std::size_t body_limit(const http::Request& request) {
    constexpr std::size_t upload = 32u << 20, form = 256u << 10;
    const bool takes_files = request.path == "/plans/import" ||
                             request.path == "/indicators/import" ||
                             http::match("/actions/{id}/evidence", request.path).has_value();
    return takes_files && sessions::has_cookie(request) ? upload : form;
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

class Answering {
public:
    Answering(store::Database& database, const Router& router, health::RequestFigures& figures)
        : database_(database), router_(router), figures_(figures) {}

    http::Response operator()(http::Request& request) const {
        if (auto asset = router_.asset(request)) return std::move(*asset);
        thread_local std::unique_ptr<store::Db> db;
        try {
            if (!db) db = std::make_unique<store::Db>(database_);
            return router_.answer(request, *db);
        } catch (const store::Fault& fault) {
            db.reset(); // its connection may be the trouble
            figures_.count_fault();
            log_fault(router_.pattern_of(request), fault);
            return router_.failure(status_for(fault), request);
        }
    }

private:
    store::Database& database_;
    const Router& router_;
    health::RequestFigures& figures_;
};

/// What pages and workers share.
struct WorkPlace {
    files::Storage storage;
    std::optional<accounts::OutsideDoor> outside_door;
    std::vector<jobs::Kind> kinds = job_kinds();
};

/// The door for those whom a proxy has signed in; none when no file was named. Refused when the
/// file cannot be read or holds what could be guessed.
Result<std::optional<accounts::OutsideDoor>> read_outside_door(const ServeOptions& options) {
    if (options.outside_secret_file.empty()) return std::optional<accounts::OutsideDoor>();
    std::ifstream file(options.outside_secret_file);
    std::string secret{std::istreambuf_iterator<char>(file), {}};
    secret = trimmed(secret);
    if (!file || secret.size() < accounts::shortest_outside_secret)
        return invalid("",
                       fmt::format("{} must hold a secret of at least {} characters.",
                                   options.outside_secret_file, accounts::shortest_outside_secret));
    return std::optional(accounts::OutsideDoor{.secret = std::move(secret),
                                               .with_second_step = options.outside_second_step});
}

Router make_router(const ServeOptions& options, const WorkPlace& work,
                   health::RequestFigures& figures) {
    RouterOptions router{.secure = options.behind_tls,
                         .clock = clock_now,
                         .randomness = &system_randomness(),
                         .today = day_from_iso(options.today),
                         .storage = &work.storage,
                         .job_kinds = &work.kinds,
                         .outside_door = work.outside_door ? &*work.outside_door : nullptr};
    router.on_answer = [&figures, log = options.log_requests](const Answered& answered) {
        figures.count(answered);
        if (log) log_request(answered);
    };
    return Router(std::move(router), modules());
}

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The program's own acts: nobody asked for them.
Scope own_scope(const ServeOptions& options) {
    auto scope = scope_now();
    scope.known_as = "OpenMASA";
    scope.from = "the program itself";
    if (const auto today = day_from_iso(options.today)) scope.today = *today;
    return scope;
}

BackgroundOptions background_options(const ServeOptions& options,
                                     std::optional<notices::MailSettings> mail,
                                     const http::Server& server, const std::string& host,
                                     const WorkPlace& work) {
    auto address = options.public_address;
    if (address.empty()) address = fmt::format("http://{}:{}", host, server.port());
    while (address.ends_with('/')) address.pop_back();
    return {.mail = std::move(mail),
            .address = std::move(address),
            .kinds = work.kinds,
            .restrictable = restrictable(modules()),
            .storage = &work.storage,
            .prepare = [](store::Db& db) { (void)plan::all_versions(db); },
            .now = [&options] { return own_scope(options); },
            .on_fault = log_fault};
}

http::ServerOptions server_options(const ServeOptions& options, const Address& address,
                                   const Router& router) {
    http::ServerOptions server{
        .address = address.host, .port = address.port, .workers = options.workers};
    server.inherited_socket = systemd::inherited_socket();
    server.body_limit = body_limit;
    server.failure = [&](int status) { return router.failure(status); };
    server.on_exception = [&](const http::Request& request, const std::exception& fault) {
        log_fault(router.pattern_of(request), fault);
    };
    return server;
}

bool is_understood(const ServeOptions& options) {
    const bool has_day = options.today.empty() || day_from_iso(options.today);
    const bool has_metrics = options.metrics.empty() || read_address(options.metrics);
    if (read_address(options.listen) && has_day && has_metrics) return true;
    std::cerr << "Write --listen and --metrics as ADDRESS:PORT (127.0.0.1:8080) and --today as "
                 "2026-01-31.\n";
    return false;
}

/// Signs the audit log while we serve, and once more at the end.
std::unique_ptr<audit::DailyCheckpoints> start_checkpoints(Open& open, const std::string& address) {
    auto key = audit::open_signing_key(open.db, scope_now(), audit::signing_key_path(address));
    const auto tell = [](const std::string& why) {
        log_fault("audit log", std::runtime_error(why));
    };
    return std::make_unique<audit::DailyCheckpoints>(
        open.database, std::move(key),
        audit::DailyCheckpoints::Options{.clock = clock_now, .on_refusal = tell});
}

int serve(const ServeOptions& options) {
    if (!is_understood(options)) return Exit::usage;
    auto mail = notices::read_mail_settings(from_environment);
    if (!mail) return refuse(mail.refusal());
    auto outside_door = read_outside_door(options);
    if (!outside_door) return refuse(outside_door.refusal());
    Open open(options.common.database);
    const WorkPlace work{.storage = files::Storage(files::storage_folder(options.common.database)),
                         .outside_door = std::move(outside_door).value()};
    work.storage.check_place();
    (void)accounts::tidy_up(open.db, clock_now());
    health::RequestFigures figures(modules());
    const auto router = make_router(options, work, figures);
    const auto address = *read_address(options.listen);
    http::Server server(server_options(options, address, router),
                        Answering(open.database, router, figures));
    const auto checkpoints = start_checkpoints(open, options.common.database);
    std::optional<Monitoring> monitoring;
    if (const auto at = read_address(options.metrics)) {
        monitoring.emplace(at->host, at->port, open.database, figures);
        std::cout << fmt::format("Figures at http://{}:{}/metrics\n", at->host, monitoring->port());
    }
    std::cout << fmt::format("OpenMASA serves http://{}:{}\n", address.host, server.port())
              << std::flush;
    if (const auto day = rehearsed_day())
        std::cerr << "Today is " << spoken(*day) << ", as OPENMASA_TODAY says: to rehearse only.\n";
    log_event("started");
    systemd::notify("READY=1");
    open.db.finish(); // nobody reads by it any more
    const Background background(open.database, background_options(options, std::move(mail).value(),
                                                                  server, address.host, work));
    server.run();
    systemd::notify("STOPPING=1");
    log_event("stopped");
    return Exit::done;
}

} // namespace

void add_serve(Command& app, Chosen& chosen) {
    auto* command = app.add_subcommand("serve", "Serve the pages until stopped");
    auto options = std::make_shared<ServeOptions>();
    options->public_address = from_environment("OPENMASA_ADDRESS");
    add_database_option(*command, options->common);
    command->add_option("--listen", options->listen, "ADDRESS:PORT")->capture_default_str();
    command->add_option("--workers", options->workers, "Pages made at the same time")
        ->within(1, 256)
        ->capture_default_str();
    command->add_option("--metrics", options->metrics,
                        "ADDRESS:PORT for figures that a monitoring system reads");
    command->add_flag("--log-requests", options->log_requests,
                      "A line for every request: its route, never its address or words");
    command->add_flag("--behind-tls", options->behind_tls,
                      "People reach it over https: cookies are then Secure");
    command->add_option("--address", options->public_address,
                        "Where people reach the program (https://masa.example.org); links in mails "
                        "start with it [$OPENMASA_ADDRESS]");
    command->add_option("--outside-identity-secret-file", options->outside_secret_file,
                        "The secret by which a proxy that signs people in proves that it is ours");
    command->add_option("--outside-second-step", options->outside_second_step,
                        "An issuer that asks for a second step itself; may be repeated");
    command->add_option("--today", options->today,
                        "Show everything as if today were this day (YYYY-MM-DD)");
    command->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

} // namespace openmasa::command_line
