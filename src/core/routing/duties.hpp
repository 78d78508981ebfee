#pragma once
// What somebody answers for that is still open, and how it is passed on: nothing is left behind
// quietly when an agency is merged, a group ends, an office changes hands or a person leaves.
// Features keep the duties of their own records (Module::duties); nobody includes another's
// headers. Each use stands here:
//     plan/duties            keeps actions that are owned, led or contributed to, owned priorities
//                            and owned plans
//     partnership/agencies   shows them before an agency is followed by another, and passes them on
//     partnership/passing    does so for what a person leads, where an office changes hands or they
//                            leave; partnership/offices leads there
//     partnership/groups, partnership/seats   end no group and no seat while it answers for
//                            something
//     partnership/directory  ends all that somebody holds who leaves, and passes on what they lead
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

struct Context;
struct Module;

/// Who answers: an agency, a group, an office or a seat; or a person, for what they lead
/// themselves.
struct Answerer {
    std::optional<OwnerId> owner{};
    std::optional<PersonId> person{};
    /// Of a group: also for what its seats answer for, which is shown with its own and settled by
    /// the seat.
    bool with_seats = false;
    bool operator==(const Answerer&) const = default;
};

/// Something open that somebody answers for.
struct Duty {
    /// The feature that keeps it; filled in by duties_of().
    std::string feature{};
    /// The record: "action" and its id.
    std::string kind, id;
    /// In which way they answer, as the feature calls it: "owner", "lead", "contributor".
    std::string as;
    /// For people: "VA 3: Prevent exploitation" and "owns it".
    std::string what, how;
    /// Where it stands: the plan's name.
    std::string within{};
    std::string href{};
    /// Since when it is there.
    std::optional<Day> since{};

    /// Unlike that of every other duty of the same answerer; for forms and agreed lists.
    std::string key() const { return feature + "." + kind + "." + as + "." + id; }
};

/// What becomes of a duty. It stays: nothing changes. It ends: what that means is the feature's to
/// say (an action is stopped, a contributor is left out).
enum class Fate { passes, stays, ends };

struct Settlement {
    Fate fate = Fate::passes;
    /// Who answers next, for one that passes; the same sort as before (an owner, a person).
    Answerer to{};
    /// Kept in the record's history: "Norfolk and Waveney ICB merged into ...". Never empty for one
    /// that ends.
    std::string why;
    /// From which day it is so; never after today.
    Day from{};
};

struct DutyKeeper {
    /// In an order that stays; through the lens, so that what is restricted is not among them.
    std::vector<Duty> (*open)(store::Db& db, const Scope& scope, const Answerer& who) = nullptr;
    /// Inside atomically(), with the record's version and audit entry. Not found where this person
    /// may not see or change it; a conflict where `from` does not answer for it any more.
    Result<Done> (*settle)(store::Db& db, const Scope& scope, const Duty& duty,
                           const Answerer& from, const Settlement& settlement) = nullptr;
};

struct OpenDuties {
    std::vector<Duty> shown;
    /// How many more there are that are restricted from this reader. They are not theirs to pass
    /// on, and nothing may be settled over them: say restricted_duties_words.
    int restricted = 0;

    bool none() const { return shown.empty() && restricted == 0; }
};
/// What whoever would settle is told while some of it is restricted from them. It says that there
/// is something, never what or who may read it.
inline constexpr std::string_view restricted_duties_words =
    "Something else that is answered for here is restricted from you, so nothing is passed on yet. "
    "Ask a lead safeguarding partner's office: whoever may read it can name you as a reader, or "
    "give it to somebody else first.";

/// Of every feature that keeps any, in the order of the features. Twice the statements where
/// something may be restricted from this person.
OpenDuties duties_of(Context& context, const Answerer& who);
/// Only what this reader is shown, for pages that settle nothing.
std::vector<Duty> shown_duties(Context& context, const Answerer& who);
/// For whoever has no request at hand.
OpenDuties duties_of(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                     const Answerer& who);
/// By the feature that keeps it. Inside atomically(), after duties_of() has said that nothing is
/// restricted.
Result<Done> settle(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                    const Duty& duty, const Answerer& from, const Settlement& settlement);

} // namespace openmasa
