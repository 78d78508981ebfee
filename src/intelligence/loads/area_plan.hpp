#pragma once
// Which areas a file speaks of: those that are known, by code or, where neither of two has the
// other's code, by name; and those that saving would add.
#include "intelligence/area_store.hpp"
#include "intelligence/loads/reading.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct PlannedArea {
    Area area;
    bool is_new = false;
    /// Codes that a known area does not have yet: scheme and code.
    std::vector<std::pair<std::string, std::string>> new_codes{};
    /// What it was not known to lie in.
    std::optional<AreaNumber> new_within{};
};

class AreaPlan {
public:
    /// New areas get numbers from `next` on.
    AreaPlan(const AreaBook& book, AreaNumber next) : book_(book), next_(next) {}
    /// The place in planned(); nothing for a code that is not known and has no name beside it.
    std::optional<std::size_t> place_of(const AreaSaid& said);
    const std::vector<PlannedArea>& planned() const { return planned_; }

private:
    std::optional<std::size_t> planned_before(const AreaSaid& said) const;
    const Area* known(const AreaSaid& said) const;
    std::size_t plan(Area area, const AreaSaid& said, bool is_new);
    std::optional<AreaNumber> within_of(const AreaSaid& said) const;
    void note_codes(PlannedArea& planned, const AreaSaid& said);

    const AreaBook& book_;
    AreaNumber next_;
    std::vector<PlannedArea> planned_;
    std::map<std::string, std::size_t, std::less<>> by_ons_, by_dfe_;
    std::map<AreaNumber, std::size_t> by_number_;
};

} // namespace openmasa::intelligence
