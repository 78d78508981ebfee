#include "core/files/attachment.hpp"
#include "core/files/scanner.hpp"
#include "core/files/type.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::files {
namespace {

using store::None;
using store::Query;

constexpr std::size_t longest_name = 200;

constexpr Query<int(std::string_view, std::string_view, std::string_view)> find_newest{
    "attachments.newest", R"sql(
    SELECT coalesce(max(version), 0) FROM attachment WHERE about_kind = $1 AND about_id = $2 AND name = $3)sql"};
constexpr Query<None(AttachmentId, std::string_view, std::string_view, FileId, std::string_view,
                     int)>
    insert_attachment{"attachments.add", R"sql(
    INSERT INTO attachment (id, about_kind, about_id, file_id, name, version) VALUES ($1, $2, $3, $4, $5, $6))sql"};
constexpr Query<Attachment(std::string_view, std::string_view)> list_of_record{"attachments.list",
                                                                               R"sql(
    SELECT a.id, a.name, a.version, f.id, f.digest, f.size, f.type, f.name, f.made_at, f.scanned
    FROM attachment a JOIN file f ON f.id = a.file_id
    WHERE a.about_kind = $1 AND a.about_id = $2 ORDER BY a.name, a.version DESC)sql"};
constexpr Query<Attachment(std::string_view, std::string_view, AttachmentId)> find_one{
    "attachments.find", R"sql(
    SELECT a.id, a.name, a.version, f.id, f.digest, f.size, f.type, f.name, f.made_at, f.scanned
    FROM attachment a JOIN file f ON f.id = a.file_id
    WHERE a.about_kind = $1 AND a.about_id = $2 AND a.id = $3)sql"};

struct Kept {
    std::string digest, name;
};
constexpr Query<Kept()> list_kept{"files.list_kept",
                                  "SELECT digest, name FROM file ORDER BY digest, name, id"};
constexpr Query<std::int64_t(std::string_view)> count_rows{
    "files.count_rows", "SELECT count(*) FROM file WHERE digest = $1"};

/// What was told in the same minute may still get its row; housekeeping removes what is older.
constexpr auto still_coming = std::chrono::hours{48};

Result<std::string> scanned(std::string_view content, const std::string& field) {
    switch (scan(scanner_socket(), content)) {
    case Scan::clean: return std::string("clean");
    case Scan::not_scanned: return std::string("not scanned");
    case Scan::infected:
        return invalid(field, "The scanner found something harmful in this file, so it was not "
                              "kept. Tell whoever looks after your computer.");
    case Scan::failed: break;
    }
    return invalid(field, "The virus scanner does not answer, so the file was not kept. Try again "
                          "in a few minutes.");
}

std::string spoken_size(std::int64_t bytes) {
    if (bytes < 1000) return counted(bytes, "byte");
    if (bytes < 1'000'000) return fmt::format("{} KB", (bytes + 500) / 1000);
    return fmt::format("{}.{} MB", bytes / 1'000'000, bytes / 100'000 % 10);
}

} // namespace

Result<File> keep(const Storage& storage, const Scope& scope, const http::Upload& upload,
                  const std::string& field) {
    const auto& content = upload.content;
    const auto name = shortened(upload.file_name, longest_name);
    if (content.empty()) return invalid(field, "This file is empty.");
    if (content.size() > largest_file)
        return invalid(field, "This file is too large. It may be 20 MB at most.");
    const auto& type = type_of(content);
    if (type.is_program)
        return invalid(field, "This file is a program. Attach documents and pictures only.");
    auto verdict = TRY(scanned(content, field));
    return File{.id = scope.new_id<FileId>(),
                .digest = storage.put(content),
                .size = static_cast<std::int64_t>(content.size()),
                .type = std::string(type.media),
                .name = name.empty() ? "File" : name,
                .made_at = scope.now,
                .scanned = std::move(verdict)};
}

Attachment attach(store::Db& db, const Scope& scope, const About& about, const File& file) {
    const int newest = db.one(find_newest, about.kind, about.id, file.name).value_or(0);
    const Attachment made{
        .id = scope.new_id<AttachmentId>(), .name = file.name, .version = newest + 1, .file = file};
    add_file(db, scope, file);
    db.run(insert_attachment, made.id, about.kind, about.id, file.id, made.name, made.version);
    return made;
}

std::vector<Attachment> attachments_of(store::Db& db, const About& about) {
    return db.all(list_of_record, about.kind, about.id);
}

std::optional<Attachment> find_attachment(store::Db& db, const About& about,
                                          const AttachmentId& id) {
    return db.one(find_one, about.kind, about.id, id);
}

std::string spoken_facts(const Attachment& attachment) {
    const auto& file = attachment.file;
    auto facts = fmt::format("{}, {}", spoken_type(file.type), spoken_size(file.size));
    if (attachment.version > 1) facts += fmt::format(", version {}", attachment.version);
    if (file.scanned != "clean") facts += ", not scanned for viruses";
    return facts;
}

std::int64_t verify(store::Db& db, const Storage& storage, std::vector<std::string>& faults) {
    std::int64_t rows = 0;
    std::string last;
    db.each(list_kept, [&](Kept&& kept) {
        ++rows;
        if (std::exchange(last, kept.digest) == kept.digest) return;
        if (!storage.has(kept.digest))
            faults.push_back(fmt::format("The file {} ({}) is missing from the folder {}.",
                                         kept.name, kept.digest, storage.folder().string()));
        else if (!storage.get(kept.digest))
            faults.push_back(fmt::format(
                "The file {} ({}) is not what it was: somebody changed it behind the program.",
                kept.name, kept.digest));
    });
    storage.each([&](const Storage::Found& found) {
        const bool known = found.digest && db.one(count_rows, *found.digest).value_or(0) > 0;
        if (!known && found.age > still_coming)
            faults.push_back(
                fmt::format("Nothing in the records uses the file {}.", found.path.string()));
    });
    return rows;
}

} // namespace openmasa::files
