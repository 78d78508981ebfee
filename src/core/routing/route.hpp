#pragma once
// A feature's table of contents: method, path, permission, handler, and how many statements the
// page may run. A route that leaves one out does not compile.
#include "core/access/role.hpp"
#include "core/routing/context.hpp"
#include <span>

namespace openmasa {

enum class Method { Get, Post };

/// The most statements that one request to a route may run, so that no page grows slow with its
/// data. A test fails when one runs more.
struct Budget {
    int statements;
};

struct Route {
    Method method;
    std::string_view pattern;
    Permission permission;
    http::Response (*handler)(Context&);
    Budget budget;

    constexpr Route(Method its_method, std::string_view its_pattern, Permission its_permission,
                    http::Response (*its_handler)(Context&), Budget its_budget)
        : method(its_method), pattern(its_pattern), permission(its_permission),
          handler(its_handler), budget(its_budget) {}
};

struct Module {
    std::string_view name;
    std::span<const Route> routes;
};

} // namespace openmasa
