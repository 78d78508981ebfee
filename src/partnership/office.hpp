#pragma once
// An office: a post of the arrangements, and who holds it. Offices own actions and sign; people
// come and go.
#include "core/access/scope.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::partnership {

struct HolderKind;
using HolderId = Id<HolderKind>;

/// Which post it is in the arrangements.
enum class OfficeKind {
    lead_partner,
    delegated_partner,
    partnership_chair,
    scrutineer,
    independent_chair,
    head_of_delivery,
    other
};
inline constexpr std::array all_office_kinds = {
    OfficeKind::lead_partner, OfficeKind::delegated_partner, OfficeKind::partnership_chair,
    OfficeKind::scrutineer,   OfficeKind::independent_chair, OfficeKind::head_of_delivery,
    OfficeKind::other};
/// "lead_partner", for the database, addresses and files.
std::string_view to_text(OfficeKind kind);
bool from_text(std::string_view text, OfficeKind& kind);
/// "Lead safeguarding partner", for people.
std::string_view spoken(OfficeKind kind);
using openmasa::spoken; // days

/// Somebody in an office.
struct Holder {
    HolderId id;
    PersonId person;
    /// "Chief Constable": what people call them.
    std::string known_as;
    Day from{};
    /// The last day; unset: still there.
    std::optional<Day> to{};
    /// In place of somebody who is away, or until somebody is found.
    bool acting = false;
    std::string note{};
};

struct Office {
    /// The same as the owner's: an office can own actions.
    OwnerId id;
    std::string name;
    OfficeKind kind = OfficeKind::other;
    /// The agency that it is an office of.
    std::optional<OwnerId> agency{};
    std::optional<std::string> agency_name{};
    /// What it is responsible for.
    std::string purpose{};
    /// How to reach it, whoever holds it.
    std::string contact{};
    /// There from and to; unset: it always was, and still is.
    std::optional<Day> from{}, to{};
    std::int64_t version = 1;
    /// By their first days.
    std::vector<Holder> holders{};
};

} // namespace openmasa::partnership
