#pragma once
// What is right of an edition of the arrangements, and what may be done with it; values in and out.
#include "core/signoff/rules.hpp"
#include "kernel/result.hpp"
#include "partnership/masa_contents.hpp"
#include "partnership/masa_plan.hpp"
#include "partnership/office.hpp"
#include <map>

namespace openmasa::partnership {

inline constexpr std::size_t longest_masa_title = 200;
inline constexpr std::size_t longest_masa_words = 2000;
/// No more than a cell of a spreadsheet holds.
inline constexpr std::size_t longest_masa_section = 30000;
inline constexpr std::size_t most_masa_parts = 200;
/// The council, the police and health each sign.
/// Source: Working Together 2023, chapter 2: the lead safeguarding partners sign the arrangements.
inline constexpr std::size_t fewest_signers = 3;

/// Drafts are for those who make them and who answer for them: the business unit, the lead and
/// delegated partners, the scrutineers. From the consultation on everybody with a role reads it.
bool may_see(const Scope& scope, const MasaEdition& edition);

/// Its words, checklist and consultation can be changed.
bool is_open(const MasaEdition& edition);
/// It is not over: it is judged, and its milestones go on.
bool is_alive(const MasaEdition& edition);
/// It was published before it was kept here: signed by others than this program's accounts.
bool was_brought_in(const MasaEdition& edition);
/// What is no part of the words goes on being written down: while it is alive, and of an edition
/// that was brought in.
bool takes_notes(const MasaEdition& edition);
/// Whom the partnership asked: while the words can change, and of an edition that was brought in.
bool takes_consultation(const MasaEdition& edition);
/// The day whose guidance counts: that of its publication, or today.
Day guidance_day(const MasaEdition& edition, Day today);
const MasaCheck* check_of(const MasaEdition& edition, std::string_view item);
/// What the guidance asks for and nobody has said where it is met, or why it is not.
std::vector<const RequiredContent*> missing_contents(const MasaEdition& edition, Day today);

/// Fields as in the form of an edition.
std::vector<Problem> problems_with(const MasaEdition& edition);
/// Each with its fields as in its form.
std::vector<Problem> problems_with(const MasaSection& section);
std::vector<Problem> problems_with(const MasaMilestone& milestone, Day today);
std::vector<Problem> problems_with(const MasaConsultation& consultation);
std::vector<Problem> problems_with(const MasaCheck& check);

/// What keeps it from being put for signature: an address below the edition's page where it is
/// mended, and why.
struct Missing {
    std::string below, words;
};
/// `comments`: how many of the consultation nobody has answered.
std::vector<Missing> missing_for_signature(const MasaEdition& edition, std::size_t files,
                                           const std::vector<Office>& lead_partners, Day today,
                                           int comments = 0);
/// The offices of the lead safeguarding partners that exist on that day.
std::vector<Office> lead_partners_on(const std::vector<Office>& all, Day on);
/// What kind of body the agency of each lead partner's office is: "local_authority".
using PartnerKinds = std::map<OwnerId, std::string>;
/// A place for each office, as a proposal: as `last` was signed, where that were the same offices;
/// otherwise the local authority, the integrated care board, the police, and others by their names.
/// Source: Children Act 2004 s16E(3) and Working Together 2023, chapter 2 name the three so.
std::vector<std::string> proposed_places(const std::vector<Office>& offices,
                                         const PartnerKinds& kinds,
                                         const std::vector<signoff::Asked>& last);
/// Those in the order chosen: a place for each, by number. Refused where a place is missing or no
/// whole number from 1; two in one place sign in any order.
Result<std::vector<signoff::Asked>> in_order(const std::vector<Office>& offices,
                                             const std::vector<std::string>& places);

enum class MilestoneStanding { done, late, soon, later, undated };
MilestoneStanding standing(const MasaMilestone& milestone, Day agreed_on, Day today);

/// Which was in force on that day: published by then, and not yet superseded.
const MasaEdition* in_force(const std::vector<MasaEdition>& editions, Day on);

} // namespace openmasa::partnership
