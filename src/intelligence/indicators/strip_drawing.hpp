#pragma once
// The drawing within the rows of a comparison: per cent across and 24 pixels down, a bar with a
// mark for each area and a dotted line at England.
#include "intelligence/indicators/scale.hpp"
#include "intelligence/indicators/views.hpp"

namespace openmasa::intelligence {

class Strip {
public:
    /// The page must outlive it.
    explicit Strip(const IndicatorPage& page);
    const Scale& scale() const { return scale_; }
    /// What stands above the rows, 18 pixels high: the scale's ends and lines, and England.
    Html axis() const;
    /// Lines, interval and mark of one row, as far as it has them; its lines reach so many pixels
    /// up and down from its middle.
    Html row(const Compared& one, int reach) const;

private:
    Html england_words() const;
    Html mark(const Compared& one, bool is_own) const;

    const IndicatorPage& page_;
    Scale scale_;
    std::optional<double> england_;
};

/// "lower", "similar", "higher".
std::string_view word(Beside beside);
/// "better", "worse", by how it stands; empty for similar and where neither way is the better one.
std::string_view judged(Beside beside, statistics::Polarity polarity);
/// As many decimals as the definition says, or as the compared figures have: "39.0" beside "46.7".
std::optional<int> decimals_of(const IndicatorPage& page);

} // namespace openmasa::intelligence
