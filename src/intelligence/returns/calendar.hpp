#pragma once
// The returns calendar: which figure (indicator, period, area) which agency owes by which day, and
// whether it was returned.
#include "intelligence/area_store.hpp"
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator.hpp"
#include "intelligence/return_store.hpp"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// An indicator of the partnership's own, and what is asked about it.
struct AskedIndicator {
    Indicator indicator{};
    ReturnRule rule{};
    std::vector<OwnerSince> owners{};
};

/// A figure that somebody returned, of everybody in an area.
struct ReturnedFigure {
    IndicatorNumber indicator = 0;
    AreaNumber area = 0;
    std::int64_t period = 0;
    FigureText text{};
    std::string note{};
    LoadNumber load = 0;
    std::optional<Moment> saved_at{};
    std::string who{};
    /// When the first figure of it came, where a later one took its place.
    std::optional<Moment> first_saved_at{};

    Day first_on() const;
};

/// Everything that the calendar is worked out from.
struct ReturnsBook {
    std::vector<AskedIndicator> asked{};
    /// By indicator, area and period.
    std::vector<ReturnedFigure> figures{};
    AreaBook areas{};

    const AskedIndicator* find(IndicatorNumber indicator) const;
    const ReturnedFigure* figure(IndicatorNumber indicator, AreaNumber area,
                                 std::int64_t period) const;
    /// All periods of one, the oldest first.
    std::vector<const ReturnedFigure*> series(IndicatorNumber indicator, AreaNumber area) const;
};

/// Points into its book.
struct OwedFigure {
    const AskedIndicator* what = nullptr;
    const Area* area = nullptr;
    FigurePeriod period;
    Day due{};
    /// Nobody where the indicator belonged to no agency.
    std::optional<OwnerId> owner{};
    const ReturnedFigure* figure = nullptr;
};

/// How it stands on a day.
enum class ReturnState : unsigned char { late, due_soon, not_due, in_time, returned_late };
inline constexpr std::array all_return_states = {ReturnState::late, ReturnState::due_soon,
                                                 ReturnState::not_due, ReturnState::in_time,
                                                 ReturnState::returned_late};
/// "due_soon", for addresses.
std::string_view to_text(ReturnState state);
bool from_text(std::string_view text, ReturnState& state);
/// "Due soon", for people.
std::string_view spoken(ReturnState state);
bool is_returned(ReturnState state);

/// What a form and a file call one figure: "F12-13-94371840".
struct FigureKey {
    IndicatorNumber indicator = 0;
    AreaNumber area = 0;
    std::int64_t period = 0;
    auto operator<=>(const FigureKey&) const = default;
};
std::string to_text(const FigureKey& key);
bool from_text(std::string_view text, FigureKey& key);
FigureKey key_of(const OwedFigure& owed);

} // namespace openmasa::intelligence
