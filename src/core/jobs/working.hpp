#pragma once
// The worker's side: takes what is due and does it. Any number of workers, in any number of
// processes on one database: a job is one worker's for as long as its lease is renewed.
#include "core/jobs/work.hpp"
#include <functional>
#include <span>

namespace openmasa::jobs {

struct Worker {
    /// For the sign of life while a job is under way.
    store::Database* database = nullptr;
    std::span<const Kind> kinds;
    /// What can be restricted, in all areas: hidden from the work of those who may not read it.
    restriction::AllKinds restrictable{};
    const files::Storage* storage = nullptr;
    /// The program itself, now. The scope of a person's job is theirs, with what they may do now.
    std::function<Scope()> now;
    std::function<bool()> is_stopping = [] { return false; };
    /// Told about a fault in a job, for the log.
    std::function<void(std::string_view place, const std::exception&)> on_fault;
};

/// At the start: schedules that the kinds bring and that are not there yet.
Result<Done> add_schedules(store::Db& db, const Worker& worker);
/// Makes jobs of the schedules whose time has come: one each, however long nobody ran it.
Result<int> follow_schedules(store::Db& db, const Worker& worker);
/// Does what is due, one after the other, until nothing is; gives how many jobs it held.
Result<int> work(store::Db& db, const Worker& worker);

} // namespace openmasa::jobs
