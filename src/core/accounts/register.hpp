#pragma once
// The register of users, described once: people with their account and roles. An import gives and
// takes roles and ends accounts; it invites nobody.
#include "core/registers/register.hpp"

namespace openmasa::accounts {

extern const registers::Register user_register;

} // namespace openmasa::accounts
