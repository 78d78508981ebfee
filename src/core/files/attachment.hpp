#pragma once
// A file that belongs to a record. Who may see the record may have the file: the area that shows it
// asks that first.
#include "core/files/file.hpp"
#include "core/files/storage.hpp"
#include "kernel/result.hpp"
#include "web/http/form.hpp"

namespace openmasa::files {

struct AttachmentKind;
using AttachmentId = Id<AttachmentKind>;

inline constexpr std::size_t largest_file = 20u << 20;

/// Checks what somebody sent, asks the scanner, and keeps the content on the disk; its rows are
/// written by attach(). Slow: outside any transaction. Refused in words for the field `field`.
Result<File> keep(const Storage& storage, const Scope& scope, const http::Upload& upload,
                  const std::string& field);

struct About {
    std::string_view kind, id; // "action"
};
struct Attachment {
    AttachmentId id{};
    std::string name;
    int version = 1;
    File file;
};
/// The file's rows, as the next version of that name on that record. Inside atomically(); the
/// record's own action writes the audit entry.
Attachment attach(store::Db& db, const Scope& scope, const About& about, const File& file);

/// By name, newest version first.
std::vector<Attachment> attachments_of(store::Db& db, const About& about);
/// Only of that record.
std::optional<Attachment> find_attachment(store::Db& db, const About& about,
                                          const AttachmentId& id);

/// "PDF, 120 KB, version 2, not scanned for viruses".
std::string spoken_facts(const Attachment& attachment);

/// Holds every row against its file, and every file against the rows; adds a sentence a fault.
/// Gives how many rows there are.
std::int64_t verify(store::Db& db, const Storage& storage, std::vector<std::string>& faults);

} // namespace openmasa::files
