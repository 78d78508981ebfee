#pragma once
// Jobs and schedules in the database.
#include "core/jobs/job.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::jobs {

std::optional<Job> find_job(store::Db& db, const JobId& id);
/// Newest first.
std::vector<Job> jobs_of(store::Db& db, const PersonId& person, int most);
struct ListedJob {
    Job job;
    /// Who asked: an office, or "OpenMASA" for what the program does by itself.
    std::string who;
};
std::vector<ListedJob> list_jobs(store::Db& db, State state, int most);
/// Who asked for a job, while their account is open.
struct Asker {
    AccountId account{};
    std::string known_as;
};
std::optional<Asker> find_asker(store::Db& db, const PersonId& person);
/// Whether a job of that kind and person still waits or is under way.
std::optional<JobId> find_open(store::Db& db, std::string_view kind, const PersonId& person);

// What follows is for use inside atomically().
void add_job(store::Db& db, const Job& job);
/// The job that is due longest: waiting, or left by a worker whose lease has ended.
std::optional<Job> find_due(store::Db& db, Moment now);
/// Saves everything about a job that may change, and its lease; false when another worker has it.
bool save_held(store::Db& db, const Job& job, std::string_view worker,
               std::optional<Moment> taken_until);
/// Renews the lease; false when another worker has the job.
bool renew(store::Db& db, const JobId& job, std::string_view worker, Moment until);
void ask_to_cancel(store::Db& db, const JobId& job);

struct Schedule {
    std::string kind, rule;
    Moment next_at{};
    std::optional<Moment> last_at;
};
std::vector<Schedule> schedules(store::Db& db);
/// Unless it is there.
void add_schedule(store::Db& db, const Schedule& schedule);
/// False when another process was first.
bool move_on(store::Db& db, const Schedule& before, Moment next_at, Moment now);
std::optional<Schedule> find_schedule(store::Db& db, std::string_view kind);
/// False when the rule is no longer what it was before.
bool save_rule(store::Db& db, const Schedule& before, std::string_view rule, Moment next_at);

/// For the doctor: what failed since, and what was due before a moment and nobody does.
struct Trouble {
    std::int64_t failed = 0, undone = 0;
};
Trouble trouble(store::Db& db, Moment failed_since, Moment due_before);

} // namespace openmasa::jobs
