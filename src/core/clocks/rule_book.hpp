#pragma once
// All rules together: those that the program brings, and those that the partnership added. A row
// that was added takes the place of one with the same name and first day; a later one ends the one
// before. Rules for one group stand beside the rule for all.
#include "core/clocks/rule.hpp"
#include <span>
#include <vector>

namespace openmasa::clocks {

/// What the program brings, from the guidance itself (docs: the clause of each).
std::span<const Rule> built_in_rules();

class RuleBook {
public:
    RuleBook() : RuleBook(std::span<const Rule>{}) {}
    explicit RuleBook(std::span<const Rule> added);

    /// Those of one name stand together, in the order of their beginning; a group's own after them.
    std::span<const Rule> rules() const { return rules_; }
    /// Each name once, in their order.
    std::vector<std::string_view> names() const;
    /// The one of that name in force on `day`; if none was yet, the earliest there is. The group's
    /// own wins once it is in force.
    const Rule* find(std::string_view name, Day day,
                     const std::optional<OwnerId>& group = {}) const;

private:
    void put(const Rule& added);
    void end_each_where_the_next_begins();

    std::vector<Rule> rules_;
};

} // namespace openmasa::clocks
