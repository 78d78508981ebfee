#pragma once
// What kind of body an agency is, and which phase of education it teaches.
#include <array>
#include <string_view>

namespace openmasa::agencies {

/// `not_said`: nobody has said it yet.
enum class AgencyKind {
    not_said,
    local_authority,
    police,
    care_board,
    district_council,
    health_service,
    education,
    early_years,
    justice,
    voluntary,
    private_setting,
    residential_setting,
    secure_setting,
    other
};
inline constexpr std::array all_agency_kinds = {
    AgencyKind::not_said,         AgencyKind::local_authority,
    AgencyKind::police,           AgencyKind::care_board,
    AgencyKind::district_council, AgencyKind::health_service,
    AgencyKind::education,        AgencyKind::early_years,
    AgencyKind::justice,          AgencyKind::voluntary,
    AgencyKind::private_setting,  AgencyKind::residential_setting,
    AgencyKind::secure_setting,   AgencyKind::other};
/// "care_board", for the database, addresses and files; "" for what is not said.
std::string_view to_text(AgencyKind kind);
bool from_text(std::string_view text, AgencyKind& kind);
/// "Integrated care board", for people.
std::string_view spoken(AgencyKind kind);

/// Section 16E of the Children Act 2004: the local authority, the integrated care board and the
/// chief officer of police make the arrangements (read).
bool is_statutory_partner(AgencyKind kind);
inline constexpr std::string_view statutory_partner_clause = "Children Act 2004, section 16E";
/// Of an agency that comes from a list without kinds: what its sector and its role in the
/// arrangements tell, in the words of usual lists ("Health", "Statutory partner").
AgencyKind kind_told_by(std::string_view sector, std::string_view role);

/// Of education only.
enum class Phase { none, primary, secondary, all_through, special, further };
inline constexpr std::array all_phases = {Phase::none,        Phase::primary, Phase::secondary,
                                          Phase::all_through, Phase::special, Phase::further};
/// "further"; "" for none.
std::string_view to_text(Phase phase);
bool from_text(std::string_view text, Phase& phase);
/// "Further education".
std::string_view spoken(Phase phase);

} // namespace openmasa::agencies
