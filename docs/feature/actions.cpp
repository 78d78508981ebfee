#include "AREA/THINGS/actions.hpp"
#include "AREA/THINGS/rules.hpp"
#include "AREA/THINGS/store.hpp"
#include "kernel/text.hpp"

namespace openmasa::THINGS {

Result<PascalThing> add_THING(store::Db& db, const Scope& scope, const AddPascalThing& command) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    if (auto problems = problems_with(command); !problems.empty())
        return invalid(std::move(problems));
    const PascalThing THING{.id = scope.new_id<PascalThingId>(),
                            .title = one_line(command.title),
                            .added_at = scope.now};
    save_new(db, scope, THING);
    return THING;
}

} // namespace openmasa::THINGS
