#include "modules.hpp"
#include "core/accounts/module.hpp"
#include "core/accounts/register.hpp"
#include "core/help/module.hpp"
#include "partnership/agencies/module.hpp"
#include "partnership/agencies/register.hpp"
#include "plan/actions/module.hpp"
#include "plan/actions/register.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/plans/module.hpp"

namespace openmasa {

std::vector<Module> modules() {
    return {
        home::module(),     plans::module(), actions::module(),  imports::module(),
        accounts::module(), help::module(),  agencies::module(),
    };
}

std::vector<const registers::Register*> registers_of_the_program() {
    return {&plan::action_register, &agencies::agency_register, &accounts::user_register};
}

} // namespace openmasa
