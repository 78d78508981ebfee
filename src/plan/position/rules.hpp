#pragma once
// The position statement of the composite action plan: what was outstanding on a day, what had
// opened and closed since an earlier day, how old it was, what was late, what had moved. Nothing
// but values in and out.
// Source: the partnership's annual report 2024-25, composite action plan (27 recommendations
// outstanding on 31 March 2025, by priority, sector or other); issue 6, position statement.
#include "plan/position/life.hpp"
#include <array>
#include <cstddef>
#include <map>

namespace openmasa::position {

/// The end of the quarter before a day: 31 March, 30 June, 30 September or 31 December.
Day quarter_end_before(Day day);

// --- by home and kind ----------------------------------------------------------------------------

/// The kinds in their order, then "not said".
inline constexpr std::size_t kind_columns = recommendations::all_kinds.size() + 1;
std::size_t column_of(const std::optional<Kind>& kind);

/// What of one home is outstanding. Without a home: what is not filed yet.
struct HomeRow {
    std::optional<Home> home{};
    /// The priority's or the sector's, where there is one. Priorities of several plans that have
    /// one name are one home, as in the list.
    std::string name{};
    std::array<int, kind_columns> of_kind{};
    int all = 0;
};
using PriorityNames = std::map<plan::SectionId, std::string>;

// --- opened, closed and what else came and went --------------------------------------------------

/// How one came to be outstanding. Of the last two it had been accepted before.
enum class Came { accepted, reopened, parted, brought_back };
inline constexpr std::array all_came = {Came::accepted, Came::reopened, Came::parted,
                                        Came::brought_back};
/// How one that was outstanding no longer was. The last three close nothing.
enum class Went { embedded, superseded, closed, not_accepted, joined, withdrawn, undecided };
inline constexpr std::array all_went = {Went::embedded,     Went::superseded, Went::closed,
                                        Went::not_accepted, Went::joined,     Went::withdrawn,
                                        Went::undecided};
/// A decision opened it: accepted, or opened again after it had ended.
bool is_opening(Came came);
/// A decision ended it.
bool is_closing(Went went);
/// How a step led there; nothing where it led neither to being outstanding nor away.
std::optional<Came> came_by(const Step& step);
std::optional<Went> went_by(const Step& step);

/// From the end of one day to the end of another. Whatever came and went is in it once for each
/// time, so that then + opened - closed + otherwise() = now, always. What happened on one day is
/// one step: what was opened and closed on the same day did neither.
struct Flow {
    int then = 0, now = 0;
    std::array<int, all_came.size()> came{};
    std::array<int, all_went.size()> went{};

    int of(Came way) const { return came[static_cast<std::size_t>(way)]; }
    int of(Went way) const { return went[static_cast<std::size_t>(way)]; }
    int opened() const;
    int closed() const;
    /// Parted and brought back, less what was joined, withdrawn or is to be decided again.
    int otherwise() const;
    int net() const { return now - then; }
};
Flow flow_between(std::span<const Life> lives, Day then, Day now);

// --- ages ----------------------------------------------------------------------------------------

/// In whole months: a band begins where the one before ends.
struct AgeBand {
    int from_months = 0;
    std::string_view words;
};
inline constexpr std::array<AgeBand, 5> age_bands = {{{0, "Under 3 months"},
                                                      {3, "3 to 6 months"},
                                                      {6, "6 to 12 months"},
                                                      {12, "1 to 2 years"},
                                                      {24, "Over 2 years"}}};
/// Which band something is in that began then: three months after 31 January is 30 April.
std::size_t band_of(Day began, Day today);

struct Ages {
    std::array<int, age_bands.size()> in_band{};
    /// In days; of an even number the mean of the two in the middle, rounded down. Nothing of none.
    std::optional<int> median{};
};
Ages ages_of(std::vector<Day> began, Day today);

// --- what is late, and what moved ----------------------------------------------------------------

/// Accepted or in progress, and the day by which it was to be carried out has passed.
struct Late {
    RecommendationId id;
    Day due{};
    State state = State::accepted;
};

struct Moved {
    RecommendationId id;
    /// Nothing where it was first recommended then.
    std::optional<Stand> before{};
    Stand after{};
};

struct Position {
    Day then{}, now{};
    /// How many there were by the end of the day, whatever became of them; withdrawn ones are not
    /// counted.
    int recommendations = 0;
    /// Priorities by their names, sectors, other, then what is not filed; none that is empty.
    std::vector<HomeRow> homes{};
    HomeRow all{};
    int waiting = 0;
    /// They stand with another one.
    int joined = 0;
    Flow flow{};
    Ages since_accepted{}, since_recommended{};
    /// The longest late first.
    std::vector<Late> late{};
    /// The newest first.
    std::vector<Moved> moved{};
};
/// `lives` end with `now`; of one that others stand with, the day on which it was first recommended
/// is the earliest of all of theirs.
Position position_of(std::span<const Life> lives, Day then, Day now, const PriorityNames& names);

} // namespace openmasa::position
