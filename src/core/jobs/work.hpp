#pragma once
// What a kind of job is given to work with. A job may be stopped at any moment (kill -9 too) and
// begins again where its last step ended: a step's effect, how far the job is and, at the last,
// that it is done are saved in one transaction, so each happens exactly once.
#include "core/files/storage.hpp"
#include "core/jobs/job.hpp"
#include "core/restriction/kinds.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::jobs {

struct Progress {
    int done = 0, all = 0;
    /// What comes next, in a sentence without its full stop: "Reading the actions".
    std::string doing;
    /// Where to go on after a stop.
    std::string cursor{};
};

class Work {
public:
    using Effect = std::function<Result<Done>()>;

    store::Db& db;
    const files::Storage& storage;
    const Job& job() const { return job_; }
    /// The person who asked, with the rights that they had when this step began; or the program
    /// itself. What is restricted from them is hidden from `db` until the next step.
    const Scope& scope() const { return scope_; }

    /// Saves how far it is, with the step's effect; then `db` reads the newest state. Refused when
    /// the job was cancelled or another worker has taken it over: the job then returns that
    /// refusal.
    Result<Done> step(const Progress& progress, const Effect& effect = {});
    /// The last step. `said` tells in a sentence what came of it; a file's content is kept for
    /// whoever asked.
    struct Outcome {
        std::string said;
        std::string file_name{}, file_type{}, file_content{};
    };
    Result<Done> finish(const Outcome& outcome, const Effect& effect = {});

    /// What of a person's rights the work needs: their scope now, and what can be restricted.
    struct Rights {
        std::function<Scope()> now;
        const restriction::AllKinds& restrictable;
    };
    Work(store::Db& its_db, const files::Storage& its_storage, Job job, Rights rights);

private:
    void read_anew();
    Result<Done> save(const Job& after, const Effect& effect,
                      const std::function<void()>& add_its_file = {});
    Job job_;
    Rights rights_;
    Scope scope_;
    /// Restricted records that this person could read meanwhile: the log says so at the end.
    std::vector<Record> could_read_;
};

/// A kind of work. Listed in src/modules.cpp.
struct Kind {
    std::string_view name;
    /// "Everything as a zip file"
    std::string_view title;
    /// Who may ask for it; what only the program does by itself asks for `administer`.
    Permission permission;
    std::function<Result<Done>(Work&)> run;
    /// When it is done by itself, at first; empty: never.
    std::string_view schedule{};
};

const Kind* find_kind(std::span<const Kind> kinds, std::string_view name);

/// Refused with this, a job ends as cancelled or is left to the worker that has it.
Refusal no_longer_ours();

} // namespace openmasa::jobs
