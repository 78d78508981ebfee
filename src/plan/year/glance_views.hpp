#pragma once
// The year at a glance, ready to be shown.
#include "plan/year/glance.hpp"
#include "plan/year/picture.hpp"

namespace openmasa::year {

/// A month shows as many of what was done, stopped and falls due, and of every other kind; its own
/// page has all.
inline constexpr int most_of_a_kind = 5, fewest_of_a_kind = 3;

struct GlancePage {
    Picture picture;
    Year year;
    /// Twelve; or the one that the address asks for.
    std::vector<Month> months;
    bool is_one_month = false;

    std::string address(const Year& other) const;
    std::string address(const Month& month) const;
};

Html glance_view(const GlancePage& page);

} // namespace openmasa::year
