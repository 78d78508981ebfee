#pragma once
// One agency is followed by another: merged, split, replaced or renamed. What the earlier one
// answered for is agreed as a list first, and passes on at the day. Nouns and rules; no database.
#include "core/routing/duties.hpp"
#include "kernel/result.hpp"
#include "partnership/agencies/agency.hpp"
#include <array>
#include <vector>

namespace openmasa::agencies {

struct SuccessionKind;
struct AgreedDutyKind;
using SuccessionId = Id<SuccessionKind>;
using AgreedDutyId = Id<AgreedDutyKind>;

/// Several merge into one: each is followed by it. One is split: it is followed by several.
enum class Way { merged, split, replaced, renamed };
inline constexpr std::array all_ways = {Way::merged, Way::split, Way::replaced, Way::renamed};
/// "merged", for the database and forms.
std::string_view to_text(Way way);
bool from_text(std::string_view text, Way& way);
/// "Merged into", said between the earlier name and the later one.
std::string_view spoken(Way way);
using openmasa::spoken; // days

/// Whether what was agreed has happened: it waits for the day, it is done, or somebody else
/// answered for it by then.
enum class SettledHow { waits, done, elsewhere };
std::string_view to_text(SettledHow outcome);
bool from_text(std::string_view text, SettledHow& outcome);

/// What was agreed of one duty.
struct AgreedDuty {
    AgreedDutyId id;
    Duty duty;
    Fate fate = Fate::passes;
    std::string why;
    std::string agreed_by;
    Day agreed_on{};
    SettledHow outcome = SettledHow::waits;
    std::optional<Day> settled_on{};
};

struct Succession {
    SuccessionId id;
    OwnerId from, to;
    std::string from_name, to_name;
    Way way = Way::merged;
    /// The first day of the one that follows.
    Day day{};
    /// "Order of the Secretary of State of ...".
    std::string ground;
    std::optional<Day> carried_out_on{};
    /// It did not come to it; empty while it stands.
    std::string dropped_why{};
    std::int64_t version = 1;
    /// Something was agreed of it.
    bool is_agreed = false;
    std::vector<AgreedDuty> duties{};

    bool is_dropped() const { return !dropped_why.empty(); }
    /// What was agreed and has not happened yet.
    bool waits() const;
};

/// Who is followed by whom, of all that stand.
struct Followed {
    OwnerId from, to;
};

/// What a person says of it.
struct SayFollowed {
    OwnerId from;
    std::optional<OwnerId> to;
    std::optional<Way> way;
    /// As typed.
    std::string day, ground;
};
inline constexpr std::size_t longest_ground = 1000;

/// The succession without its id, or all that is wrong, beside its field: "to", "way", "day",
/// "ground". `to` is none when no such agency was chosen.
Result<Succession> understood(const SayFollowed& said, const Agency& from,
                              const std::optional<Agency>& to, const std::vector<Followed>& all);

/// "Norfolk and Waveney ICB merged into Norfolk and Suffolk ICB on 1 April 2026: the order."
std::string reason_of(const Succession& succession);

} // namespace openmasa::agencies
