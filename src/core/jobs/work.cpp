#include "core/jobs/work.hpp"
#include "core/jobs/rules.hpp"
#include "core/jobs/store.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/sight.hpp"
#include <algorithm>

namespace openmasa::jobs {
namespace {

void tell_who_asked(store::Db& db, Scope scope, const Job& job) {
    if (!job.person) return;
    scope.person.reset(); // it is the program that tells
    notices::tell(db, scope,
                  {.person = job.person,
                   .kind = notices::Kind::work_done,
                   .about_kind = "job",
                   .about_id = job.id.view(),
                   .path = "/jobs/" + job.id.str()});
}

} // namespace

Work::Work(store::Db& its_db, const files::Storage& its_storage, Job job, Rights rights)
    : db(its_db), storage(its_storage), job_(std::move(job)), rights_(std::move(rights)) {
    read_anew();
}

/// With the rights of this moment: a long job does not outlive them.
void Work::read_anew() {
    db.finish();
    scope_ = rights_.now();
    restriction::look(db, scope_, rights_.restrictable);
    for (const auto& record : scope_.restricted)
        if (std::ranges::find(could_read_, record) == could_read_.end())
            could_read_.push_back(record);
}

Result<Done> Work::save(const Job& after, const Effect& effect,
                        const std::function<void()>& add_its_file) {
    return db.atomically([&]() -> Result<Done> {
        const auto before = find_job(db, job_.id);
        if (!before || before->cancel_asked) return no_longer_ours();
        if (add_its_file) add_its_file();
        const auto scope = rights_.now();
        const auto until = after.is_open() ? std::optional(scope.now + lease) : std::nullopt;
        if (!save_held(db, after, job_.taken_by, until)) return no_longer_ours();
        if (effect) TRY(effect());
        if (!after.is_open()) {
            restriction::note_reading(db, scope, could_read_);
            tell_who_asked(db, scope, after);
        }
        return Done{};
    });
}

Result<Done> Work::step(const Progress& progress, const Effect& effect) {
    auto after = job_;
    after.steps_done = progress.done;
    after.steps = progress.all;
    after.doing = progress.doing;
    after.cursor = progress.cursor;
    TRY(save(after, effect));
    job_ = after;
    read_anew();
    return Done{};
}

Result<Done> Work::finish(const Outcome& outcome, const Effect& effect) {
    auto after = job_;
    const auto scope = rights_.now();
    after.state = State::done;
    after.steps_done = after.steps;
    after.doing.clear();
    after.said = outcome.said;
    after.ended_at = scope.now;
    if (outcome.file_name.empty()) return save(after, effect);
    const files::File file{.id = scope.new_id<files::FileId>(),
                           .digest = storage.put(outcome.file_content),
                           .size = static_cast<std::int64_t>(outcome.file_content.size()),
                           .type = outcome.file_type,
                           .name = outcome.file_name,
                           .made_at = scope.now,
                           .scanned = "not scanned"};
    after.file = file.id;
    return save(after, effect, [&] { files::add_file(db, scope, file); });
}

const Kind* find_kind(std::span<const Kind> kinds, std::string_view name) {
    const auto found = std::ranges::find(kinds, name, &Kind::name);
    return found == kinds.end() ? nullptr : &*found;
}

Refusal no_longer_ours() {
    return {Refusal::Kind::not_found, {}};
}

} // namespace openmasa::jobs
