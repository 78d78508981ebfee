#pragma once
// A file that the program keeps: what it is, told from its content, and where its content is.
#include "core/access/scope.hpp"
#include "kernel/id.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>

namespace openmasa::files {

struct FileKind;
using FileId = Id<FileKind>;

struct File {
    FileId id{};
    /// SHA-256 of the content; the storage knows it by this.
    std::string digest;
    std::int64_t size = 0;
    /// "application/pdf": told from the content, never from the name.
    std::string type;
    /// As the person's machine called it, without any folder.
    std::string name;
    Moment made_at{};
    /// "clean", or "not scanned" where no scanner was there.
    std::string scanned;
};

/// Inside atomically(), once the storage has the content.
void add_file(store::Db& db, const Scope& scope, const File& file);
/// How many rows there are.
std::int64_t count(store::Db& db);
std::optional<File> find_file(store::Db& db, const FileId& id);

} // namespace openmasa::files
