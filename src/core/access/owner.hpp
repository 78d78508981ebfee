#pragma once
// What owns actions and what a role is held within: an agency, a group, an office, or a seat.
#include "core/access/scope.hpp"
#include <array>
#include <string>
#include <string_view>

namespace openmasa::access {

/// An office is a post that a person holds: "Head of delivery". A seat is a place in a group:
/// "Education's seat in the Neglect Group".
enum class OwnerType { agency, group, office, seat };
inline constexpr std::array all_owner_types = {OwnerType::agency, OwnerType::group,
                                               OwnerType::office, OwnerType::seat};
/// "agency", for the database and for people.
std::string_view to_text(OwnerType type);
bool from_text(std::string_view text, OwnerType& type);

/// What a name that stands in a plan is, as far as it tells: "Workforce Group", "Head of delivery";
/// an agency when it does not.
OwnerType type_of_name(std::string_view name);

struct Owner {
    OwnerId id;
    std::string name;
    OwnerType type = OwnerType::agency;
};

/// What a seat is beside an owner: in which group, and which agency fills it.
struct Seat {
    OwnerId id;
    std::string name;
    OwnerId group;
    std::optional<OwnerId> agency;
};

} // namespace openmasa::access
