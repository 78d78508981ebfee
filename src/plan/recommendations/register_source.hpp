#pragma once
// How the database makes the cells of the register of recommendations.
#include "core/registers/source.hpp"

namespace openmasa::recommendations {

extern const registers::Source recommendation_source;

} // namespace openmasa::recommendations
