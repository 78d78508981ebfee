#include "core/health/module.hpp"

namespace openmasa::health {
namespace {

using store::Query;

constexpr Query<std::int64_t()> count_migrations{"health.read", "SELECT count(*) FROM migration"};

/// Fails, and so is answered with 500 or 503, when the records cannot be read.
http::Response show_health(Context& context) {
    http::Response response;
    const bool is_well = context.db.one(count_migrations).value_or(0) > 0;
    response.status = is_well ? 200 : 503;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.body = is_well ? "ok\n" : "no records\n";
    return response;
}

constexpr Route routes[] = {
    {Method::Get, "/health", Permission::anyone, show_health, Budget{3}},
};

} // namespace

Module module() {
    return {.name = "health", .routes = routes};
}

} // namespace openmasa::health
