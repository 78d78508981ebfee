#include "partnership/office.hpp"
#include <algorithm>

namespace openmasa::partnership {
namespace {

struct KindWords {
    OfficeKind kind;
    std::string_view text, spoken;
};
constexpr KindWords kind_words[] = {
    {OfficeKind::lead_partner, "lead_partner", "Lead safeguarding partner"},
    {OfficeKind::delegated_partner, "delegated_partner", "Delegated safeguarding partner"},
    {OfficeKind::partnership_chair, "partnership_chair", "Partnership chair"},
    {OfficeKind::scrutineer, "scrutineer", "Independent scrutineer"},
    {OfficeKind::independent_chair, "independent_chair", "Independent chair"},
    {OfficeKind::head_of_delivery, "head_of_delivery", "Head of delivery"},
    {OfficeKind::other, "other", "Other office"},
};
static_assert(std::size(kind_words) == all_office_kinds.size());

} // namespace

std::string_view to_text(OfficeKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].text;
}

bool from_text(std::string_view text, OfficeKind& kind) {
    const auto* found = std::ranges::find(kind_words, text, &KindWords::text);
    if (found == std::end(kind_words)) return false;
    kind = found->kind;
    return true;
}

std::string_view spoken(OfficeKind kind) {
    return kind_words[static_cast<std::size_t>(kind)].spoken;
}

} // namespace openmasa::partnership
