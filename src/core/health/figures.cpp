#include "core/health/figures.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::health {
namespace {

std::string label(const Route* route) {
    if (!route) return R"(route="none")";
    return fmt::format(R"(method="{}",route="{}")", route->method == Method::Get ? "GET" : "POST",
                       route->pattern);
}

double seconds(std::chrono::microseconds time) {
    return static_cast<double>(time.count()) / 1e6;
}

void begin(std::string& text, std::string_view name, std::string_view help, std::string_view kind) {
    text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
}

std::uint64_t total(const auto& numbers) {
    std::uint64_t sum = 0;
    for (const auto& number : numbers) sum += number;
    return sum;
}

} // namespace

RequestFigures::RequestFigures(const std::vector<Module>& modules) : in_order_{nullptr} {
    for (const auto& module : modules)
        for (const auto& route : module.routes) in_order_.push_back(&route);
    for (const auto* route : in_order_) counts_.emplace(route, std::make_unique<Counts>());
}

void RequestFigures::count(const Answered& answered) {
    auto& counts = *counts_.at(answered.route);
    ++counts.by_class.at(static_cast<std::size_t>(std::clamp(answered.status / 100, 0, 5)));
    const auto bucket = std::ranges::lower_bound(buckets, answered.took) - buckets.begin();
    ++counts.by_time.at(static_cast<std::size_t>(bucket));
    counts.microseconds += static_cast<std::uint64_t>(answered.took.count());
    counts.statements += static_cast<std::uint64_t>(answered.statements);
}

std::string RequestFigures::text() const {
    Texts texts;
    begin(texts.requests, "openmasa_requests_total", "Requests by route and class of answer.",
          "counter");
    begin(texts.times, "openmasa_request_seconds", "How long answers took to make.", "histogram");
    begin(texts.statements, "openmasa_statements_total", "Statements run by the database.",
          "counter");
    for (const auto* route : in_order_) append(texts, route);
    begin(texts.statements, "openmasa_faults_total", "Faults of the database or the program.",
          "counter");
    return texts.requests + texts.times + texts.statements +
           fmt::format("openmasa_faults_total {}\n", faults_.load());
}

void RequestFigures::append(Texts& texts, const Route* route) const {
    const auto& counts = *counts_.at(route);
    const auto answered = total(counts.by_time);
    if (answered == 0) return;
    const auto where = label(route);
    for (std::size_t hundred = 1; hundred < counts.by_class.size(); ++hundred)
        if (const auto count = counts.by_class[hundred].load())
            texts.requests += fmt::format("openmasa_requests_total{{{},status=\"{}xx\"}} {}\n",
                                          where, hundred, count);
    std::uint64_t within = 0;
    for (std::size_t at = 0; at < buckets.size(); ++at)
        texts.times += fmt::format("openmasa_request_seconds_bucket{{{},le=\"{}\"}} {}\n", where,
                                   seconds(buckets[at]), within += counts.by_time[at]);
    texts.times += fmt::format("openmasa_request_seconds_bucket{{{0},le=\"+Inf\"}} {1}\n"
                               "openmasa_request_seconds_sum{{{0}}} {2}\n"
                               "openmasa_request_seconds_count{{{0}}} {1}\n",
                               where, answered, static_cast<double>(counts.microseconds) / 1e6);
    texts.statements +=
        fmt::format("openmasa_statements_total{{{}}} {}\n", where, counts.statements.load());
}

std::string text_of(const std::vector<Gauge>& gauges) {
    std::string text;
    for (const auto& gauge : gauges) {
        begin(text, gauge.name, gauge.help, "gauge");
        text += fmt::format("{} {}\n", gauge.name, gauge.value());
    }
    return text;
}

} // namespace openmasa::health
