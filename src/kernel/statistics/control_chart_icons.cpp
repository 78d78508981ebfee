#include "kernel/statistics/control_chart_icons.hpp"
#include "kernel/statistics/control_chart_rules.hpp"

namespace openmasa::statistics {

Variation variation_of(const Verdict& latest) {
    const bool high = direction(latest.rule) > 0;
    switch (latest.signal) {
    case Signal::improvement:
        return high ? Variation::improvement_high : Variation::improvement_low;
    case Signal::concern: return high ? Variation::concern_high : Variation::concern_low;
    case Signal::neutral_high: return Variation::neither_high;
    case Signal::neutral_low: return Variation::neither_low;
    case Signal::common_cause: break;
    }
    return Variation::common_cause;
}

Assurance assurance_of(const Phase& latest, double target, Polarity polarity) {
    if (!latest.limits || polarity == Polarity::no_judgement) return Assurance::not_known;
    const bool above = target > latest.limits->upper, below = target < latest.limits->lower;
    if (!above && !below) return Assurance::hit_and_miss;
    return above == (polarity == Polarity::low_is_good) ? Assurance::consistently_passes
                                                        : Assurance::consistently_fails;
}

std::string_view words(Variation variation) {
    switch (variation) {
    case Variation::common_cause: return "Common cause: no significant change";
    case Variation::improvement_high: return "Special cause: improving, higher values";
    case Variation::improvement_low: return "Special cause: improving, lower values";
    case Variation::concern_high: return "Special cause: concerning, higher values";
    case Variation::concern_low: return "Special cause: concerning, lower values";
    case Variation::neither_high: return "Special cause: higher values, neither good nor bad";
    case Variation::neither_low: return "Special cause: lower values, neither good nor bad";
    }
    return "";
}

std::string_view words(Assurance assurance) {
    switch (assurance) {
    case Assurance::not_known: return "Not known";
    case Assurance::consistently_passes: return "The target will be met, unless something changes";
    case Assurance::consistently_fails:
        return "The target will not be met, unless something changes";
    case Assurance::hit_and_miss: return "The target will be met or missed by chance";
    }
    return "";
}

} // namespace openmasa::statistics
