#include "modules.hpp"
#include "core/accounts/module.hpp"
#include "core/help/module.hpp"
#include "core/jobs/everything.hpp"
#include "core/jobs/housekeeping.hpp"
#include "core/jobs/module.hpp"
#include "core/notices/module.hpp"
#include "core/notices/rules.hpp"
#include "core/notices/store.hpp"
#include "kernel/text.hpp"
#include "plan/actions/download.hpp"
#include "plan/actions/module.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/plans/module.hpp"

namespace openmasa {
namespace {

std::string all_actions(store::Db& db, const Scope& scope) {
    return plan::actions_as(listing::Format::csv, db, scope, {}, {});
}

std::string forget_old_links(store::Db& db, const files::Storage&, const Scope& scope) {
    const int forgotten = notices::forget_old_secrets(db, scope.now - notices::oldest);
    return forgotten
               ? "Forgot " + counted(forgotten, "link that had run out", "links that had run out")
               : "";
}

} // namespace

std::vector<Module> modules() {
    return {
        home::module(),     plans::module(),   actions::module(), imports::module(),
        accounts::module(), notices::module(), jobs::module(),    help::module(),
    };
}

std::vector<jobs::Kind> job_kinds() {
    return {
        jobs::everything({
            {"actions.csv", all_actions},
        }),
        jobs::housekeeping({
            {"Files that nothing uses", jobs::remove_unused_files},
            {"Links in mails that have run out", forget_old_links},
        }),
    };
}

} // namespace openmasa
