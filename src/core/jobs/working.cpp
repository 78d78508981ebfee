#include "core/jobs/working.hpp"
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/jobs/rules.hpp"
#include "core/jobs/schedule.hpp"
#include "core/jobs/store.hpp"
#include "core/notices/notice.hpp"
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>
#include <thread>

namespace openmasa::jobs {
namespace {

/// The next job, now this worker's; given up instead when it was begun too often.
Result<std::optional<Job>> take_one(store::Db& db, const Worker& worker) {
    return db.atomically([&]() -> Result<std::optional<Job>> {
        const auto scope = worker.now();
        auto job = find_due(db, scope.now);
        if (!job) return std::optional<Job>();
        const auto before = job->taken_by;
        ++job->attempts;
        job->state = State::running;
        job->taken_by = new_secret(*scope.randomness);
        if (job->cancel_asked) job->state = State::cancelled;
        if (job->attempts > most_attempts) {
            job->state = State::failed;
            if (job->said.empty()) job->said = "It was cut off again and again";
        }
        if (!job->is_open()) job->ended_at = scope.now;
        const auto until = job->is_open() ? std::optional(scope.now + lease) : std::nullopt;
        if (!save_held(db, *job, before, until)) return std::optional<Job>();
        return job;
    });
}

/// Who asked, as they are now; without any right when their account has ended. The program itself,
/// which tidies up, sees everything.
Scope scope_of(store::Db& db, const Worker& worker, const Job& job) {
    auto scope = worker.now();
    scope.something_restricted = job.person.has_value();
    if (!job.person) return scope;
    scope.person = job.person;
    scope.holdings.clear();
    const auto asked = find_asker(db, *job.person);
    if (!asked) return scope;
    scope.account = asked->account;
    scope.known_as = asked->known_as;
    auto held = access::held_by(db, *job.person, scope.today);
    scope.holdings = std::move(held.holdings);
    scope.something_restricted = held.something_restricted;
    return scope;
}

/// Ends a job, or puts it off, unless another worker has it by now.
Result<Done> leave(store::Db& db, const Worker& worker, const JobId& id, std::string_view held_as,
                   const std::function<void(Job&, Moment)>& change) {
    return db.atomically([&]() -> Result<Done> {
        auto job = find_job(db, id);
        if (!job || job->taken_by != held_as || !job->is_open()) return Done{};
        const auto scope = worker.now();
        change(*job, scope.now);
        if (!job->is_open()) job->ended_at = scope.now;
        (void)save_held(db, *job, held_as, std::nullopt);
        if (job->state == State::failed && job->person)
            notices::tell(db, scope,
                          {.person = job->person,
                           .kind = notices::Kind::work_done,
                           .about_kind = "job",
                           .about_id = job->id.view(),
                           .path = "/jobs/" + job->id.str()});
        return Done{};
    });
}

void put_off(Job& job, Moment now) {
    job.state = job.attempts >= most_attempts ? State::failed : State::waiting;
    job.next_try_at = now + wait_after(job.attempts);
    job.said = "The machine or the database failed; the fault is in the log";
}

std::string words_of(const Refusal& refusal) {
    return refusal.problems.empty() ? "What it is about is not there" : refusal.problems[0].words;
}

/// A refusal is an answer and is not tried again; what was cancelled, or taken over, is left.
void end_refused(Job& job, const Refusal& refusal) {
    if (job.cancel_asked) {
        job.state = State::cancelled;
        return;
    }
    job.state = State::failed;
    job.said = words_of(refusal);
}

Result<Done> do_job(store::Db& db, const Worker& worker, const Job& job) {
    const auto* kind = find_kind(worker.kinds, job.kind);
    if (!kind) return invalid("", "This program does not know this kind of work");
    if (!scope_of(db, worker, job).may(kind->permission))
        return invalid("", "Whoever asked for it may not do so any more");
    Work work(
        db, *worker.storage, job,
        {.now = [&] { return scope_of(db, worker, job); }, .restrictable = worker.restrictable});
    return kind->run(work);
}

/// Renews the lease every few seconds, from a thread and a database handle of its own.
class SignOfLife {
public:
    SignOfLife(const Worker& worker, const Job& job)
        : worker_(worker), job_(job), thread_([this] { run(); }) {}
    ~SignOfLife() {
        {
            const std::lock_guard lock(mutex_);
            over_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, heartbeat, [this] { return over_; })) {
            lock.unlock();
            try {
                store::Db db(*worker_.database);
                (void)db.atomically([&]() -> Result<Done> {
                    renew(db, job_.id, job_.taken_by, worker_.now().now + lease);
                    return Done{};
                });
            } catch (const std::exception& fault) {
                worker_.on_fault("the sign of life of a job", fault);
            }
            lock.lock();
        }
    }
    const Worker& worker_;
    const Job& job_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool over_ = false;
    std::thread thread_;
};

Result<Done> hold(store::Db& db, const Worker& worker, const Job& job) {
    try {
        const SignOfLife sign_of_life(worker, job);
        const auto done = do_job(db, worker, job);
        db.finish();
        if (done) return Done{};
        return leave(db, worker, job.id, job.taken_by,
                     [&](Job& left, Moment) { end_refused(left, done.refusal()); });
    } catch (const std::exception& fault) {
        db.finish();
        worker.on_fault(fmt::format("the job {}", job.kind), fault);
    }
    return leave(db, worker, job.id, job.taken_by, put_off);
}

} // namespace

Result<Done> add_schedules(store::Db& db, const Worker& worker) {
    return db.atomically([&]() -> Result<Done> {
        for (const auto& kind : worker.kinds)
            if (const auto rule = read_rule(kind.schedule))
                add_schedule(db, {.kind = std::string(kind.name),
                                  .rule = std::string(kind.schedule),
                                  .next_at = next_run(*rule, worker.now().now),
                                  .last_at = {}});
        return Done{};
    });
}

Result<int> follow_schedules(store::Db& db, const Worker& worker) {
    const auto all = schedules(db);
    db.finish();
    int made = 0;
    for (const auto& schedule : all) {
        const auto scope = worker.now();
        const auto rule = read_rule(schedule.rule);
        if (!rule || schedule.next_at > scope.now) continue;
        TRY(db.atomically([&]() -> Result<Done> {
            if (!move_on(db, schedule, next_run(*rule, scope.now), scope.now)) return Done{};
            add_job(db, {.id = scope.new_id<JobId>(),
                         .kind = schedule.kind,
                         .parameters = {},
                         .person = {},
                         .made_at = scope.now,
                         .next_try_at = scope.now});
            ++made;
            return Done{};
        }));
    }
    return made;
}

Result<int> work(store::Db& db, const Worker& worker) {
    int held = 0;
    while (!worker.is_stopping()) {
        const bool anything = find_due(db, worker.now().now).has_value();
        db.finish();
        if (!anything) return held;
        const auto job = TRY(take_one(db, worker));
        if (!job) return held;
        ++held;
        if (job->is_open()) TRY(hold(db, worker, *job));
    }
    return held;
}

} // namespace openmasa::jobs
