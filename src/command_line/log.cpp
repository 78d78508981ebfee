#include "command_line/log.hpp"
#include "command_line/command.hpp"
#include "kernel/json.hpp"
#include <fmt/format.h>
#include <unistd.h>

namespace openmasa::command_line {
namespace {

JsonWriter begin(std::string_view event) {
    JsonWriter line(JsonWriter::Style::compact);
    line.begin_object().pair("at", std::string_view(iso(clock_now()))).pair("event", event);
    return line;
}

/// One write a line, so that lines of several threads never mix.
void end(JsonWriter& line) {
    line.end_object();
    const auto text = line.text() + "\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

} // namespace

void log_request(const Answered& answered) {
    auto line = begin("request");
    line.pair("method", answered.route && answered.route->method == Method::Post ? "POST" : "GET");
    line.pair("route", answered.route ? answered.route->pattern : "none");
    line.pair("status", answered.status);
    line.key("ms").value(answered.took.count() / 1000);
    line.pair("statements", answered.statements);
    end(line);
}

void log_fault(std::string_view route, const std::exception& fault) {
    auto line = begin("fault");
    line.pair("route", route).pair("what", fault.what());
    end(line);
}

void log_event(std::string_view event) {
    auto line = begin(event);
    end(line);
}

} // namespace openmasa::command_line
