#include "core/jobs/housekeeping.hpp"
#include "kernel/text.hpp"

namespace openmasa::jobs {
namespace {

constexpr auto kept_without_record = std::chrono::hours{24};

constexpr store::Query<std::int64_t(std::string_view)> count_records{
    "files.count_records", "SELECT count(*) FROM file WHERE digest = $1"};

/// One step each; `nothing` is said when none of them had anything to do.
Result<Done> do_all(Work& work, const std::vector<Tidying>& tidyings, std::string_view nothing) {
    std::vector<std::string> did;
    const int all = static_cast<int>(tidyings.size());
    for (int at = 0; at < all; ++at) {
        const auto& one = tidyings[static_cast<std::size_t>(at)];
        TRY(work.step({.done = at, .all = all, .doing = std::string(one.name)},
                      [&]() -> Result<Done> {
                          did.push_back(one.tidy(work.db, work.storage, work.scope()));
                          return Done{};
                      }));
    }
    std::erase(did, "");
    return work.finish({.said = did.empty() ? std::string(nothing) : join(did, "; ")});
}

} // namespace

Kind housekeeping(std::vector<Tidying> tidyings) {
    return {.name = "housekeeping",
            .title = "Nightly housekeeping",
            .permission = Permission::administer,
            .run = [tidyings = std::move(tidyings)](
                       Work& work) { return do_all(work, tidyings, "There was nothing to tidy"); },
            .schedule = "daily 02:30"};
}

Kind reminders(std::vector<Tidying> reminders) {
    return {.name = "reminders",
            .title = "Reminders of what is due",
            .permission = Permission::administer,
            .run = [reminders = std::move(reminders)](
                       Work& work) { return do_all(work, reminders, "Nobody had to be reminded"); },
            .schedule = "daily 06:30"};
}

std::string remove_unused_files(store::Db& db, const files::Storage& storage, const Scope&) {
    std::vector<files::Storage::Found> unused;
    storage.each([&](const files::Storage::Found& found) {
        if (found.age < kept_without_record) return;
        const bool used = found.digest && db.one(count_records, *found.digest).value_or(0) > 0;
        if (!used) unused.push_back(found);
    });
    for (const auto& found : unused) std::filesystem::remove(found.path);
    return unused.empty()
               ? ""
               : "Removed " + counted(static_cast<long long>(unused.size()),
                                      "file that nothing used", "files that nothing used");
}

} // namespace openmasa::jobs
