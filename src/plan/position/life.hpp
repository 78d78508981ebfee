#pragma once
// How recommendations stood over time, as far as they are counted. Pure: from versions to the days
// on which something became another.
#include "plan/recommendation.hpp"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace openmasa::position {

using recommendations::Home;
using recommendations::Kind;
using recommendations::RecommendationId;
using recommendations::State;

/// Where one stood from a day on, until its next stand.
struct Stand {
    Day from{};
    State state = State::proposed;
    /// It says much the same as another one, and stands there.
    std::optional<RecommendationId> joined_to{};
    bool withdrawn = false;
};
/// The same but for the day.
bool is_same(const Stand& one, const Stand& other);
/// Neither withdrawn nor standing with another one: it is counted.
bool counts_by_itself(const Stand& stand);
/// Accepted, something is still to be done or shown, and it counts by itself.
bool is_outstanding(const Stand& stand);
/// Nobody has decided yet, and it counts by itself.
bool waits_for_decision(const Stand& stand);

/// Where it is filed, and by when it is to be carried out.
struct Filed {
    std::optional<Home> home{};
    std::optional<plan::SectionId> priority{};
    /// Of a sector, or of another home.
    std::string home_words{};
    std::optional<Kind> kind{};
    std::optional<Day> due{};
};

/// One recommendation until the day that is asked for.
struct Life {
    RecommendationId id;
    /// In the order of their days, from the day on which it was first there; never empty.
    std::vector<Stand> stands{};
    /// As at the day that is asked for, and the number of the version that says so.
    Filed filed{};
    std::int64_t version = 0;
    /// The earliest day that stands on a source of its own, or the day on which it was first there.
    Day recommended{};
};

/// Adds the next version's stand. A later version says how it was from its day on, whatever was
/// said before of the days after that (decision 11): it takes the place of stands that began then.
void add_stand(std::vector<Stand>& stands, const Stand& stand);

/// How it stood at the end of that day; nothing while it was not there.
const Stand* stand_on(const Life& life, Day day);
inline const Stand& stand_now(const Life& life) {
    return life.stands.back();
}
/// From which day on it has been accepted without having ended since: of one that is outstanding.
/// To stand with another one for a while does not end it.
Day accepted_since(const Life& life);

/// A step from one stand to the next.
struct Step {
    /// Nothing where it was not there before.
    const Stand* before = nullptr;
    const Stand* after = nullptr;
};
/// Those whose day is after `then`.
std::vector<Step> steps_after(const Life& life, Day then);

} // namespace openmasa::position
