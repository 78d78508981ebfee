#include "intelligence/loads/area_plan.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

/// The other code of an area that was only given a new one; empty for any other.
std::string_view other_code(std::string_view ons) {
    for (const auto& one : area_recodings()) {
        if (one.before == ons) return one.after;
        if (one.after == ons) return one.before;
    }
    return {};
}

/// Of the same name: also the same, unless their codes say otherwise.
bool may_be_the_same(const Area& area, const AreaSaid& said) {
    if (!area.ons.empty() && !said.ons.empty()) return false;
    if (!area.dfe.empty() && !said.dfe.empty()) return false;
    const auto* life = find_area_life(said.ons.empty() ? area.ons : said.ons, "");
    const auto& dfe = said.dfe.empty() ? area.dfe : said.dfe;
    return !life || dfe.empty() || life->dfe == dfe;
}

std::optional<std::size_t> found(const std::map<std::string, std::size_t, std::less<>>& index,
                                 std::string_view key) {
    const auto at = index.find(key);
    return key.empty() || at == index.end() ? std::nullopt : std::optional(at->second);
}

} // namespace

std::optional<std::size_t> AreaPlan::place_of(const AreaSaid& said) {
    if (const auto before = planned_before(said)) {
        note_codes(planned_[*before], said);
        return before;
    }
    if (const auto* area = known(said)) return plan(*area, said, false);
    const bool has_code = !said.ons.empty() || !said.dfe.empty();
    if (!has_code || said.name.empty() || !said.level) return std::nullopt;
    Area area{.number = next_++, .name = said.name, .level = *said.level};
    area.within = within_of(said);
    if (const auto* life = find_area_life(said.ons, said.dfe)) {
        area.from = day_from_iso(life->from);
        area.to = day_from_iso(life->to);
    }
    return plan(std::move(area), said, true);
}

std::optional<std::size_t> AreaPlan::planned_before(const AreaSaid& said) const {
    if (const auto at = found(by_ons_, said.ons)) return at;
    if (const auto at = found(by_ons_, other_code(said.ons))) return at;
    if (const auto at = found(by_dfe_, said.dfe)) return at;
    if (!said.level || said.name.empty()) return std::nullopt;
    for (std::size_t at = 0; at < planned_.size(); ++at) {
        const auto& area = planned_[at].area;
        if (area.level == said.level && plain_name(area.name) == plain_name(said.name) &&
            may_be_the_same(area, said))
            return at;
    }
    return std::nullopt;
}

const Area* AreaPlan::known(const AreaSaid& said) const {
    if (const auto* area = said.ons.empty() ? nullptr : book_.with_ons(said.ons)) return area;
    if (const auto other = other_code(said.ons); !other.empty())
        if (const auto* area = book_.with_ons(other)) return area;
    if (const auto* area = said.dfe.empty() ? nullptr : book_.with_dfe(said.dfe)) return area;
    if (said.name.empty() || !said.level) return nullptr;
    const auto* area = book_.called(said.name, *said.level);
    return area && may_be_the_same(*area, said) ? area : nullptr;
}

std::size_t AreaPlan::plan(Area area, const AreaSaid& said, bool is_new) {
    if (const auto at = by_number_.find(area.number); at != by_number_.end()) {
        note_codes(planned_[at->second], said);
        return at->second;
    }
    const auto place = planned_.size();
    by_number_[area.number] = place;
    if (!area.ons.empty()) by_ons_[area.ons] = place;
    if (!area.dfe.empty()) by_dfe_[area.dfe] = place;
    auto& planned = planned_.emplace_back(PlannedArea{.area = std::move(area), .is_new = is_new});
    if (!is_new && !planned.area.within && planned.area.level != AreaLevel::england)
        planned.new_within = within_of(said);
    note_codes(planned, said);
    return place;
}

std::optional<AreaNumber> AreaPlan::within_of(const AreaSaid& said) const {
    const auto* area = said.within_ons.empty() ? nullptr : book_.with_ons(said.within_ons);
    if (!area && !said.within_region.empty())
        area = book_.called(said.within_region, AreaLevel::region);
    if (area) return area->number;
    const auto at = found(by_ons_, said.within_ons);
    return at ? std::optional(planned_[*at].area.number) : std::nullopt;
}

void AreaPlan::note_codes(PlannedArea& planned, const AreaSaid& said) {
    const auto place = by_number_.at(planned.area.number);
    const auto note = [&](std::string_view scheme, const std::string& code, auto& index,
                          std::string& own, bool is_stored) {
        if (code.empty() || index.contains(code)) return;
        index[code] = place;
        if (!is_stored) planned.new_codes.emplace_back(scheme, code);
        if (own.empty()) own = code;
    };
    note("ons", said.ons, by_ons_, planned.area.ons, book_.with_ons(said.ons) != nullptr);
    note("dfe", said.dfe, by_dfe_, planned.area.dfe, book_.with_dfe(said.dfe) != nullptr);
}

} // namespace openmasa::intelligence
