#pragma once
// Downloads are entries: who took which rows away, by what filter and how many, never the rows.
#include "core/audit/audit.hpp"

namespace openmasa::audit {

struct DownloadKind;
using DownloadId = Id<DownloadKind>;

struct Download {
    std::string_view verb; // "actions.downloaded"
    /// As the address said it: "due=late"; what people typed stands in the history, not in the log.
    std::string filter;
    std::int64_t rows = 0;
};
/// In a transaction of its own, before the answer is sent.
void record_download(store::Db& db, const Scope& scope, const Download& download);

/// What was made for this record left ("job.fetched"). In a transaction of its own, before the
/// answer is sent.
void record_taken(store::Db& db, const Scope& scope, std::string_view verb, std::string_view kind,
                  std::string_view id);

/// A file left, or was shown: one entry about the record that it belongs to, one about the file.
struct Taken {
    std::string_view of_record, of_file; // "file.downloaded", "attachment.downloaded"
    std::string_view about_kind{}, about_id{};
    /// The attachment's id.
    std::string_view file{};
};
/// Both in one transaction, before the answer is sent.
void record_taken(store::Db& db, const Scope& scope, const Taken& taken);

/// Somebody signed in asked for a page that is not there or not open to them: nobody learns which,
/// and the log does not say. `thing` is the id in its address, or the address's pattern.
void record_refused_page(store::Db& db, const Scope& scope, std::string_view thing);

} // namespace openmasa::audit
