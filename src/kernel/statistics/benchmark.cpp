#include "kernel/statistics/benchmark.hpp"

namespace openmasa::statistics {

Comparison compare(const Estimate& estimate, double benchmark, Polarity polarity) {
    const bool higher = estimate.lower > benchmark, lower = estimate.upper < benchmark;
    if (!higher && !lower) return Comparison::similar;
    if (polarity == Polarity::no_judgement) return higher ? Comparison::higher : Comparison::lower;
    return higher == (polarity == Polarity::high_is_good) ? Comparison::better : Comparison::worse;
}

std::string_view words(Comparison comparison) {
    switch (comparison) {
    case Comparison::lower: return "lower";
    case Comparison::similar: return "similar";
    case Comparison::higher: return "higher";
    case Comparison::worse: return "worse";
    case Comparison::better: return "better";
    }
    return "";
}

} // namespace openmasa::statistics
