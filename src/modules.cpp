#include "modules.hpp"
#include "core/accounts/module.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/administration/module.hpp"
#include "core/audit/module.hpp"
#include "core/clocks/module.hpp"
#include "core/comments/module.hpp"
#include "core/health/module.hpp"
#include "core/help/module.hpp"
#include "core/jobs/everything.hpp"
#include "core/jobs/housekeeping.hpp"
#include "core/jobs/module.hpp"
#include "core/notices/module.hpp"
#include "core/notices/rules.hpp"
#include "core/notices/store.hpp"
#include "core/references/module.hpp"
#include "core/registers/download.hpp"
#include "core/registers/rows.hpp"
#include "core/restriction/module.hpp"
#include "core/restriction/reminders.hpp"
#include "core/rights/module.hpp"
#include "core/settings/module.hpp"
#include "core/signoff/actions.hpp"
#include "core/terms/module.hpp"
#include "core/terms/register.hpp"
#include "core/thread/module.hpp"
#include "core/views/module.hpp"
#include "intelligence/indicators/module.hpp"
#include "intelligence/loads/module.hpp"
#include "intelligence/returns/module.hpp"
#include "intelligence/returns/reminders.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/module.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/succession_actions.hpp"
#include "partnership/directory/module.hpp"
#include "partnership/groups/module.hpp"
#include "partnership/groups/register.hpp"
#include "partnership/masa/module.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/offices/module.hpp"
#include "partnership/offices/register.hpp"
#include "partnership/passing/module.hpp"
#include "partnership/seats/module.hpp"
#include "partnership/seats/register.hpp"
#include "partnership/structure/module.hpp"
#include "partnership/suitability/module.hpp"
#include "plan/actions/module.hpp"
#include "plan/actions/register.hpp"
#include "plan/broken/module.hpp"
#include "plan/documents/module.hpp"
#include "plan/drafting/module.hpp"
#include "plan/drafting/register.hpp"
#include "plan/duties/module.hpp"
#include "plan/editions/module.hpp"
#include "plan/home/module.hpp"
#include "plan/imports/module.hpp"
#include "plan/moving/module.hpp"
#include "plan/owed/module.hpp"
#include "plan/plans/module.hpp"
#include "plan/position/module.hpp"
#include "plan/priorities/module.hpp"
#include "plan/recommendations/module.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/reminders/reminders.hpp"
#include "plan/responses/asking.hpp"
#include "plan/responses/module.hpp"
#include "plan/responses/register.hpp"
#include "plan/retention/module.hpp"
#include "plan/updates/module.hpp"
#include "plan/updates/owing.hpp"
#include "plan/versions/module.hpp"
#include "plan/year/module.hpp"

namespace openmasa {
namespace {

/// A register as CSV, of what this scope may see.
std::string csv_of(const registers::Register& which, store::Db& db, const Scope& scope) {
    std::string csv;
    if (!scope.may(which.read)) return csv;
    registers::write_rows(registers::Format::csv, registers::outgoing(which),
                          registers::all_rows(db, scope, which),
                          [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

std::vector<jobs::Register> registers_to_take_away() {
    std::vector<jobs::Register> all;
    for (const auto* which : registers_of_the_program())
        all.push_back({.file_name = std::string(which->kind) + ".csv",
                       .csv = [which](store::Db& db, const Scope& scope) {
                           return csv_of(*which, db, scope);
                       }});
    return all;
}

std::string forget_old_links(store::Db& db, const files::Storage&, const Scope& scope) {
    const int forgotten = notices::forget_old_secrets(db, scope.now - notices::oldest);
    return forgotten
               ? "Forgot " + counted(forgotten, "link that had run out", "links that had run out")
               : "";
}

std::string remind_of_reviews(store::Db& db, const files::Storage&, const Scope& scope) {
    return restriction::remind(db, scope);
}

std::string remind_of_actions(store::Db& db, const files::Storage&, const Scope& scope) {
    return reminders::remind(db, scope);
}

std::string pass_duties_on(store::Db& db, const files::Storage&, const Scope& scope) {
    return agencies::carry_out_due(db, scope, modules());
}

std::string remind_of_updates(store::Db& db, const files::Storage&, const Scope& scope) {
    return updates::remind(db, scope);
}

std::string remind_of_responses(store::Db& db, const files::Storage&, const Scope& scope) {
    return responses::remind(db, scope);
}

std::string remind_of_figures(store::Db& db, const files::Storage&, const Scope& scope) {
    return intelligence::remind_of_returns(db, scope);
}

std::string tell_new_signers(store::Db& db, const files::Storage&, const Scope& scope) {
    const int told = signoff::tell_new_holders(db, scope, partnership::holders_for_signing);
    return told ? "Told " + counted(told, "new holder of an office", "new holders of offices") +
                      " that they are to sign"
                : "";
}

} // namespace

std::vector<Module> modules() {
    return {
        home::module(),
        plans::module(),
        actions::module(),
        versions::module(),
        imports::module(),
        priorities::module(),
        editions::module(),
        retention::module(),
        agencies::module(),
        offices::module(),
        clocks::module(),
        comments::module(),
        references::module(),
        restriction::module(),
        rights::module(),
        settings::module(),
        administration::module(),
        accounts::module(),
        notices::module(),
        jobs::module(),
        audit::module(),
        health::module(),
        help::module(),
        terms::module(),
        views::module(),
        year::module(),
        owed::module(),
        plan_documents::module(),
        drafting::module(),
        moving::module(),
        updates::module(),
        plan_duties::module(),
        groups::module(),
        seats::module(),
        passing::module(),
        suitability::module(),
        structure::module(),
        directory::module(),
        masa::module(),
        recommendations::module(),
        broken::module(),
        position::module(),
        thread::module(),
        responses::module(),
        intelligence::loads::module(),
        intelligence::indicators::module(),
        intelligence::returns::module(),
    };
}

std::vector<jobs::Kind> job_kinds() {
    return {
        jobs::everything(registers_to_take_away()),
        jobs::housekeeping({
            {"Files that nothing uses", jobs::remove_unused_files},
            {"Links in mails that have run out", forget_old_links},
        }),
        jobs::reminders({
            {"What one agency passes to the next", pass_duties_on},
            {"Restrictions and broken glass to look at again", remind_of_reviews},
            {"Actions that are due soon or late", remind_of_actions},
            {"Requests for updates that wait for answers", remind_of_updates},
            {"Answers to recommendations that are due soon or late", remind_of_responses},
            {"Figures that are due soon or late", remind_of_figures},
            {"Documents that wait for whoever holds an office now", tell_new_signers},
        }),
    };
}

std::vector<const registers::Register*> registers_of_the_program() {
    return {&plan::action_register,
            &drafting::plan_register,
            &agencies::agency_register,
            &offices::office_register,
            &accounts::person_register,
            &accounts::user_register,
            &terms::term_register,
            &groups::group_register,
            &seats::seat_register,
            &masa::edition_register,
            &masa::section_register,
            &masa::check_register,
            &masa::milestone_register,
            &masa::consultation_register,
            &masa::comment_register,
            &masa::signature_register,
            &recommendations::recommendation_register,
            &responses::response_register};
}

} // namespace openmasa
