#include "core/jobs/store.hpp"

namespace openmasa::jobs {
namespace {

using store::None;
using store::Query;

constexpr Query<Job(JobId)> find_one{"jobs.find", R"sql(
    SELECT id, kind, parameters, person_id, state, made_at, next_try_at, attempts, cursor_at, steps_done, steps, doing,
           cancel_asked, taken_by, ended_at, said, file_id
    FROM job WHERE id = $1)sql"};
constexpr Query<Job(PersonId, int)> list_of_person{"jobs.of_person", R"sql(
    SELECT id, kind, parameters, person_id, state, made_at, next_try_at, attempts, cursor_at, steps_done, steps, doing,
           cancel_asked, taken_by, ended_at, said, file_id
    FROM job WHERE person_id = $1 ORDER BY made_at DESC, id DESC LIMIT $2)sql"};
constexpr Query<ListedJob(State, int)> list_by_state{"jobs.list", R"sql(
    SELECT j.id, j.kind, j.parameters, j.person_id, j.state, j.made_at, j.next_try_at, j.attempts, j.cursor_at,
           j.steps_done, j.steps, j.doing, j.cancel_asked, j.taken_by, j.ended_at, j.said, j.file_id,
           coalesce(p.known_as, 'OpenMASA')
    FROM job j LEFT JOIN person p ON p.id = j.person_id
    WHERE j.state = $1 ORDER BY j.made_at DESC, j.id DESC LIMIT $2)sql"};
constexpr Query<Asker(PersonId)> find_asking{"jobs.find_asker", R"sql(
    SELECT a.id, p.known_as FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.person_id = $1 AND a.ended_at IS NULL ORDER BY a.id LIMIT 1)sql"};
constexpr Query<JobId(std::string_view, PersonId)> find_open_one{"jobs.find_open", R"sql(
    SELECT id FROM job WHERE kind = $1 AND person_id = $2 AND state IN ('waiting', 'running')
    ORDER BY id LIMIT 1)sql"};
constexpr Query<Job(Moment)> find_due_one{"jobs.find_due", R"sql(
    SELECT id, kind, parameters, person_id, state, made_at, next_try_at, attempts, cursor_at, steps_done, steps, doing,
           cancel_asked, taken_by, ended_at, said, file_id
    FROM job WHERE (state = 'waiting' AND next_try_at <= $1) OR (state = 'running' AND taken_until <= $1)
    ORDER BY next_try_at, id LIMIT 1)sql"};
constexpr Query<None(JobId, std::string_view, std::string_view, std::optional<PersonId>, Moment,
                     Moment)>
    insert_job{"jobs.add", R"sql(
    INSERT INTO job (id, kind, parameters, person_id, state, made_at, next_try_at, attempts, cursor_at, steps_done,
                     steps, doing, cancel_asked, taken_by, said)
    VALUES ($1, $2, $3, $4, 'waiting', $5, $6, 0, '', 0, 0, '', 0, '', ''))sql"};
constexpr Query<None(JobId, std::string_view, State, Moment, int, std::string_view, int, int,
                     std::string_view, std::string_view, std::optional<Moment>,
                     std::optional<Moment>, std::string_view, std::optional<files::FileId>)>
    update_held{"jobs.save", R"sql(
    UPDATE job SET state = $3, next_try_at = $4, attempts = $5, cursor_at = $6, steps_done = $7, steps = $8,
        doing = $9, taken_by = $10, taken_until = $11, ended_at = $12, said = $13, file_id = $14
    WHERE id = $1 AND taken_by = $2)sql"};
constexpr Query<None(JobId, std::string_view, Moment)> renew_lease{"jobs.renew", R"sql(
    UPDATE job SET taken_until = $3 WHERE id = $1 AND taken_by = $2 AND state = 'running')sql"};
constexpr Query<None(JobId)> set_cancel_asked{"jobs.ask_to_cancel",
                                              "UPDATE job SET cancel_asked = 1 WHERE id = $1"};

constexpr Query<Schedule()> list_schedules{
    "schedules.list", "SELECT kind, rule, next_at, last_at FROM job_schedule ORDER BY kind"};
constexpr Query<None(std::string_view, std::string_view, Moment)> insert_schedule{"schedules.add",
                                                                                  R"sql(
    INSERT INTO job_schedule (kind, rule, next_at) VALUES ($1, $2, $3) ON CONFLICT (kind) DO NOTHING)sql"};
constexpr Query<None(std::string_view, Moment, Moment, Moment)> set_next{"schedules.move_on",
                                                                         R"sql(
    UPDATE job_schedule SET next_at = $3, last_at = $4 WHERE kind = $1 AND next_at = $2)sql"};
constexpr Query<Schedule(std::string_view)> find_one_schedule{
    "schedules.find", "SELECT kind, rule, next_at, last_at FROM job_schedule WHERE kind = $1"};
constexpr Query<None(std::string_view, std::string_view, std::string_view, Moment)> set_rule{
    "schedules.set_rule", R"sql(
    UPDATE job_schedule SET rule = $3, next_at = $4 WHERE kind = $1 AND rule = $2)sql"};

constexpr Query<std::int64_t(Moment)> count_failed{
    "jobs.count_failed", "SELECT count(*) FROM job WHERE state = 'failed' AND ended_at >= $1"};
constexpr Query<std::int64_t(Moment)> count_undone{"jobs.count_undone", R"sql(
    SELECT count(*) FROM job
    WHERE (state = 'waiting' AND next_try_at < $1) OR (state = 'running' AND taken_until < $1))sql"};

} // namespace

std::optional<Job> find_job(store::Db& db, const JobId& id) {
    return db.one(find_one, id);
}

std::vector<Job> jobs_of(store::Db& db, const PersonId& person, int most) {
    return db.all(list_of_person, person, most);
}

std::vector<ListedJob> list_jobs(store::Db& db, State state, int most) {
    return db.all(list_by_state, state, most);
}

std::optional<Asker> find_asker(store::Db& db, const PersonId& person) {
    return db.one(find_asking, person);
}

std::optional<JobId> find_open(store::Db& db, std::string_view kind, const PersonId& person) {
    return db.one(find_open_one, kind, person);
}

void add_job(store::Db& db, const Job& job) {
    db.run(insert_job, job.id, job.kind, job.parameters, job.person, job.made_at, job.next_try_at);
}

std::optional<Job> find_due(store::Db& db, Moment now) {
    return db.one(find_due_one, now);
}

bool save_held(store::Db& db, const Job& job, std::string_view worker,
               std::optional<Moment> taken_until) {
    return db.run(update_held, job.id, worker, job.state, job.next_try_at, job.attempts, job.cursor,
                  job.steps_done, job.steps, job.doing, job.taken_by, taken_until, job.ended_at,
                  job.said, job.file) == 1;
}

bool renew(store::Db& db, const JobId& job, std::string_view worker, Moment until) {
    return db.run(renew_lease, job, worker, until) == 1;
}

void ask_to_cancel(store::Db& db, const JobId& job) {
    db.run(set_cancel_asked, job);
}

std::vector<Schedule> schedules(store::Db& db) {
    return db.all(list_schedules);
}

void add_schedule(store::Db& db, const Schedule& schedule) {
    db.run(insert_schedule, schedule.kind, schedule.rule, schedule.next_at);
}

bool move_on(store::Db& db, const Schedule& before, Moment next_at, Moment now) {
    return db.run(set_next, before.kind, before.next_at, next_at, now) == 1;
}

std::optional<Schedule> find_schedule(store::Db& db, std::string_view kind) {
    return db.one(find_one_schedule, kind);
}

bool save_rule(store::Db& db, const Schedule& before, std::string_view rule, Moment next_at) {
    return db.run(set_rule, before.kind, before.rule, rule, next_at) == 1;
}

Trouble trouble(store::Db& db, Moment failed_since, Moment due_before) {
    return {.failed = db.one(count_failed, failed_since).value_or(0),
            .undone = db.one(count_undone, due_before).value_or(0)};
}

} // namespace openmasa::jobs
