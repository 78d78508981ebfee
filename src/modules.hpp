#pragma once
#include "core/jobs/work.hpp"
#include "core/registers/register.hpp"
#include "core/routing/route.hpp"
#include <vector>

namespace openmasa {

/// The list of features: the table of contents of the program.
std::vector<Module> modules();
/// The kinds of work that outlast a request.
std::vector<jobs::Kind> job_kinds();

/// Every register that can be exported and imported, in the order of the menu.
std::vector<const registers::Register*> registers_of_the_program();

} // namespace openmasa
