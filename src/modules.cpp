#include "modules.hpp"
#include "core/accounts/module.hpp"
#include "core/administration/module.hpp"
#include "core/clocks/module.hpp"
#include "core/comments/module.hpp"
#include "core/help/module.hpp"
#include "core/references/module.hpp"
#include "core/settings/module.hpp"
#include "plan/actions/module.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/plans/module.hpp"

namespace openmasa {

std::vector<Module> modules() {
    return {
        home::module(),           plans::module(),    actions::module(),    imports::module(),
        clocks::module(),         comments::module(), references::module(), settings::module(),
        administration::module(), accounts::module(), help::module(),
    };
}

} // namespace openmasa
