#pragma once
// Figures for a monitoring system at an address of their own, which no proxy leads to.
#include "core/health/figures.hpp"
#include "store/db.hpp"
#include "web/http/server.hpp"
#include <optional>
#include <string>
#include <thread>

namespace openmasa::command_line {

/// Serves /metrics while it lives.
class Monitoring {
public:
    /// Throws std::runtime_error, in words, when the address cannot be had.
    Monitoring(const std::string& host, std::uint16_t port, const store::Database& database,
               const health::RequestFigures& figures);
    ~Monitoring();
    std::uint16_t port() const { return server_.port(); }

private:
    http::Response answer(const http::Request& request) const;

    const health::RequestFigures& figures_;
    std::vector<health::Gauge> gauges_;
    http::Server server_;
    std::thread thread_;
};

} // namespace openmasa::command_line
