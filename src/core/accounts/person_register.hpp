#pragma once
// The register of people, described once: everybody whom the partnership knows, with an account or
// without. An import changes names and how to reach people; it gives no account and no role.
#include "core/registers/register.hpp"

namespace openmasa::accounts {

extern const registers::Register person_register;

} // namespace openmasa::accounts
