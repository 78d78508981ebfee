#pragma once
// Agencies by timeliness: how many answers each was asked for, and how they came.
#include "core/access/scope.hpp"
#include "core/terms/words.hpp"
#include "store/db.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::responses {

struct Timeliness {
    OwnerId owner;
    std::string name{};
    /// As standing_on() has it on the reader's day.
    int in_time = 0, answered_late = 0, waits = 0, late = 0;

    int asked() const { return in_time + answered_late + waits + late; }
};
/// By name; one statement. Of those who may read recommendations.
std::vector<Timeliness> timeliness(store::Db& db, const Scope& scope);
/// Of all together.
Timeliness added_up(const std::vector<Timeliness>& all);
/// As bars, each as long as its share of the agency that was asked most, and as a table; nothing
/// where nobody was asked.
Html timeliness_view(const std::vector<Timeliness>& all, const terms::Words& words);

} // namespace openmasa::responses
