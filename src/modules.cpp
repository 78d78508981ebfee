#include "modules.hpp"
#include "core/access/access_routes.hpp"
#include "core/help/module.hpp"
#include "plan/actions/module.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/plans/module.hpp"

namespace openmasa {

std::vector<Module> modules() {
    return {
        home::module(),    plans::module(),  actions::module(),
        imports::module(), access::module(), help::module(),
    };
}

} // namespace openmasa
