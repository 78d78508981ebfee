#pragma once
// Breaking the glass: reading for an hour what is restricted from oneself, with
// a reason. Those who may read the record by name are told at once and look at
// it within five working days.
#include "core/restriction/kinds.hpp"
#include "core/restriction/restriction.hpp"
#include "kernel/result.hpp"

namespace openmasa::restriction {

struct GlassKind;
using GlassId = Id<GlassKind>;

inline constexpr auto glass_is_open_for = std::chrono::hours{1};
inline constexpr int review_within_working_days = 5;

enum class Outcome { justified, not_justified };
std::string_view to_text(Outcome outcome);
bool from_text(std::string_view text, Outcome& outcome);
std::string_view spoken(Outcome outcome);
using openmasa::spoken; // days and moments

/// One use, for those who look at it.
struct Glass {
    GlassId id;
    Record record;
    PersonId person;
    std::string who, reason;
    Moment at{}, until{};
    Day review_by{};
    std::optional<Outcome> outcome;
    std::string reviewer, review_words;
};

struct BreakGlass {
    std::string reference, reason;
};
/// What is missing of the two.
std::vector<Problem> problems_with(const BreakGlass& command);
/// Opens every restricted record of that reference that is hidden from this
/// person, for an hour, and gives the address of the first. Whoever is on a
/// deny list is told what everybody is told for a reference that is not there.
/// Inside submit(), after accounts::step_up().
Result<std::string> break_glass(store::Db& db, const Scope& scope, const AllKinds& all,
                                const BreakGlass& command);
/// A reference that opened nothing is in the log, without what was typed.
void record_refused_glass(store::Db& db, const Scope& scope);

struct ReviewGlass {
    GlassId glass;
    std::optional<Outcome> outcome;
    std::string words;
};
/// Not by the person who broke it.
Result<Done> review_glass(store::Db& db, const Scope& scope, const ReviewGlass& command);

/// Those on records that this person may read by name; what waits for a review
/// first.
std::vector<Glass> uses_to_see(store::Db& db, const Scope& scope);
std::optional<Glass> find_use(store::Db& db, const Scope& scope, const GlassId& id);
/// How many of them wait for a review by this person.
int waiting_for(const Scope& scope, const std::vector<Glass>& uses);
bool may_review(const Scope& scope, const Glass& glass);

/// Which restrictions somebody has broken the glass of now, and until when.
struct OpenGlass {
    RestrictionId restriction;
    Moment until;
};
std::vector<OpenGlass> open_glass_of(store::Db& db, const PersonId& person, Moment now);

} // namespace openmasa::restriction
