#pragma once
// One's own work, one job, and all of it with its schedules. Ready data only.
#include "core/audit/audit.hpp"
#include "core/jobs/schedule.hpp"
#include "core/jobs/store.hpp"
#include "core/jobs/work.hpp"
#include "web/html.hpp"

namespace openmasa::jobs {

struct OwnPage {
    Html form_token;
    /// What this person may ask for, and is not done by itself anyway.
    std::vector<const Kind*> kinds;
    std::vector<Job> jobs;
    std::span<const Kind> all_kinds;
    bool may_see_all = false;
};
Html own_view(const OwnPage& page);

struct JobPage {
    Html form_token;
    Job job;
    std::string title;
};
Html job_view(const JobPage& page);

struct AllPage {
    std::vector<ListedJob> failed, running, waiting, done;
    std::vector<Schedule> schedules;
    std::span<const Kind> all_kinds;
};
Html all_view(const AllPage& page);

/// What was typed, or what is so.
struct TypedRule {
    std::string every, on, at;
};
TypedRule typed_as(const Rule& rule);

struct SchedulePage {
    Html form_token;
    std::string title;
    Schedule schedule;
    TypedRule typed;
    std::vector<Problem> problems;
    std::vector<history::Version> versions;
};
Html schedule_view(const SchedulePage& page);

/// The kind's title; its name when this program does not know it.
std::string title_of(std::span<const Kind> kinds, const std::string& name);

} // namespace openmasa::jobs
