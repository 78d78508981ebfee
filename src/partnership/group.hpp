#pragma once
// A group of the arrangements: what it is for, whom it reports to, who chairs it, who sits on it,
// what makes a quorum, and its terms of reference.
#include "core/access/scope.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::partnership {

struct GroupTieKind;
struct GroupQuorumKind;
struct GroupTermsKind;
struct GroupMemberKind;
using TieId = Id<GroupTieKind>;
using QuorumId = Id<GroupQuorumKind>;
using TermsId = Id<GroupTermsKind>;
using MemberId = Id<GroupMemberKind>;

enum class GroupKind {
    statutory,
    partnership,
    standing_subgroup,
    locality,
    advisory,
    task_and_finish,
    oversight_forum,
    network,
    external_board
};
inline constexpr std::array all_group_kinds = {
    GroupKind::statutory,       GroupKind::partnership, GroupKind::standing_subgroup,
    GroupKind::locality,        GroupKind::advisory,    GroupKind::task_and_finish,
    GroupKind::oversight_forum, GroupKind::network,     GroupKind::external_board};
/// "standing_subgroup", for the database, addresses and files.
std::string_view to_text(GroupKind kind);
bool from_text(std::string_view text, GroupKind& kind);
/// "Standing subgroup", for people.
std::string_view spoken(GroupKind kind);
using openmasa::spoken; // days
/// A network, like a board of others, may do without one.
bool needs_chair(GroupKind kind);

/// What somebody is in a group. Guests and observers have no seat and no vote.
enum class Part { member, deputy, guest, observer };
inline constexpr std::array all_parts = {Part::member, Part::deputy, Part::guest, Part::observer};
std::string_view to_text(Part part);
bool from_text(std::string_view text, Part& part);
/// "Deputy".
std::string_view spoken(Part part);

/// From the first day to the last; unset: it always was, and still is.
struct Days {
    std::optional<Day> from{}, to{};
    bool operator==(const Days&) const = default;
};
bool covers(const Days& days, Day on);

/// Another owner, for a time: the group that it reports to, the office or the seat that chairs it.
struct Tie {
    TieId id;
    OwnerId owner;
    std::string name;
    Days days{};
    /// Of a chair's office: who holds it on the day that was asked about; empty: nobody.
    std::string who{};
    bool operator==(const Tie&) const = default;
};

struct Member {
    MemberId id;
    PersonId person;
    /// "Chief Constable": what people call them.
    std::string known_as;
    Part part = Part::member;
    Day from{};
    /// The last day; unset: still there.
    std::optional<Day> to{};
    std::string note{};
    /// They sit there because they hold the seat's office; the office's record says so, not ours.
    bool by_office = false;
    bool operator==(const Member&) const = default;
};

/// A place in a group, held by an agency or an office; it stays when people go.
struct Seat {
    /// An owner of its own.
    OwnerId id;
    /// Within its group: "Norfolk Constabulary", "Education, primary".
    std::string name;
    OwnerId holder;
    std::string holder_name{};
    bool of_office = false;
    /// The agency that holds it, or that its office is of.
    std::optional<OwnerId> agency{};
    Days days{};
    /// The agency's, or the office's, own last day.
    std::optional<Day> holder_ends{};
    /// Of a seat that goes round: the last day of this turn.
    std::optional<Day> turn_ends{};
    /// Counted up with every change of the seat and of who sits there.
    std::int64_t version = 1;
    /// Members and deputies, by their first days.
    std::vector<Member> people{};
    bool operator==(const Seat&) const = default;
};

/// What makes a quorum from a day on, until the next rule. What is 0 or empty is not asked.
struct Quorum {
    QuorumId id;
    Day from{};
    /// At least so many seats ...
    int least = 0;
    /// ... and this share of them: 2 of 3 ...
    int share_of = 0, share_in = 0;
    /// ... and these agencies.
    struct Agency {
        OwnerId id;
        std::string name;
        bool operator==(const Agency&) const = default;
    };
    std::vector<Agency> agencies{};
    bool operator==(const Quorum&) const = default;
};

/// What became of a version of the terms of reference that was put for signature.
enum class TermsSigning { asked, signed_by_all, sent_back, taken_back };
inline constexpr std::array all_terms_signings = {TermsSigning::asked, TermsSigning::signed_by_all,
                                                  TermsSigning::sent_back,
                                                  TermsSigning::taken_back};
std::string_view to_text(TermsSigning signing);
bool from_text(std::string_view text, TermsSigning& signing);
/// "For signature".
std::string_view spoken(TermsSigning signing);

/// One version of the terms of reference.
struct Terms {
    TermsId id;
    int number = 1;
    std::string words{};
    /// The attachment that holds them, where they are a file; its name and its SHA-256.
    std::string file{}, file_name{}, file_digest{};
    /// The office that signs them off.
    std::optional<OwnerId> signs{};
    std::string signs_name{};
    /// Set together: on which day, by which group or office, and until when they are looked at
    /// again.
    std::optional<Day> adopted_on{};
    std::optional<OwnerId> agreed_by{};
    std::string agreed_by_name{};
    std::string minute{};
    std::optional<Day> review_on{};
    /// Unset: it was never put for signature.
    std::optional<TermsSigning> signing{};
    bool operator==(const Terms&) const = default;
};

struct Group {
    /// The same as the owner's: a group can own actions.
    OwnerId id;
    std::string name;
    GroupKind kind = GroupKind::standing_subgroup;
    std::string purpose{};
    /// How to reach it, whoever chairs it.
    std::string contact{};
    Days days{};
    std::int64_t version = 1;
    /// By their first days.
    std::vector<Tie> reports_to{}, chairs{};
    /// The groups that report to it; theirs to say, not part of this record.
    std::vector<Tie> reported_by{};
    std::vector<Quorum> quorums{};
    std::vector<Terms> terms{};
    /// By name.
    std::vector<Seat> seats{};
    /// Guests and observers.
    std::vector<Member> guests{};
};

/// How one group stands on a day, for charts and lists.
struct GroupStanding {
    OwnerId id;
    std::string name;
    /// Unset: a name that stands in a plan, of which nothing more is said yet.
    std::optional<GroupKind> kind{};
    Days days{};
    /// On that day; more than one is joint.
    std::vector<OwnerId> reports_to{};
    /// The office or seat that chairs, and who that is; empty: nobody.
    struct Chair {
        OwnerId owner;
        std::string name, who;
        bool operator==(const Chair&) const = default;
    };
    std::vector<Chair> chairs{};
    int seats = 0;
    /// Seats that nobody fills, deputies or not.
    int vacancies = 0;
    /// When its terms of reference in force are looked at again; unset: none were adopted.
    std::optional<Day> review_on{};
};

} // namespace openmasa::partnership
