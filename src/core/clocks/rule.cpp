#include "core/clocks/rule.hpp"
#include "kernel/text.hpp"
#include <cstdlib>
#include <fmt/format.h>

namespace openmasa::clocks {
namespace {

std::string_view unit_noun(Unit unit) {
    switch (unit) {
    case Unit::working_days: return "working day";
    case Unit::days: return "day";
    case Unit::hours: return "hour";
    case Unit::weeks: return "week";
    case Unit::months: return "month";
    case Unit::years: return "year";
    case Unit::end_of_september: break;
    }
    return "";
}

} // namespace

std::string spoken_length(const Rule& rule) {
    if (rule.unit == Unit::end_of_september) return "by 30 September after";
    return fmt::format("{} {}", counted(std::abs(rule.amount), unit_noun(rule.unit)),
                       rule.amount < 0 ? "before" : "after");
}

std::string_view to_text(Unit unit) {
    switch (unit) {
    case Unit::working_days: return "working days";
    case Unit::days: return "days";
    case Unit::hours: return "hours";
    case Unit::weeks: return "weeks";
    case Unit::months: return "months";
    case Unit::years: return "years";
    case Unit::end_of_september: return "end of September";
    }
    return "";
}

std::string_view to_text(Certainty certainty) {
    switch (certainty) {
    case Certainty::read: return "read";
    case Certainty::check: return "check";
    case Certainty::local: return "local";
    }
    return "";
}

bool from_text(std::string_view text, Unit& unit) {
    for (auto one : all_units)
        if (to_text(one) == text) {
            unit = one;
            return true;
        }
    return false;
}

bool from_text(std::string_view text, Certainty& certainty) {
    for (auto one : all_certainties)
        if (to_text(one) == text) {
            certainty = one;
            return true;
        }
    return false;
}

std::string_view caution(Certainty certainty) {
    switch (certainty) {
    case Certainty::read: return "";
    case Certainty::check: return "Check against current guidance.";
    case Certainty::local: return "A local rule.";
    }
    return "";
}

} // namespace openmasa::clocks
