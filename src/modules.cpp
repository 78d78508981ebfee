#include "modules.hpp"
#include "core/accounts/module.hpp"
#include "core/audit/module.hpp"
#include "core/help/module.hpp"
#include "plan/actions/module.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/plans/module.hpp"

namespace openmasa {

std::vector<Module> modules() {
    return {
        home::module(),     plans::module(), actions::module(), imports::module(),
        accounts::module(), audit::module(), help::module(),
    };
}

} // namespace openmasa
