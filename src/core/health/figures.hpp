#pragma once
// How many requests there were, how they were answered and how long they took, since the program
// started; for a monitoring system. Routes only: never an address, a person or a word.
#include "core/routing/router.hpp"
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace openmasa::health {

/// Counts on many threads at once.
class RequestFigures {
public:
    explicit RequestFigures(const std::vector<Module>& modules);
    void count(const Answered& answered);
    void count_fault() { ++faults_; }
    /// In the text format of Prometheus 0.0.4: openmasa_requests_total, openmasa_request_seconds
    /// (a histogram), openmasa_statements_total and openmasa_faults_total. A route that nobody
    /// asked for is left out.
    std::string text() const;

    /// Upper ends of the histogram's buckets.
    static constexpr std::array<std::chrono::microseconds, 8> buckets = {
        std::chrono::milliseconds(1),   std::chrono::milliseconds(5),
        std::chrono::milliseconds(10),  std::chrono::milliseconds(25),
        std::chrono::milliseconds(50),  std::chrono::milliseconds(100),
        std::chrono::milliseconds(500), std::chrono::milliseconds(2500)};

private:
    struct Texts {
        std::string requests, times, statements;
    };
    struct Counts {
        std::array<std::atomic<std::uint64_t>, 6> by_class{}; // 1xx to 5xx at 1 to 5
        std::array<std::atomic<std::uint64_t>, buckets.size() + 1> by_time{};
        std::atomic<std::uint64_t> microseconds = 0, statements = 0;
    };
    void append(Texts& texts, const Route* route) const;

    std::vector<const Route*> in_order_;
    std::unordered_map<const Route*, std::unique_ptr<Counts>> counts_;
    std::atomic<std::uint64_t> faults_ = 0;
};

/// A figure that is read when it is asked for.
struct Gauge {
    std::string name, help;
    std::function<double()> value;
};
/// The same format, for figures of one value each.
std::string text_of(const std::vector<Gauge>& gauges);

} // namespace openmasa::health
