#include "command_line/monitoring.hpp"
#include "command_line/command.hpp"
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace openmasa::command_line {
namespace {

http::ServerOptions options_for(const std::string& host, std::uint16_t port) {
    http::ServerOptions options;
    options.address = host;
    options.port = port;
    options.workers = 1;
    options.most_connections = 20;
    options.stops_by_signal = false;
    return options;
}

/// Bytes in memory that are this process's alone or shared. Source: proc(5), statm.
double resident_memory() {
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double bytes_of(const std::filesystem::path& path) {
    std::error_code none;
    const auto size = std::filesystem::file_size(path, none);
    return none ? 0 : static_cast<double>(size);
}

double free_bytes(const std::filesystem::path& path) {
    std::error_code failed;
    const auto space = std::filesystem::space(path.parent_path(), failed);
    return failed ? 0 : static_cast<double>(space.available);
}

std::vector<health::Gauge> gauges_of(const std::filesystem::path& file) {
    const double started = static_cast<double>(clock_now().time_since_epoch().count()) / 1000;
    std::vector<health::Gauge> gauges = {
        {"process_start_time_seconds", "When the program started.", [=] { return started; }},
        {"process_resident_memory_bytes", "Memory in use.", resident_memory}};
    if (file.empty()) return gauges; // a server has figures of its own
    gauges.push_back(
        {"openmasa_database_bytes", "Size of the records.", [=] { return bytes_of(file); }});
    gauges.push_back({"openmasa_log_bytes", "Size of the write-ahead log.",
                      [=] { return bytes_of(file.string() + "-wal"); }});
    gauges.push_back({"openmasa_disk_free_bytes", "Room left where the records are.",
                      [=] { return free_bytes(std::filesystem::absolute(file)); }});
    return gauges;
}

} // namespace

Monitoring::Monitoring(const std::string& host, std::uint16_t port, const store::Database& database,
                       const health::RequestFigures& figures)
    : figures_(figures), gauges_(gauges_of(database.file())),
      server_(options_for(host, port), [this](http::Request& request) { return answer(request); }),
      thread_([this] { server_.run(); }) {}

Monitoring::~Monitoring() {
    server_.stop();
    thread_.join();
}

http::Response Monitoring::answer(const http::Request& request) const {
    http::Response response;
    if (request.path != "/metrics") {
        response.status = 404;
        return response;
    }
    response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.body = health::text_of(gauges_) + figures_.text();
    return response;
}

} // namespace openmasa::command_line
