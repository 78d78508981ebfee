#include "partnership/agencies/kinds.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::agencies {
namespace {

struct KindWords {
    AgencyKind kind;
    std::string_view text, spoken;
};
constexpr KindWords kind_words[] = {
    {AgencyKind::not_said, "", ""},
    {AgencyKind::local_authority, "local_authority", "Local authority"},
    {AgencyKind::police, "police", "Police force"},
    {AgencyKind::care_board, "care_board", "Integrated care board"},
    {AgencyKind::district_council, "district_council", "District council"},
    {AgencyKind::health_service, "health_service", "Health service"},
    {AgencyKind::education, "education", "Education"},
    {AgencyKind::early_years, "early_years", "Early years"},
    {AgencyKind::justice, "justice", "Justice"},
    {AgencyKind::voluntary, "voluntary", "Voluntary or community"},
    {AgencyKind::private_setting, "private_setting", "Private setting"},
    {AgencyKind::residential_setting, "residential_setting", "Residential setting"},
    {AgencyKind::secure_setting, "secure_setting", "Secure setting"},
    {AgencyKind::other, "other", "Other"},
};
static_assert(std::size(kind_words) == all_agency_kinds.size());

struct PhaseWords {
    Phase phase;
    std::string_view text, spoken;
};
constexpr PhaseWords phase_words[] = {
    {Phase::none, "", ""},
    {Phase::primary, "primary", "Primary"},
    {Phase::secondary, "secondary", "Secondary"},
    {Phase::all_through, "all_through", "All-through"},
    {Phase::special, "special", "Special"},
    {Phase::further, "further", "Further education"},
};
static_assert(std::size(phase_words) == all_phases.size());

struct SectorKind {
    std::string_view sector;
    AgencyKind kind, of_a_statutory_partner;
};
constexpr SectorKind told_by_sector[] = {
    {"local authority", AgencyKind::not_said, AgencyKind::local_authority},
    {"police", AgencyKind::not_said, AgencyKind::police},
    {"health", AgencyKind::health_service, AgencyKind::care_board},
    {"education", AgencyKind::education, AgencyKind::not_said},
    {"early years", AgencyKind::early_years, AgencyKind::not_said},
    {"justice", AgencyKind::justice, AgencyKind::not_said},
    {"district council", AgencyKind::district_council, AgencyKind::not_said},
    {"voluntary sector", AgencyKind::voluntary, AgencyKind::not_said},
};

} // namespace

std::string_view to_text(AgencyKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].text;
}

bool from_text(std::string_view text, AgencyKind& kind) {
    const auto* found = std::ranges::find(kind_words, text, &KindWords::text);
    if (found == std::end(kind_words)) return false;
    kind = found->kind;
    return true;
}

std::string_view spoken(AgencyKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].spoken;
}

bool is_statutory_partner(AgencyKind kind) {
    return kind == AgencyKind::local_authority || kind == AgencyKind::police ||
           kind == AgencyKind::care_board;
}

AgencyKind kind_told_by(std::string_view sector, std::string_view role) {
    const auto called = lower(one_line(sector));
    const auto* found = std::ranges::find(told_by_sector, called, &SectorKind::sector);
    if (found == std::end(told_by_sector)) return AgencyKind::not_said;
    return lower(role).starts_with("statutory partner") ? found->of_a_statutory_partner
                                                        : found->kind;
}

std::string_view to_text(Phase phase) {
    return phase_words[static_cast<std::size_t>(phase)].text;
}

bool from_text(std::string_view text, Phase& phase) {
    const auto* found = std::ranges::find(phase_words, text, &PhaseWords::text);
    if (found == std::end(phase_words)) return false;
    phase = found->phase;
    return true;
}

std::string_view spoken(Phase phase) {
    return phase_words[static_cast<std::size_t>(phase)].spoken;
}

} // namespace openmasa::agencies
