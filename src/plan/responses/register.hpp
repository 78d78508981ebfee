#pragma once
// What agencies answered to recommendations as a register: list and downloads. Nobody answers by a
// file.
#include "core/registers/register.hpp"

namespace openmasa::responses {

extern const registers::Register response_register;

} // namespace openmasa::responses
