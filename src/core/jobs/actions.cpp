#include "core/jobs/actions.hpp"
#include "core/audit/audit.hpp"
#include "core/jobs/store.hpp"

namespace openmasa::jobs {
namespace {

void record(store::Db& db, const Scope& scope, std::string_view verb, const JobId& id) {
    audit::record(db, scope, {.verb = verb, .kind = "job", .id = id.view(), .content = {}});
}

} // namespace

Result<JobId> ask(store::Db& db, const Scope& scope, const Ask& command) {
    if (!command.kind || !scope.person || !scope.may(command.kind->permission)) return not_found();
    if (const auto open = find_open(db, command.kind->name, *scope.person)) return *open;
    const auto id = scope.new_id<JobId>();
    add_job(db, {.id = id,
                 .kind = std::string(command.kind->name),
                 .parameters = command.parameters,
                 .person = scope.person,
                 .made_at = scope.now,
                 .next_try_at = scope.now});
    record(db, scope, "job.asked", id);
    return id;
}

std::optional<Job> find_for(store::Db& db, const Scope& scope, const JobId& id) {
    auto job = find_job(db, id);
    const bool own = job && job->person && job->person == scope.person;
    if (!own && !scope.may(Permission::administer)) return std::nullopt;
    return job;
}

Result<Done> cancel(store::Db& db, const Scope& scope, const JobId& id) {
    auto job = find_for(db, scope, id);
    if (!job) return not_found();
    if (!job->is_open()) return conflict("It had ended already.");
    ask_to_cancel(db, id);
    if (job->state == State::waiting) {
        job->state = State::cancelled;
        job->ended_at = scope.now;
        (void)save_held(db, *job, job->taken_by, std::nullopt);
    }
    record(db, scope, "job.cancelled", id);
    return Done{};
}

Result<Done> try_again(store::Db& db, const Scope& scope, const JobId& id) {
    auto job = find_for(db, scope, id);
    if (!job || job->state != State::failed) return not_found();
    job->state = State::waiting;
    job->attempts = 0;
    job->next_try_at = scope.now;
    job->said.clear();
    job->ended_at.reset();
    (void)save_held(db, *job, job->taken_by, std::nullopt);
    record(db, scope, "job.tried_again", id);
    return Done{};
}

Result<Done> change_schedule(store::Db& db, const Scope& scope, const ChangeSchedule& command) {
    auto schedule = find_schedule(db, command.kind);
    if (!schedule || !scope.may(Permission::administer)) return not_found();
    schedule->rule = command.before;
    if (!save_rule(db, *schedule, to_text(command.rule), next_run(command.rule, scope.now)))
        return conflict("Somebody else has changed when this is done. It is shown as it is now.");
    audit::record(db, scope,
                  {.verb = "schedule.changed",
                   .kind = "schedule",
                   .id = command.kind,
                   .version = audit::next_version(db, "schedule", command.kind),
                   .content = {{"When", spoken(command.rule)}}});
    return Done{};
}

} // namespace openmasa::jobs
