#include "core/audit/downloads.hpp"

namespace openmasa::audit {
namespace {

void record_alone(store::Db& db, const Scope& scope, const Entry& entry) {
    (void)db.atomically([&]() -> Result<Done> {
        record(db, scope, entry);
        return Done{};
    });
}

} // namespace

void record_download(store::Db& db, const Scope& scope, const Download& download) {
    const auto id = scope.new_id<DownloadId>();
    record_alone(
        db, scope,
        {.verb = download.verb,
         .kind = "download",
         .id = id.view(),
         .version = next_version(db, "download", id.view()),
         .content = {{"filter", download.filter}, {"rows", std::to_string(download.rows)}}});
}

void record_taken(store::Db& db, const Scope& scope, std::string_view verb, std::string_view kind,
                  std::string_view id) {
    record_alone(db, scope, {.verb = verb, .kind = kind, .id = id, .content = {}});
}

void record_taken(store::Db& db, const Scope& scope, const Taken& taken) {
    (void)db.atomically([&]() -> Result<Done> {
        record(db, scope,
               {.verb = taken.of_record,
                .kind = taken.about_kind,
                .id = taken.about_id,
                .content = {}});
        record(db, scope,
               {.verb = taken.of_file, .kind = "attachment", .id = taken.file, .content = {}});
        return Done{};
    });
}

void record_refused_page(store::Db& db, const Scope& scope, std::string_view thing) {
    record_alone(db, scope, {.verb = "page.refused", .kind = "page", .id = thing, .content = {}});
}

} // namespace openmasa::audit
