#pragma once
// What owns actions and what a role is held within: an agency, a group, or an office.
#include "core/access/scope.hpp"
#include <array>
#include <string>
#include <string_view>

namespace openmasa::access {

/// An office is a seat that a person holds: "Chair of the Neglect Group".
enum class OwnerType { agency, group, office };
inline constexpr std::array all_owner_types = {OwnerType::agency, OwnerType::group,
                                               OwnerType::office};
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

} // namespace openmasa::access
