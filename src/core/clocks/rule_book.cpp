#include "core/clocks/rule_book.hpp"
#include <algorithm>

namespace openmasa::clocks {
namespace {

bool same_series(const Rule& one, const Rule& other) {
    return one.name == other.name && one.group == other.group;
}

/// Where a rule belongs: behind the last of its name, or of its name and group.
bool goes_before(const Rule& one, const Rule& other) {
    if (one.group != other.group) return one.group_name < other.group_name;
    return one.from < other.from;
}

} // namespace

RuleBook::RuleBook(std::span<const Rule> added) {
    const auto built_in = built_in_rules();
    rules_.assign(built_in.begin(), built_in.end());
    for (const auto& rule : added) put(rule);
    end_each_where_the_next_begins();
}

void RuleBook::put(const Rule& added) {
    const auto same = std::ranges::find_if(rules_, [&](const Rule& known) {
        return same_series(known, added) && known.from == added.from;
    });
    if (same != rules_.end()) {
        *same = added;
        return;
    }
    auto place = std::ranges::find(rules_, added.name, &Rule::name);
    while (place != rules_.end() && place->name == added.name && goes_before(*place, added))
        ++place;
    rules_.insert(place, added);
}

void RuleBook::end_each_where_the_next_begins() {
    for (std::size_t at = 0; at + 1 < rules_.size(); ++at) {
        auto& rule = rules_[at];
        const auto& next = rules_[at + 1];
        if (!same_series(rule, next)) continue;
        if (!rule.to || *rule.to >= next.from) rule.to = next.from - std::chrono::days{1};
    }
}

std::vector<std::string_view> RuleBook::names() const {
    std::vector<std::string_view> each;
    for (const auto& rule : rules_)
        if (each.empty() || each.back() != rule.name) each.emplace_back(rule.name);
    return each;
}

const Rule* RuleBook::find(std::string_view name, Day day,
                           const std::optional<OwnerId>& group) const {
    const Rule *found = nullptr, *of_group = nullptr;
    for (const auto& rule : rules_) {
        if (rule.name != name) continue;
        if (!rule.group && (!found || rule.from <= day)) found = &rule;
        if (rule.group && rule.group == group && rule.from <= day) of_group = &rule;
    }
    return of_group ? of_group : found;
}

} // namespace openmasa::clocks
