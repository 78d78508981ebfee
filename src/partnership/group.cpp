#include "partnership/group.hpp"
#include <algorithm>

namespace openmasa::partnership {
namespace {

struct KindWords {
    GroupKind kind;
    std::string_view text, spoken;
};
constexpr KindWords kind_words[] = {
    {GroupKind::statutory, "statutory", "Statutory group"},
    {GroupKind::partnership, "partnership", "Partnership group"},
    {GroupKind::standing_subgroup, "standing_subgroup", "Standing subgroup"},
    {GroupKind::locality, "locality", "Locality group"},
    {GroupKind::advisory, "advisory", "Advisory group"},
    {GroupKind::task_and_finish, "task_and_finish", "Task and finish group"},
    {GroupKind::oversight_forum, "oversight_forum", "Oversight forum"},
    {GroupKind::network, "network", "Network"},
    {GroupKind::external_board, "external_board", "External board"},
};
static_assert(std::size(kind_words) == all_group_kinds.size());

struct PartWords {
    Part part;
    std::string_view text, spoken;
};
constexpr PartWords part_words[] = {
    {Part::member, "member", "Member"},
    {Part::deputy, "deputy", "Deputy"},
    {Part::guest, "guest", "Guest"},
    {Part::observer, "observer", "Observer"},
};
static_assert(std::size(part_words) == all_parts.size());

struct SigningWords {
    TermsSigning signing;
    std::string_view text, spoken;
};
constexpr SigningWords signing_words[] = {
    {TermsSigning::asked, "asked", "For signature"},
    {TermsSigning::signed_by_all, "signed", "Signed"},
    {TermsSigning::sent_back, "sent_back", "Sent back for changes"},
    {TermsSigning::taken_back, "taken_back", "Taken back"},
};
static_assert(std::size(signing_words) == all_terms_signings.size());

} // namespace

std::string_view to_text(GroupKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].text;
}
bool from_text(std::string_view text, GroupKind& kind) {
    const auto* found = std::ranges::find(kind_words, text, &KindWords::text);
    if (found == std::end(kind_words)) return false;
    kind = found->kind;
    return true;
}
std::string_view spoken(GroupKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].spoken;
}

bool needs_chair(GroupKind kind) {
    return kind != GroupKind::external_board && kind != GroupKind::network;
}

std::string_view to_text(Part part) {
    return part_words[static_cast<std::size_t>(part)].text;
}
bool from_text(std::string_view text, Part& part) {
    const auto* found = std::ranges::find(part_words, text, &PartWords::text);
    if (found == std::end(part_words)) return false;
    part = found->part;
    return true;
}
std::string_view spoken(Part part) {
    return part_words[static_cast<std::size_t>(part)].spoken;
}

std::string_view to_text(TermsSigning signing) {
    return signing_words[static_cast<std::size_t>(signing)].text;
}
bool from_text(std::string_view text, TermsSigning& signing) {
    const auto* found = std::ranges::find(signing_words, text, &SigningWords::text);
    if (found == std::end(signing_words)) return false;
    signing = found->signing;
    return true;
}
std::string_view spoken(TermsSigning signing) {
    return signing_words[static_cast<std::size_t>(signing)].spoken;
}

bool covers(const Days& days, Day on) {
    return days.from.value_or(on) <= on && on <= days.to.value_or(on);
}

} // namespace openmasa::partnership
