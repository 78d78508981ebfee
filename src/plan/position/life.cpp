#include "plan/position/life.hpp"
#include <algorithm>
#include <cassert>

namespace openmasa::position {

bool is_same(const Stand& one, const Stand& other) {
    return one.state == other.state && one.joined_to == other.joined_to &&
           one.withdrawn == other.withdrawn;
}

bool counts_by_itself(const Stand& stand) {
    return !stand.withdrawn && !stand.joined_to;
}
bool is_outstanding(const Stand& stand) {
    return counts_by_itself(stand) && recommendations::is_outstanding(stand.state);
}
bool waits_for_decision(const Stand& stand) {
    return counts_by_itself(stand) && stand.state == State::proposed;
}

void add_stand(std::vector<Stand>& stands, const Stand& stand) {
    while (!stands.empty() && stands.back().from >= stand.from) stands.pop_back();
    if (stands.empty() || !is_same(stands.back(), stand)) stands.push_back(stand);
}

const Stand* stand_on(const Life& life, Day day) {
    const auto after = std::ranges::upper_bound(life.stands, day, {}, &Stand::from);
    return after == life.stands.begin() ? nullptr : &*std::prev(after);
}

Day accepted_since(const Life& life) {
    assert(recommendations::is_outstanding(stand_now(life).state));
    auto at = life.stands.size() - 1;
    while (at > 0 && recommendations::is_outstanding(life.stands[at - 1].state)) --at;
    return life.stands[at].from;
}

std::vector<Step> steps_after(const Life& life, Day then) {
    std::vector<Step> steps;
    for (std::size_t at = 0; at < life.stands.size(); ++at)
        if (life.stands[at].from > then)
            steps.push_back({at == 0 ? nullptr : &life.stands[at - 1], &life.stands[at]});
    return steps;
}

} // namespace openmasa::position
