#include "core/exchange/word_archive.hpp"
#include "core/exchange/word_signature.hpp"
#include "core/exchange/word_xml.hpp"
#include <zip.h>

namespace openmasa::word {
namespace {

constexpr zip_uint64_t largest_part = 64u << 20;
constexpr zip_uint64_t largest_whole = 128u << 20;
constexpr zip_int64_t most_parts = 10'000;
/// Text packs to a twentieth, a long dull table to a hundredth; more is made to do harm.
constexpr zip_uint64_t most_packing = 250;
constexpr zip_uint64_t packing_matters_from = 8u << 20;

Refusal refused(std::string words) {
    return invalid("file", std::move(words));
}

Refusal damaged() {
    return refused("This Word file is damaged or was cut short. Open it in Word, save it again as "
                   ".docx and choose it again.");
}

Refusal unpacks_to_too_much() {
    return refused("This file unpacks to far more than [a plan] can hold, so it was not "
                   "opened. Copy "
                   "the [plan] into a new Word file, save it as .docx and choose it again.");
}

Refusal protected_by_password() {
    return refused("This file is protected by a password. Remove the password and choose it "
                   "again.");
}

bool packed_to_do_harm(const zip_stat_t& entry) {
    return entry.size > packing_matters_from &&
           entry.size / most_packing > (entry.comp_size == 0 ? 1 : entry.comp_size);
}

Result<Done> check_declared(zip_t* zip) {
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    if (count > most_parts) return unpacks_to_too_much();
    zip_uint64_t whole = 0;
    for (zip_int64_t at = 0; at < count; ++at) {
        zip_stat_t entry;
        if (zip_stat_index(zip, zip_uint64_t(at), 0, &entry) != 0) return damaged();
        if (entry.size > largest_whole || packed_to_do_harm(entry)) return unpacks_to_too_much();
        whole += entry.size;
        if (whole > largest_whole) return unpacks_to_too_much();
        if (entry.encryption_method != ZIP_EM_NONE) return protected_by_password();
    }
    return Done{};
}

struct Part {
    explicit Part(zip_file_t* file) : file(file) {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ~Part() {
        if (file != nullptr) zip_fclose(file);
    }
    zip_file_t* file;
};

/// Reads to the end, however little the directory of the archive declared.
Result<std::string> inflate(zip_file_t* file, std::size_t expected) {
    std::string text;
    text.reserve(expected);
    char buffer[1 << 16];
    while (true) {
        const auto got = zip_fread(file, buffer, sizeof buffer);
        if (got < 0) return damaged();
        if (got == 0) return text;
        text.append(buffer, std::size_t(got));
        if (text.size() > largest_part) return unpacks_to_too_much();
    }
}

/// "/word/document.xml", or "document.xml" seen from "word/": the name of a part.
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
}

/// The part that `relationships` name as being of a kind ("/styles"); `otherwise` if they don't.
std::string part_of_kind(const std::string& relationships, std::string_view folder,
                         std::string_view kind, std::string_view otherwise) {
    const Xml xml = parse_xml(relationships);
    for (const auto& relationship : xml.root().children())
        if (std::string_view(attribute(relationship, "Type")).ends_with(kind))
            return resolved(folder, attribute(relationship, "Target"));
    return std::string(otherwise);
}

} // namespace

struct Archive::Zip {
    explicit Zip(zip_t* zip) : zip(zip) {}
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;
    ~Zip() { zip_discard(zip); }
    zip_t* zip;
};

Result<Archive> Archive::open(std::string_view bytes) {
    if (auto why = why_not_an_archive(bytes); !why.empty()) return refused(std::move(why));
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip == nullptr) {
        zip_source_free(source);
        return damaged();
    }
    auto held = std::make_shared<Zip>(zip);
    TRY(check_declared(zip));
    return Archive(std::move(held));
}

bool Archive::has(const std::string& part) const {
    return zip_name_locate(zip_->zip, part.c_str(), 0) >= 0;
}

Result<std::string> Archive::read(const std::string& part) const {
    const zip_int64_t at = zip_name_locate(zip_->zip, part.c_str(), 0);
    if (at < 0) return std::string();
    zip_stat_t entry;
    if (zip_stat_index(zip_->zip, zip_uint64_t(at), 0, &entry) != 0) return damaged();
    if (entry.size > largest_part) return unpacks_to_too_much();
    const Part opened(zip_fopen_index(zip_->zip, zip_uint64_t(at), 0));
    if (opened.file == nullptr) return damaged();
    return inflate(opened.file, entry.size);
}

Result<Parts> read_parts(std::string_view bytes) {
    const Archive archive = TRY(Archive::open(bytes));
    const auto roots = TRY(archive.read("_rels/.rels"));
    const auto document = part_of_kind(roots, "", "/officeDocument", "word/document.xml");
    const auto slash = document.rfind('/');
    const auto folder = slash == document.npos ? "" : document.substr(0, slash + 1);
    const auto has = [&](const char* part) { return archive.has(part); };
    if (!archive.has(document) || folder == "xl/" || folder == "ppt/")
        return refused(why_not_word(has));
    const auto links =
        TRY(archive.read(folder + "_rels/" + document.substr(folder.size()) + ".rels"));
    Parts parts;
    parts.document = TRY(archive.read(document));
    parts.styles = TRY(archive.read(part_of_kind(links, folder, "/styles", folder + "styles.xml")));
    parts.numbering =
        TRY(archive.read(part_of_kind(links, folder, "/numbering", folder + "numbering.xml")));
    return parts;
}

} // namespace openmasa::word
