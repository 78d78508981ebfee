#pragma once
// What features know, for the pages of other areas: nobody includes another's headers, and nothing
// is changed by it. Each use stands here:
//     plan/owed              says how much an agency, a group or an office owes, where that is, and
//                            how much of it was done on time
//     partnership/agencies, partnership/offices   show it on the page of an agency, of an office
//     partnership/offices    says which offices an agency has and who holds them, and which offices
//                            that guidance asks for nobody holds
//     partnership/groups     says which seats an owner holds, what it chairs and is to sign; which
//                            groups lack a chair or a partner; which terms wait for a signature
//     partnership/masa       says which signature, review, publication and milestone is awaited
//     plan/broken            says how many recommendations nobody follows any more
//     intelligence/returns   says which figures are late, and which the reader's agency owes
//     plan/home              shows what is asked of the reader under "What needs you", and the rest
//     to
//                            those who must know
#include "core/access/scope.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa {

struct Context;

/// "Owes": "12 open actions, 3 of them late", and the page that lists them.
struct OwnerFact {
    std::string label, words, href;
    /// It is a gap: nobody holds the office, nobody fills the seat.
    bool is_missing = false;
    /// How it is counted, where that must be said.
    std::string meaning{};
};
/// Of every feature that knows any, in the order of the features. Several with one label are the
/// lines of one thing: "Offices".
std::vector<OwnerFact> facts_of_owner(Context& context, const OwnerId& owner);

/// "Nobody holds Partnership chair", why that matters, and the page where it is mended.
struct FirstPageFact {
    std::string what, why, href;
    /// What this very person is asked to do: how many things, how many of them late, and the first
    /// day by which. Nobody in particular is asked to mend the rest.
    int asked = 0, late = 0;
    std::optional<Day> asked_by{};
};
/// What this person must know, of every feature that has any, in the order of the features.
std::vector<FirstPageFact> facts_for_first_page(Context& context);

} // namespace openmasa
