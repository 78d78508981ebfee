#pragma once
// From a request to a page: assets, the route, who is asking, whether they may, the form's token,
// the handler, the headers that every answer carries. Forbidden and missing are the same page.
#include "core/routing/route.hpp"
#include "kernel/day.hpp"
#include <functional>
#include <string>
#include <vector>

namespace openmasa {

struct RouterOptions {
    Settings settings;
    /// Cookies are Secure and browsers are told to keep to TLS.
    bool secure = false;
    std::function<Moment()> clock;
    Randomness* randomness = nullptr;
    /// The day taken for today; unset: London's day at clock().
    std::optional<Day> today;
    /// Told when a request ran more statements than its route's budget.
    std::function<void(const Route&, int statements)> on_over_budget;
};

class Router {
public:
    Router(RouterOptions options, std::vector<Module> modules);

    http::Response answer(http::Request& request, store::Db& db) const;
    /// A page for what never reached a handler (400, 408, 413, 431, 500, 503).
    http::Response failure(int status) const;
    const std::vector<Module>& modules() const { return modules_; }

private:
    struct Found {
        const Route* route = nullptr;
        http::Captures captures;
    };
    Found find(const http::Request& request) const;
    http::Response to_asset(const http::Request& request) const;
    http::Response to_route(http::Request& request, store::Db& db, const Found& found) const;
    http::Response to_handler(Context& context, const Found& found) const;
    void check_budget(const Route& route, int statements) const;

    RouterOptions options_;
    std::vector<Module> modules_;
};

} // namespace openmasa
