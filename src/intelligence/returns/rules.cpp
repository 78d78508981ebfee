#include "intelligence/returns/rules.hpp"
#include "kernel/day.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

namespace openmasa::intelligence {
namespace {

struct StateRow {
    std::string_view text, spoken;
};
constexpr StateRow states[] = {{"late", "Late"},
                               {"due_soon", "Due soon"},
                               {"not_due", "Not yet due"},
                               {"in_time", "Returned in time"},
                               {"returned_late", "Returned late"}};
static_assert(std::size(states) == all_return_states.size());

std::tuple<IndicatorNumber, AreaNumber, std::int64_t> place_of(const ReturnedFigure& figure) {
    return {figure.indicator, figure.area, figure.period};
}

AreaLevel level_of(AskedOf asked) {
    return asked == AskedOf::locality ? AreaLevel::locality : AreaLevel::district;
}

bool is_there(const Area& area, Day day) {
    return (!area.from || *area.from <= day) && (!area.to || day <= *area.to);
}

/// The number that the text begins with; what is left begins behind it.
std::optional<std::int64_t> take_number(std::string_view& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || number < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

bool take(std::string_view& text, char sign) {
    if (text.empty() || text.front() != sign) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

Day ReturnedFigure::first_on() const {
    if (first_saved_at && (!saved_at || *first_saved_at < *saved_at))
        return london_day(*first_saved_at);
    return saved_at ? london_day(*saved_at) : Day{};
}

const AskedIndicator* ReturnsBook::find(IndicatorNumber indicator) const {
    const auto found = std::ranges::find_if(
        asked, [&](const AskedIndicator& one) { return one.indicator.number == indicator; });
    return found == asked.end() ? nullptr : &*found;
}

const ReturnedFigure* ReturnsBook::figure(IndicatorNumber indicator, AreaNumber area,
                                          std::int64_t period) const {
    const auto place = std::tuple(indicator, area, period);
    const auto found = std::ranges::lower_bound(figures, place, {}, place_of);
    return found != figures.end() && place_of(*found) == place ? &*found : nullptr;
}

std::vector<const ReturnedFigure*> ReturnsBook::series(IndicatorNumber indicator,
                                                       AreaNumber area) const {
    std::vector<const ReturnedFigure*> all;
    auto at = std::ranges::lower_bound(figures, std::tuple(indicator, area, std::int64_t(0)), {},
                                       place_of);
    for (; at != figures.end() && at->indicator == indicator && at->area == area; ++at)
        all.push_back(&*at);
    return all;
}

std::string_view to_text(ReturnState state) {
    return states[static_cast<std::size_t>(state)].text;
}
bool from_text(std::string_view text, ReturnState& state) {
    const auto* found = std::ranges::find(states, text, &StateRow::text);
    if (found == std::end(states)) return false;
    state = static_cast<ReturnState>(found - std::begin(states));
    return true;
}
std::string_view spoken(ReturnState state) {
    return states[static_cast<std::size_t>(state)].spoken;
}
bool is_returned(ReturnState state) {
    return state == ReturnState::in_time || state == ReturnState::returned_late;
}

std::string to_text(const FigureKey& key) {
    return fmt::format("F{}-{}-{}", key.indicator, key.area, key.period);
}

bool from_text(std::string_view text, FigureKey& key) {
    if (!take(text, 'F')) return false;
    const auto indicator = take_number(text);
    if (!indicator || !take(text, '-')) return false;
    const auto area = take_number(text);
    if (!area || !take(text, '-')) return false;
    const auto period = take_number(text);
    if (!period || !text.empty() || !FigurePeriod::from_number(*period)) return false;
    key = {.indicator = *indicator, .area = *area, .period = *period};
    return true;
}

FigureKey key_of(const OwedFigure& owed) {
    return {.indicator = owed.what->indicator.number,
            .area = owed.area->number,
            .period = owed.period.number()};
}

std::vector<const Area*> areas_asked(const AreaBook& areas, AskedOf asked,
                                     const FigurePeriod& period) {
    const auto* ours = areas.ours();
    if (!ours) return {};
    if (asked == AskedOf::whole) return {ours};
    std::vector<const Area*> within;
    for (const auto& area : areas.all())
        if (area.level == level_of(asked) && area.within == ours->number &&
            is_there(area, period.last()))
            within.push_back(&area);
    std::ranges::sort(within, {}, &Area::name);
    return within;
}

std::vector<OwedFigure> owed_until(const ReturnsBook& book, Day last_due) {
    std::vector<OwedFigure> all;
    for (const auto& what : book.asked)
        for (const auto& period : periods_due(what.rule, last_due))
            for (const auto* area : areas_asked(book.areas, what.rule.asked_of, period))
                all.push_back(
                    {.what = &what,
                     .area = area,
                     .period = period,
                     .due = due_on(what.rule.due, period),
                     .owner = owes(what.owners, period),
                     .figure = book.figure(what.indicator.number, area->number, period.number())});
    std::ranges::stable_sort(all, {}, &OwedFigure::due);
    return all;
}

std::vector<OwedFigure> calendar_of(const ReturnsBook& book, Day today) {
    auto all = owed_until(book, today + ahead);
    std::erase_if(all, [&](const OwedFigure& one) { return one.figure && one.due < today - back; });
    return all;
}

int days_late(const OwedFigure& owed, Day today) {
    const auto came = owed.figure ? owed.figure->first_on() : today;
    return std::max(0, int((came - owed.due).count()));
}

ReturnState state_of(const OwedFigure& owed, Day today) {
    const bool is_late = days_late(owed, today) > 0;
    if (owed.figure) return is_late ? ReturnState::returned_late : ReturnState::in_time;
    if (is_late) return ReturnState::late;
    return owed.due <= today + soon ? ReturnState::due_soon : ReturnState::not_due;
}

bool can_be_returned(const OwedFigure& owed, Day today) {
    return owed.period.last() < today;
}

} // namespace openmasa::intelligence
