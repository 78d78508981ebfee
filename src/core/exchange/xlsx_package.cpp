#include "core/exchange/xlsx_package.hpp"
#include <cstring>
#include <libxml/xmlreader.h>
#include <zip.h>

namespace openmasa::xlsx {
namespace {

constexpr zip_uint64_t largest_part = 256u << 20;
constexpr zip_uint64_t largest_whole = 512u << 20;
constexpr zip_int64_t most_parts = 10'000;
/// Rows that are all alike pack to a hundredth; more is made to do harm.
constexpr zip_uint64_t most_packing = 250;
constexpr zip_uint64_t packing_matters_from = 16u << 20;

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
        if (entry.encryption_method != ZIP_EM_NONE)
            return invalid("file", "This file is protected by a password. Remove the password and "
                                   "choose it again.");
    }
    return Done{};
}

std::string_view view_of(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

void say_nothing(void*, xmlErrorPtr) {}

} // namespace

Refusal damaged() {
    return invalid("file", "This workbook is damaged or was cut short. Open it in Excel, save it "
                           "again as .xlsx and choose it again.");
}

Refusal unpacks_to_too_much() {
    return invalid("file", "This file unpacks to far more than a register can hold, so it was not "
                           "opened. Copy the rows into a new workbook and choose that.");
}

// ------------------------------------------------------------------------------- the archive

struct Package::Zip {
    explicit Zip(zip_t* zip) : zip(zip) {}
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;
    ~Zip() { zip_discard(zip); }
    zip_t* zip;
};

Result<Package> Package::open(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip == nullptr) {
        zip_source_free(source);
        return damaged();
    }
    auto held = std::make_shared<Zip>(zip);
    TRY(check_declared(zip));
    return Package(std::move(held));
}

bool Package::has(const std::string& part) const {
    return zip_name_locate(zip_->zip, part.c_str(), 0) >= 0;
}

// ------------------------------------------------------------------------------------ a part

struct PartReader::Inside {
    std::shared_ptr<void> zip; // kept open while this reads
    zip_file_t* file = nullptr;
    xmlTextReaderPtr reader = nullptr;
    zip_uint64_t unpacked = 0;
    bool broken = false;
    int kind = 0;

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        if (reader) xmlFreeTextReader(reader);
        if (file) zip_fclose(file);
    }
    static int fill(void* context, char* buffer, int length) {
        auto& in = *static_cast<Inside*>(context);
        const auto got = zip_fread(in.file, buffer, zip_uint64_t(length));
        if (got > 0) in.unpacked += zip_uint64_t(got);
        return in.unpacked > largest_part || got < 0 ? -1 : int(got);
    }
    std::string_view name() const { return view_of(xmlTextReaderConstLocalName(reader)); }
};

PartReader::PartReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
PartReader::PartReader(PartReader&&) noexcept = default;
PartReader::~PartReader() = default;

PartReader Package::read(const std::string& part) const {
    static const bool ready = (xmlInitParser(), true);
    auto inside = std::make_unique<PartReader::Inside>();
    inside->zip = zip_;
    inside->file = ready ? zip_fopen(zip_->zip, part.c_str(), 0) : nullptr;
    if (!inside->file) return PartReader(std::move(inside));
    // Entities are left as they are and nothing outside is ever fetched.
    inside->reader = xmlReaderForIO(PartReader::Inside::fill, nullptr, inside.get(), nullptr,
                                    nullptr, XML_PARSE_NONET | XML_PARSE_NOCDATA);
    inside->broken = inside->reader == nullptr;
    if (inside->reader)
        xmlTextReaderSetStructuredErrorHandler(inside->reader, say_nothing, nullptr);
    return PartReader(std::move(inside));
}

bool PartReader::next() {
    auto& in = *inside_;
    if (!in.reader || in.broken) return false;
    const int read = xmlTextReaderRead(in.reader);
    in.kind = read == 1 ? xmlTextReaderNodeType(in.reader) : 0;
    in.broken = read < 0 || in.kind == XML_READER_TYPE_DOCUMENT_TYPE;
    return read == 1 && !in.broken;
}

bool PartReader::is_broken() const {
    return inside_->broken;
}

bool PartReader::starts(std::string_view element) const {
    return inside_->kind == XML_READER_TYPE_ELEMENT && inside_->name() == element;
}

bool PartReader::ends(std::string_view element) const {
    const bool end = inside_->kind == XML_READER_TYPE_END_ELEMENT || is_empty_element();
    return end && inside_->name() == element;
}

bool PartReader::is_empty_element() const {
    return inside_->kind == XML_READER_TYPE_ELEMENT &&
           xmlTextReaderIsEmptyElement(inside_->reader) == 1;
}

bool PartReader::is_text() const {
    const int kind = inside_->kind;
    return kind == XML_READER_TYPE_TEXT || kind == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
           kind == XML_READER_TYPE_WHITESPACE || kind == XML_READER_TYPE_CDATA;
}

std::string_view PartReader::text() const {
    return view_of(xmlTextReaderConstValue(inside_->reader));
}

std::string PartReader::attribute(const char* local_name) const {
    auto* reader = inside_->reader;
    std::string value;
    while (xmlTextReaderMoveToNextAttribute(reader) == 1)
        if (view_of(xmlTextReaderConstLocalName(reader)) == local_name)
            value = view_of(xmlTextReaderConstValue(reader));
    xmlTextReaderMoveToElement(reader);
    return value;
}

} // namespace openmasa::xlsx
