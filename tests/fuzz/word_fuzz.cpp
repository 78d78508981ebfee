// Whatever is uploaded as a Word file: reading it ends, in a plan or in a sentence for the person.
#include "core/exchange/word.hpp"
#include "plan/imports/draft_json.hpp"
#include "plan/imports/reading.hpp"
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <zip.h>

namespace {

using namespace openmasa;

/// A refusal without words helps nobody.
void require(bool holds) {
    if (!holds) std::abort();
}

void read(std::string_view bytes) {
    const auto document = word::read_word(bytes);
    if (!document) return require(!document.refusal().problems.at(0).words.empty());
    const auto draft = imports::read_plan(*document);
    if (!draft) return require(!draft.refusal().problems.at(0).words.empty());
    JsonWriter json;
    write(json, *draft);
    imports::Choices other;
    for (const auto& doubt : draft->doubts) other[doubt.id] = 1;
    require(bool(imports::read_plan(*document, other)));
}

/// Checksums keep chance from ever reaching the XML, so it is also put in an archive of our own.
void read_as_document(const std::uint8_t* data, std::size_t size) {
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    const auto at =
        zip_file_add(zip, "word/document.xml", zip_source_buffer(zip, data, size, 0), 0);
    zip_set_file_compression(zip, zip_uint64_t(at), ZIP_CM_STORE, 0);
    zip_close(zip);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(std::size_t(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    read(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read({reinterpret_cast<const char*>(data), size});
    read_as_document(data, size);
    return 0;
}
