#pragma once
// What the pages of an indicator read, by what their address asks for.
#include "core/routing/context.hpp"
#include "intelligence/indicators/views.hpp"
#include <optional>

namespace openmasa::intelligence {

/// The area that the address asks for, else the partnership's own; null when neither is there.
const Area* chosen_area(const Context& context, const AreaBook& book);
/// The indicator in the route's {id}, for whoever may read figures.
std::optional<Indicator> indicator_of(Context& context);
/// Everything of the indicator in the route's {id}, for the area and breakdown that the address
/// asks for; nothing when there is no such indicator. The book outlives it.
std::optional<IndicatorPage> page_of(Context& context, const AreaBook& book);
/// The latest figure beside those of others, by the model of neighbours that the address asks for.
/// Nothing is read when there is no latest figure.
void compare(Context& context, IndicatorPage& page);

} // namespace openmasa::intelligence
