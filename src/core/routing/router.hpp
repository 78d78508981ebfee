#pragma once
// From a request to a page: assets, the route, who is asking, whether they may, the form's token,
// the handler, the headers that every answer carries. Forbidden and missing are the same page.
#include "core/routing/route.hpp"
#include "kernel/day.hpp"
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace openmasa {

/// One answer of a route; `route` is null when nothing was at the address.
struct Answered {
    const Route* route = nullptr;
    int status = 0;
    int statements = 0;
    std::chrono::microseconds took{};
};

struct RouterOptions {
    /// Cookies are Secure and browsers are told to keep to TLS.
    bool secure = false;
    std::function<Moment()> clock;
    Randomness* randomness = nullptr;
    /// The day taken for today; unset: London's day at clock().
    std::optional<Day> today;
    /// Told when a request ran more statements than its route's budget.
    std::function<void(const Route&, int statements)> on_over_budget;
    /// Told of every answer that is not an asset, on the thread that made it.
    std::function<void(const Answered&)> on_answer;
    /// Where files are kept, and what can be asked of the workers.
    const files::Storage* storage = nullptr;
    const std::vector<jobs::Kind>* job_kinds = nullptr;
    /// How a proxy that has signed people in says who they are; null where none does.
    const accounts::OutsideDoor* outside_door = nullptr;
};

/// Behind the proxy that adds TLS every peer is that proxy; the last address in what it forwards is
/// the one it saw itself. Anything before that is only what somebody said.
std::string forwarded_for(const http::Request& request);

class Router {
public:
    Router(RouterOptions options, std::vector<Module> modules);

    http::Response answer(http::Request& request, store::Db& db) const;
    /// A stylesheet or a picture, which needs no records; nothing when the request is for a page.
    std::optional<http::Response> asset(const http::Request& request) const;
    /// A page for what never reached a handler (400, 408, 413, 431, 500, 503).
    http::Response failure(int status) const;
    /// A page for what ended in a fault; what was typed is on it, to be copied.
    http::Response failure(int status, http::Request& request) const;
    /// "/welcome/{secret}": what a log may say about where a request went.
    std::string_view pattern_of(const http::Request& request) const;
    const std::vector<Module>& modules() const { return modules_; }

private:
    struct Found {
        const Route* route = nullptr;
        const Module* module = nullptr;
        http::Captures captures;
    };
    Found find(const http::Request& request) const;
    http::Response to_asset(const http::Request& request) const;
    http::Response to_route(http::Request& request, store::Db& db, const Found& found) const;
    http::Response to_person(Context& context, const Found& found) const;
    http::Response to_program(Context& context, const Found& found) const;
    http::Response to_page(Context& context, const Found& found) const;
    void look_back(Context& context, const Found& found) const;
    http::Response to_handler(Context& context, const Found& found) const;
    void look_as(Context& context) const;
    void record_reading(Context& context, const http::Response& response) const;
    void check_budget(const Route& route, int statements) const;
    void tell(const Answered& answered) const;

    RouterOptions options_;
    std::vector<Module> modules_;
    restriction::AllKinds kinds_;
};

} // namespace openmasa
