// Whatever is uploaded as a spreadsheet: reading it ends, in a table or in a sentence; and what was
// read is kept and read again as the same.
#include "core/exchange/sheet.hpp"
#include "core/exchange/sheet_record.hpp"
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <zip.h>

namespace {

using namespace openmasa;

void require(bool holds) {
    if (!holds) std::abort();
}

void read(std::string_view bytes) {
    const auto sheet = sheet::read_xlsx(bytes);
    if (!sheet) return require(!sheet.refusal().problems.at(0).words.empty());
    for (const auto& row : sheet->rows) require(row.cells.size() == sheet->names.size());
    for (const auto& fault : sheet->faults) require(fault.column < sheet->names.size());
    const auto kept = sheet::record_of(*sheet);
    const auto again = sheet::sheet_from_record(kept);
    require(again && sheet::record_of(*again) == kept);
}

void add(zip_t* zip, const char* name, std::string_view content) {
    zip_file_add(zip, name, zip_source_buffer(zip, content.data(), content.size(), 0), 0);
}

/// Checksums keep chance from ever reaching the XML, so it is also put in a workbook of our own.
void read_as_sheet(std::string_view xml) {
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    add(zip, "xl/workbook.xml", "<w><sheets><sheet name='a' id='r'/></sheets></w>");
    add(zip, "xl/_rels/workbook.xml.rels",
        "<R><Relationship Id='r' Type='/worksheet' Target='s.xml'/></R>");
    add(zip, "xl/s.xml", xml);
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
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read(bytes);
    read_as_sheet(bytes);
    return 0;
}
