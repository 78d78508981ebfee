#include "intelligence/indicator.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::intelligence {
namespace {

struct SourceRow {
    std::string_view text, spoken;
};
constexpr SourceRow sources[] = {{"lait", "Local Authority Interactive Tool (DfE)"},
                                 {"ees", "Explore Education Statistics (DfE)"},
                                 {"fingertips", "Fingertips (OHID)"},
                                 {"own", "the partnership's own"}};
constexpr std::string_view measures[] = {"number", "percentage", "rate", "average"};

} // namespace

std::string_view to_text(Source source) {
    return sources[static_cast<std::size_t>(source)].text;
}
bool from_text(std::string_view text, Source& source) {
    const auto* found = std::ranges::find(sources, text, &SourceRow::text);
    if (found == std::end(sources)) return false;
    source = static_cast<Source>(found - std::begin(sources));
    return true;
}
std::string_view spoken(Source source) {
    return sources[static_cast<std::size_t>(source)].spoken;
}

std::string_view to_text(Measure measure) {
    return measures[static_cast<std::size_t>(measure)];
}
bool from_text(std::string_view text, Measure& measure) {
    const auto* found = std::ranges::find(measures, text);
    if (found == std::end(measures)) return false;
    measure = static_cast<Measure>(found - std::begin(measures));
    return true;
}

std::string_view spoken(statistics::Polarity polarity) {
    switch (polarity) {
    case statistics::Polarity::high_is_good: return "High is good";
    case statistics::Polarity::low_is_good: return "Low is good";
    case statistics::Polarity::no_judgement: return "Neither high nor low is good by itself";
    }
    return {};
}

bool is_count(const Definition& is) {
    return is.measure == Measure::number && is.decimals == 0;
}

} // namespace openmasa::intelligence

namespace openmasa::statistics {
namespace {
constexpr std::string_view polarities[] = {"high", "low", "none"};
} // namespace

std::string_view to_text(Polarity polarity) {
    return polarities[static_cast<std::size_t>(polarity)];
}
bool from_text(std::string_view text, Polarity& polarity) {
    const auto* found = std::ranges::find(polarities, text);
    if (found == std::end(polarities)) return false;
    polarity = static_cast<Polarity>(found - std::begin(polarities));
    return true;
}

} // namespace openmasa::statistics
