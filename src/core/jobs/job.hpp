#pragma once
// Work that outlasts a request: what it is, how far it is, and what came of it.
#include "core/access/scope.hpp"
#include "core/files/file.hpp"
#include "kernel/id.hpp"
#include <optional>
#include <string>

namespace openmasa::jobs {

struct JobKind;
using JobId = Id<JobKind>;

enum class State { waiting, running, done, failed, cancelled };
std::string_view to_text(State state);
bool from_text(std::string_view text, State& state);
/// "Waiting", "Under way" ...
std::string_view spoken(State state);

struct Job {
    JobId id{};
    /// The name of its kind: "everything".
    std::string kind;
    std::string parameters;
    /// Who asked; nobody for what the program does by itself.
    std::optional<PersonId> person;
    State state = State::waiting;
    Moment made_at{};
    Moment next_try_at{};
    int attempts = 0;
    /// Where to go on after a stop: the kind's own words.
    std::string cursor;
    int steps_done = 0, steps = 0;
    /// What it is doing, in a sentence without its full stop.
    std::string doing;
    bool cancel_asked = false;
    /// The worker that holds it; another word than its own tells a worker that it lost the job.
    std::string taken_by;
    std::optional<Moment> ended_at;
    /// Why it failed, or what came of it.
    std::string said;
    std::optional<files::FileId> file;

    bool is_open() const { return state == State::waiting || state == State::running; }
};

} // namespace openmasa::jobs
